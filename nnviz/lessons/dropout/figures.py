"""The page's figures, drawn from the settings alone; the runs move their traces."""

from functools import partial
from typing import Any

from nnviz.figures import answers as pictures
from nnviz.figures.answer_histogram import answer_histogram
from nnviz.figures.bindings import clicks
from nnviz.figures.colours import INK, PALETTE
from nnviz.figures.loss_curve import Curve, loss_curve
from nnviz.figures.network_diagram import DiagramArrays, network_diagram
from nnviz.figures.plain_text import plain_text
from nnviz.lessons.dropout.experiment import asked_class, data, grid, model
from nnviz.lessons.dropout.settings import MEASURES, DropoutSettings
from nnviz.page.lesson import FigureSlot

STYLES = (
    ("scaled", "dropout", "blue", "solid"),
    ("inverted", "inverted", "orange", "dot"),
    ("without", "without", "vermillion", "dash"),
)
MARKS = (
    Curve("unscaled_x", "all, as in training", PALETTE["vermillion"], "dot"),
    Curve("mean_x", "mean of 10,000", INK, width=4.0),
    Curve("scaled_x", "inference", PALETTE["orange"], "dash"),
)


def loss(part: str, settings: DropoutSettings) -> Any:
    """The mean loss of the three runs on one part of the data."""
    curves = [Curve(f"{side}_{part}_loss", name, PALETTE[colour], dash) for side, name, colour, dash in STYLES]
    return loss_curve(curves, scale=settings.loss_axis, loss_name=f"log loss, {part} points")


def diagram(settings: DropoutSettings) -> Any:
    """The network of the run that is looked into, with what the step drops."""
    network, (training, _) = model(settings, "scaled"), data(settings)
    classes = training.class_names if network.output_shape else ()
    return network_diagram(network.layers, training.feature_names, DiagramArrays(crosses="crosses"), classes=classes)


def answers(settings: DropoutSettings) -> Any:
    """The answers of the subnetworks at the point."""
    return answer_histogram(_measure(settings), MARKS)


def _measure(settings: DropoutSettings) -> str:
    """What is measured, and of K classes of which."""
    if not model(settings, "scaled").output_shape:
        return settings.measure
    name = plain_text(data(settings)[0].class_names[asked_class(settings)])
    return f"the sum z of {name}" if settings.measure == MEASURES[0] else f"the probability of {name}"


def surface(region: str, settings: DropoutSettings) -> Any:
    """The predictions over the plane, with the point at which the subnetworks are asked."""
    points, (training, _) = grid(settings), data(settings)
    figure = pictures.answers(pictures.examples_of(training), points.x, points.y, region)
    figure.update_layout(meta=clicks({"x": "point_x", "y": "point_y"}))
    at = {"x": settings.point_x, "y": settings.point_y}
    return figure.add_annotation(**at, text="✚", showarrow=False, font={"color": INK, "size": 22})


FIGURES = (
    FigureSlot(
        "validation",
        "Validation loss",
        partial(loss, "validation"),
        "on points that training never sees",
        redrawn_by=("loss_axis",),
    ),
    FigureSlot(
        "network",
        "Network",
        diagram,
        "grey crosses: dropped at this step; orange positive, blue negative",
        redrawn_by=(),
    ),
    FigureSlot(
        "training",
        "Training loss",
        partial(loss, "training"),
        "with all neurons, as at inference",
        redrawn_by=("loss_axis",),
    ),
    FigureSlot(
        "answers",
        "Subnetworks",
        answers,
        "what 10,000 subnetworks say about the point ✚",
        redrawn_by=("measure", "point_x", "point_y"),
    ),
    FigureSlot(
        "surface",
        "With dropout",
        partial(surface, "region"),
        "predictions at inference; click to move ✚",
        redrawn_by=("point_x", "point_y"),
    ),
    FigureSlot(
        "plain-surface",
        "Without dropout",
        partial(surface, "without_region"),
        "the same step",
        redrawn_by=("point_x", "point_y"),
    ),
)
