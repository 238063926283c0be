"""The sentences of the page."""

import math

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.types import FloatArray
from nnviz.lessons.neurons.experiment import X_RANGE, deep_network, examples, loss_name
from nnviz.lessons.neurons.settings import LABELS, NeuronSettings


def summary(settings: NeuronSettings) -> str:
    """The model this neuron is, and the line that the deep network collapses to."""
    network = deep_network(settings)
    bias, weight = network.line
    size = f"{int(settings.hidden_layers)} × {int(settings.neurons)} hidden neurons"
    line = f"ŷ = {bias:.4f} {'+' if weight >= 0 else '−'} {abs(weight):.4f}·x".replace("= -", "= −")
    collapsed = (
        f"Without activations, the deep network ({size}, {network.model.n_parameters} weights) is **{line}**, "
        f"up to {network.apart(X_RANGE):.0e}."
    )
    return f"{_kind(settings)} {collapsed}"


def _kind(settings: NeuronSettings) -> str:
    if settings.activation == "none":
        X, y = examples(settings.data, int(settings.seed))
        bias, weight = least_squares(X, y)
        return f"This neuron is **linear regression**: least squares gives b = {bias:.4f}, w = {weight:.4f}."
    if loss_name(settings) == "log loss":
        return "This neuron is **logistic regression**."
    return f"This neuron is a {settings.activation} with the mean squared error."


def notice(settings: NeuronSettings) -> str:
    """A sentence about targets that the activation cannot reach."""
    _, y = examples(settings.data, int(settings.seed))
    low, high = ACTIVATIONS[settings.activation].bounds
    if math.isfinite(high) and (y.max() > 1.0 or y.min() < -1.0):
        bounds = f"{low:g} and {high:g}".replace("-", "−")
        return f"A {settings.activation} predicts between {bounds} only; these targets go from {_between(y)}."
    if math.isinf(high) and settings.data == LABELS:
        return "This activation predicts numbers, not probabilities: the labels count as the numbers 0 and 1."
    return ""


def _between(y: FloatArray) -> str:
    return f"{y.min():.1f} to {y.max():.1f}".replace("-", "−")


def explain(settings: NeuronSettings, step: int) -> str:
    """Why a run ended."""
    return f"Diverged at step {step:,}: the learning rate {settings.learning_rate:g} overshoots further at every step."
