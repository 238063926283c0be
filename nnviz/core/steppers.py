"""Which way of stepping trains an experiment: the most special one that suits it."""

from nnviz.core.experiment import Experiment, State
from nnviz.core.linear_steps import ExampleStepper, LinearStepper
from nnviz.core.steps import NetworkStepper, Stepper

STEPPERS: tuple[type[Stepper], ...] = (ExampleStepper, LinearStepper, NetworkStepper)


def stepper_of(experiment: Experiment, state: State) -> Stepper:
    """The first of STEPPERS that suits the experiment, ready to go on from a state."""
    kind = next(kind for kind in STEPPERS if kind.suits(experiment, state.weights.shape[:-1]))
    return kind(experiment, state)
