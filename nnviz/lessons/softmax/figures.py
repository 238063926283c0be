"""The lesson's figures, drawn from the settings alone; the runs move their traces."""

import math
from typing import Any

from nnviz.core.data.digits import SIDE
from nnviz.figures.class_decisions import class_confusion, probability_bars
from nnviz.figures.class_examples import ClassExamples
from nnviz.figures.class_regions import class_regions
from nnviz.figures.colours import GREY, INK, PALETTE, ROLES
from nnviz.figures.loss_curve import Curve, loss_curve
from nnviz.figures.pictures import weight_pictures, wrong_pictures
from nnviz.figures.reliability_diagram import ReliabilityCurve, reliability_diagram
from nnviz.figures.simplex import simplex
from nnviz.figures.weight_arrows import weight_arrows
from nnviz.lessons.softmax.experiment import examples, followed, grid, model
from nnviz.lessons.softmax.pictures import WRONG, weight_tiles
from nnviz.lessons.softmax.settings import BITS, SIDES, SoftmaxSettings
from nnviz.page.lesson import FigureSlot

CURVES = (
    Curve("batch_shown", "batch", ROLES["batch"], width=1.0),
    Curve("training_shown", "training", ROLES["training"]),
    Curve("softmax_shown", "held out", ROLES["validation"], dash="dash"),
    Curve("rest_shown", "held out, one against the rest", PALETTE["bluish green"], dash="dot"),
)
RELIABILITY = (
    ReliabilityCurve("softmax", SIDES["softmax"], PALETTE["blue"], "circle-open"),
    ReliabilityCurve("rest", SIDES["rest"], PALETTE["bluish green"], "square-open"),
)


def answers(settings: SoftmaxSettings) -> Any:
    """The regions of the classes with the examples, or the digits that are taken for others."""
    if settings.is_digits:
        return wrong_pictures(WRONG)
    known, points = examples(settings), grid(settings)
    training, held_out = known.training, known.held_out
    figure = class_regions(
        ClassExamples(training.X, training.y, held_out.X, held_out.y, training.feature_names, known.class_names),
        points.x,
        points.y,
        straight=settings.hidden == "none",
    )
    x, y = held_out.X[followed(settings)]
    return figure.add_scatter(
        x=[x],
        y=[y],
        mode="markers",
        name="the example",
        marker={"symbol": "circle-open", "size": 20, "color": INK, "line": {"width": 3}},
        hoverinfo="skip",
    )


def bars(settings: SoftmaxSettings) -> Any:
    """The logits and the probabilities of the followed example."""
    known, place = examples(settings), followed(settings)
    picture = known.held_out.X[place].reshape(SIDE, SIDE) if settings.is_digits else None
    return probability_bars(known.class_names, int(known.held_out.y[place]), picture)


def triangle(settings: SoftmaxSettings) -> Any:
    """Where the examples held out lie among the classes."""
    return simplex(examples(settings).class_names)


def loss(settings: SoftmaxSettings) -> Any:
    """Cross entropies over the steps, and that of guessing."""
    figure = loss_curve(CURVES, scale=settings.loss_axis, loss_name=f"cross entropy ({settings.unit})")
    n_classes = examples(settings).n_classes
    guessing = math.log2(n_classes) if settings.unit == BITS else math.log(n_classes)
    line = {"dash": "dash", "width": 1.5, "color": GREY}
    figure.add_shape(type="line", x0=0, x1=1, xref="paper", y0=guessing, y1=guessing, line=line)
    height = math.log10(guessing) if settings.loss_axis == "logarithmic" else guessing
    at = {"x": 1, "xref": "paper", "xanchor": "right", "y": height, "yanchor": "bottom"}
    return figure.add_annotation(**at, text=f"guessing: {guessing:.3g}", showarrow=False)


def confusion(settings: SoftmaxSettings) -> Any:
    """Who is taken for whom."""
    return class_confusion(examples(settings).class_names, "confusion")


def calibration(settings: SoftmaxSettings) -> Any:
    """How often the sure are right."""
    return reliability_diagram(RELIABILITY, 1.0 / examples(settings).n_classes)


def weights(settings: SoftmaxSettings) -> Any:
    """The first layer's weights, as pictures or as arrows."""
    known, network = examples(settings), model(settings)
    names = () if network.hidden else known.class_names
    n_neurons = network.layers[0].n_outputs
    if settings.is_digits:
        return weight_pictures(weight_tiles(n_neurons), names)
    return weight_arrows(known.training.feature_names, names, n_neurons)


FIGURES = (
    FigureSlot(
        "answers",
        "Answers",
        answers,
        "a colour for each class, darker where it is surer; of digits, those held out that are taken for another (→)",
        redrawn_by=("example",),
    ),
    FigureSlot("bars", "One example", bars, "its logits, and what softmax makes of them", redrawn_by=("example",)),
    FigureSlot(
        "triangle",
        "Simplex",
        triangle,
        "every example held out, at the mean of the corners, weighted by its probabilities",
        redrawn_by=(),
    ),
    FigureSlot("loss", "Cross entropy", loss, "of both runs, the same measure", redrawn_by=("loss_axis", "unit")),
    FigureSlot("confusion", "Confusion", confusion, "of the examples held out", redrawn_by=()),
    FigureSlot(
        "calibration", "Calibration", calibration, "larger points stand for more examples held out", redrawn_by=()
    ),
    FigureSlot("weights", "Weights", weights, "of the first layer, biases left out", redrawn_by=()),
)
