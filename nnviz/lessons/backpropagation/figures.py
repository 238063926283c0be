"""The figures of the page."""

from collections.abc import Mapping
from itertools import cycle
from typing import Any

import numpy as np

from nnviz.core.models.activations import bending
from nnviz.core.objectives.loss_rules import sigmoid
from nnviz.core.types import FloatArray
from nnviz.figures.backpropagation_diagram import backpropagation_diagram
from nnviz.figures.function_curves import ORDINALS, Axis, Line, function_curves
from nnviz.figures.loss_curve import LOSSES, loss_curve
from nnviz.figures.number_table import number_table
from nnviz.figures.riding_points import riding_points
from nnviz.lessons.backpropagation.checks import STEPS, disagreement
from nnviz.lessons.backpropagation.experiment import N_DRAWS, TABLE, WAYS, sizes
from nnviz.lessons.backpropagation.settings import ALL, DROPPED, KEPT, BackpropagationSettings
from nnviz.page.lesson import FigureSlot

OUTER = {
    ("squared error", KEPT): "2(ŷ − y)",
    ("squared error", DROPPED): "ŷ − y",
    ("log loss", KEPT): "(ŷ − y) / ŷ(1 − ŷ)",
    ("log loss", DROPPED): "(ŷ − y) / ŷ(1 − ŷ)",
}
OBJECTIVES = {
    ("squared error", KEPT): "mean squared error",
    ("squared error", DROPPED): "½ Σ (ŷ − y)²",
    ("log loss", KEPT): "mean log loss",
    ("log loss", DROPPED): "Σ log loss",
}
NAMES = {"∂ŷ/∂t": "Φ′(t)", "∂t/∂z": "w₁", "∂z/∂k": "Φ′(k)", "∂k/∂w₀": "x", "∂t/∂w₁": "z"}


def diagram(settings: BackpropagationSettings) -> Any:
    """The two neurons with all their numbers."""
    return backpropagation_diagram(OUTER[settings.loss, settings.constants], formulas(settings))


LONGEST_IN_A_LINE = 2
"""Factors of a product that stands in one line with its numbers, also on a phone."""


def formulas(settings: BackpropagationSettings) -> list[str]:
    """The formula of each derivative as a template for its numbers."""
    return [_formula(settings, weight, way) for weight, way in WAYS.items()]


def _formula(settings: BackpropagationSettings, weight: str, way: tuple[str, ...]) -> str:
    product = " · ".join(NAMES.get(factor, factor) for factor in way)
    result = "<b>%{customdata[5]:.5~g}</b>"
    if settings.example == ALL:
        gathered = "mean" if settings.constants == KEPT else "sum"
        return f"∂L/∂{weight} = {gathered} over the examples of ( {product} ) = {result}"
    numbers = " · ".join(f"%{{customdata[{place}]:.4~g}}" for place in range(len(way)))
    below = "<br>" if len(way) > LONGEST_IN_A_LINE else " "
    return f"∂L/∂{weight} = {product}{below}= {numbers} = {result}"


def table(settings: BackpropagationSettings) -> Any:
    """The examples of the batch, one to a row."""
    n_computed = len(TABLE) - 2
    formats, widths = ["~g"] * 2 + [".3f"] * n_computed, [1.0] * 2 + [1.6] * n_computed
    return number_table(TABLE, array="example_columns", formats=formats, widths=widths)


def loss(settings: BackpropagationSettings) -> Any:
    """The loss over the steps."""
    return loss_curve([LOSSES["training"]], loss_name=OBJECTIVES[settings.loss, settings.constants])


def pull(settings: BackpropagationSettings) -> Any:
    """How strongly an example pulls at t, over how far it is on its right side."""
    margin = np.linspace(-8.0, 8.0, 161)
    wrong = sigmoid(-margin)
    squared = (2.0 if settings.constants == KEPT else 1.0) * wrong * wrong * sigmoid(margin)
    lines = [Line(margin, squared, "squared error", "second"), Line(margin, wrong, "log loss", "first")]
    axes = (Axis("t on the side of the label (t or −t)", (-8.0, 8.0)), Axis("size of ∂ℓ/∂t", (-0.05, 1.08)))
    return function_curves(axes, lines).add_trace(riding_points("margins", "pulls"))


def gradient_check(settings: BackpropagationSettings) -> Any:
    """The disagreement with finite differences over their width."""
    lines = [
        Line(STEPS, disagreement(settings), f"this gradient, constants {settings.constants.split(',')[0]}", "first")
    ]
    axes = (Axis("width h of the difference", logarithmic=True), Axis("relative disagreement", (1e-13, 10.0), True))
    return function_curves(axes, lines)


def deltas(settings: BackpropagationSettings) -> Any:
    """What arrives at the neurons in every layer of larger networks."""
    return _by_layer("size of δ = ∂L/∂z", {name: sizes(settings, name).deltas for name in bending()})


def layers(settings: BackpropagationSettings) -> Any:
    """The gradient's size in every layer of larger networks."""
    return _by_layer("size of ∂L/∂w", {name: sizes(settings, name).gradients for name in bending()})


def _by_layer(size: str, by_activation: Mapping[str, FloatArray]) -> Any:
    """Sizes over the layers; a logarithmic axis has no 0, so a line ends where nothing arrives."""
    lines = [
        Line(np.arange(1.0, len(found) + 1.0), np.where(found > 0.0, found, np.nan), name, part)
        for (name, found), part in zip(by_activation.items(), cycle(ORDINALS))
    ]
    return function_curves((Axis("layer, from the input to the output"), Axis(size, logarithmic=True)), lines)


LARGER = ("depth", "width", "weight_scale")


FIGURES = (
    FigureSlot(
        "diagram",
        "Two neurons in a row",
        diagram,
        "blue: values; red: factors of the chain rule; green: derivatives. Of a batch, values and factors are means.",
        "long",
        redrawn_by=(),
    ),
    FigureSlot(
        "table",
        "Example by example",
        table,
        "∂w₁ and ∂w₀ are ∂ℓ/∂w₁ and ∂ℓ/∂w₀, the products of the factors",
        redrawn_by=(),
    ),
    FigureSlot("loss-curve", "Loss", loss, "while gradient descent uses this gradient", redrawn_by=()),
    FigureSlot(
        "pull", "What an example pulls with", pull, "the factor Φ′(t) that cancels in the log loss", redrawn_by=()
    ),
    FigureSlot(
        "gradient-check",
        "Gradient check",
        gradient_check,
        "at the sliders' weights, against the mean loss",
        redrawn_by=(),
    ),
    FigureSlot(
        "deltas",
        "What arrives in larger networks",
        deltas,
        f"δ by layer, median of {N_DRAWS} random networks; a line ends where nothing arrives",
        redrawn_by=LARGER,
    ),
    FigureSlot(
        "layers",
        "Their weights' gradients",
        layers,
        "by layer: what arrives at a neuron, times what came in",
        redrawn_by=LARGER,
    ),
)
