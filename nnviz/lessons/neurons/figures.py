"""The figures of the page."""

from itertools import cycle
from typing import Any

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.models.activations import ACTIVATIONS, bending
from nnviz.core.types import FloatArray
from nnviz.figures.examples import Examples
from nnviz.figures.fit import fitted_line, probability_curve
from nnviz.figures.function_curves import ORDINALS, Axis, Line, function_curves
from nnviz.figures.layer_notation import layer_notation
from nnviz.figures.loss_curve import LOSSES, loss_curve
from nnviz.figures.riding_points import riding_points
from nnviz.lessons.neurons.experiment import X_RANGE, deep_network, examples, loss_name
from nnviz.lessons.neurons.settings import NeuronSettings
from nnviz.page.lesson import FigureSlot

Z = np.linspace(-6.0, 6.0, 241)


def neuron(settings: NeuronSettings) -> Any:
    """The neuron's output over its input, with the examples."""
    X, y = examples(settings.data, int(settings.seed))
    shown = Examples(X, y, ("x",), "y")
    if loss_name(settings) == "log loss":
        return probability_curve(shown, X_RANGE)
    return fitted_line(shown, X_RANGE)


def activation(settings: NeuronSettings) -> Any:
    """The activation and its slope over the sum z, with the examples on it."""
    value, slope = _curves(settings.activation)
    lines = [Line(Z, value, "φ(z)", "first"), Line(Z, slope, "slope φ′(z)", "second")]
    figure = function_curves((Axis("sum z = b + w·x", (-6.0, 6.0)), Axis("φ and φ′", _range(value))), lines)
    return figure.add_trace(riding_points("sums", "activations"))


def _curves(name: str) -> tuple[FloatArray, FloatArray]:
    chosen = ACTIVATIONS[name]
    value = chosen.value(Z, np.empty_like(Z))
    return value, chosen.derivative(Z, value, np.empty_like(Z))


def _range(value: FloatArray) -> tuple[float, float]:
    """Room for both curves; a curve that rises for ever is cut at 3."""
    return max(-3.0, float(value.min())) - 0.15, min(3.0, max(1.0, float(value.max()))) + 0.15


def activations(settings: NeuronSettings) -> Any:
    """All activations, or rather their slopes: what training has to work with."""
    lines = [Line(Z, _curves(name)[1], name, part) for name, part in zip(bending(), cycle(ORDINALS))]
    return function_curves((Axis("sum z", (-6.0, 6.0)), Axis("slope φ′(z)", (-0.15, 1.25))), lines)


def deep(settings: NeuronSettings) -> Any:
    """A random network over x, and the line that is left of it without activations."""
    network = deep_network(settings)
    bias, weight = network.line
    lines = [
        Line(X_RANGE, network.outputs(X_RANGE), f"the network ({settings.inner_activation})", "first"),
        Line(X_RANGE, bias + weight * X_RANGE, "its line without activations", "second"),
    ]
    return function_curves((Axis("x"), Axis("output ŷ", padded_range(lines[0].y))), lines)


def notation(settings: NeuronSettings) -> Any:
    """A small network with the names that the formulas use."""
    return layer_notation()


def loss(settings: NeuronSettings) -> Any:
    """The loss over the steps."""
    return loss_curve([LOSSES["training"]], loss_name=loss_name(settings))


FIGURES = (
    FigureSlot(
        "neuron", "The neuron", neuron, "its output over its input; move weight and bias, then play", redrawn_by=()
    ),
    FigureSlot("curves", "Its activation", activation, "and where the examples stand on it", redrawn_by=()),
    FigureSlot("loss", "Loss", loss, "of all examples at every step", redrawn_by=()),
    FigureSlot(
        "deep",
        "A random network",
        deep,
        "without activations inside it is its line",
        redrawn_by=("inner_activation", "hidden_layers", "neurons"),
    ),
    FigureSlot(
        "notation",
        "A 3-2-1 network",
        notation,
        "every unit and weight by its name; what a 1 hands on is a bias",
        redrawn_by=(),
    ),
    FigureSlot(
        "slopes",
        "The slopes of all",
        activations,
        "what a gradient is multiplied with on its way back",
        redrawn_by=(),
    ),
)
