"""The sentences of the page."""

import math

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.solvers.closed_form import largest_stable_learning_rate, least_squares
from nnviz.core.types import FloatArray
from nnviz.lessons.neurons.experiment import deep_network, examples, loss, loss_name
from nnviz.lessons.neurons.settings import LABELS, NeuronSettings
from nnviz.page.numerals import decimals, minus, plural


def summary(settings: NeuronSettings) -> str:
    """The model this neuron is, and the line that the random network collapses to."""
    network, layers, neurons = deep_network(settings), settings.hidden_layers, settings.neurons
    size = f"{layers:g} hidden {plural(layers, 'layer')} of {neurons:g} {plural(neurons, 'neuron')}"
    line = _line(*network.line)
    collapsed = f"Without activations, the random network ({size}, {network.model.n_parameters} weights) is **{line}**."
    return f"{_kind(settings)} {collapsed}"


def _line(bias: float, weight: float) -> str:
    return f"ŷ = {minus(decimals(bias, 4))} {'−' if weight < 0 else '+'} {decimals(abs(weight), 4)}·x"


def _kind(settings: NeuronSettings) -> str:
    if settings.activation == "none":
        X, y = examples(settings.data, int(settings.seed))
        bias, weight = least_squares(X, y)
        found = f"b = {minus(decimals(bias, 4))}, w = {minus(decimals(weight, 4))}"
        return f"This neuron is **linear regression**: least squares gives {found}."
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
    X, _ = examples(settings.data, int(settings.seed))
    limit = largest_stable_learning_rate(X, loss(settings))
    return f"Diverged at step {step:,}: the learning rate {settings.learning_rate:g} is above 2/λmax = {limit:.3g}."
