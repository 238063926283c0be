"""Which way of stepping trains an experiment: the most special one that suits it."""

from nnviz.core.experiment import Experiment
from nnviz.core.linear_steps import ExampleStepper, LinearStepper
from nnviz.core.steps import NetworkStepper, Stepper
from nnviz.core.types import FloatArray

STEPPERS: tuple[type[Stepper], ...] = (ExampleStepper, LinearStepper, NetworkStepper)


def stepper_of(experiment: Experiment, weights: FloatArray) -> Stepper:
    """The first of STEPPERS that suits the experiment, ready to train these weights (..., P)."""
    kind = next(kind for kind in STEPPERS if kind.suits(experiment, weights.shape[:-1]))
    return kind(experiment, weights)
