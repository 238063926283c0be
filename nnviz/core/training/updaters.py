"""Which way of stepping trains an experiment: the most special one that suits it."""

from nnviz.core.training.experiment import Experiment, State
from nnviz.core.training.linear_updates import ClassUpdater, ExampleUpdater, LinearUpdater
from nnviz.core.training.updates import NetworkUpdater, Updater

UPDATERS: tuple[type[Updater], ...] = (ExampleUpdater, LinearUpdater, ClassUpdater, NetworkUpdater)


def updater_of(experiment: Experiment, state: State) -> Updater:
    """The first of UPDATERS that suits the experiment, ready to go on from a state."""
    kind = next(kind for kind in UPDATERS if kind.suits(experiment, state.weights.shape[:-1]))
    return kind(experiment, state)
