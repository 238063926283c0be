"""The figures of the gradient descent lesson."""

from typing import Any

import numpy as np

from nnviz.core.analysis.landscape import Slice, coordinate_slice, loss_on
from nnviz.figures.contraction import MarkedRate, contraction
from nnviz.figures.descents import Descent, Mark, Track
from nnviz.figures.loss_curve import Curve, loss_curve
from nnviz.figures.loss_surface import loss_surface
from nnviz.figures.parameter_plane import parameter_plane
from nnviz.figures.planes import Plane
from nnviz.lessons.gradient_descent import experiment
from nnviz.lessons.gradient_descent.settings import (
    EXCESS,
    POINT,
    RATES,
    GradientDescentSettings,
)
from nnviz.page.lesson import FigureSlot
from nnviz.user_data.standardised_line import WEIGHT_NAMES

N_PLANE = 50
CLICK: Any = {"x": "start_w0", "y": "start_w1", "start": {"field": "start", "at": [0], "texts": [POINT]}}
ARRAYS = {EXCESS: "excess"}


def loss(settings: GradientDescentSettings) -> Any:
    """The losses of all runs that are shown, on an axis that a diverging one leaves."""
    array = ARRAYS.get(settings.loss_shown, "loss")
    curves = [Curve(f"{array}_{rate.place}", rate.name, rate.colour, rate.dash) for rate in experiment.shown(settings)]
    figure = loss_curve(curves, scale=settings.loss_axis, loss_name=_loss_name(settings))
    return figure.update_layout(showlegend=True, legend_title_text="η", yaxis_range=_loss_range(settings))


def _loss_name(settings: GradientDescentSettings) -> str:
    return "MSE − its minimum" if settings.loss_shown == EXCESS else "mean squared error"


def _loss_range(settings: GradientDescentSettings) -> list[float]:
    """From the lowest loss to a little above that of the start, also where that is the minimum of exact data."""
    bowl = experiment.bowl(settings)
    highest = max(float(bowl.loss(experiment.start(settings))), 0.1)
    if settings.loss_axis == "linear":
        return [0.0, 1.25 * highest]
    lowest = 1e-12 * highest if settings.loss_shown == EXCESS else max(0.5 * bowl.least, 1e-12 * highest)
    return [float(np.log10(lowest)), float(np.log10(100.0 * highest))]


def slice_of_plane(settings: GradientDescentSettings) -> Slice:
    """The plane of the two weights."""
    cut = coordinate_slice(np.zeros(2), 0, 1)
    bias, slope = (np.linspace(low, high, N_PLANE) for low, high in experiment.ranges(settings))
    return Slice(cut.anchor, cut.directions, bias, slope)


def _plane(settings: GradientDescentSettings) -> Plane:
    examples, cut = experiment.data(settings), slice_of_plane(settings)
    names = WEIGHT_NAMES if experiment.chosen(settings).is_own else ("bias", "w1")
    return Plane(cut.a, cut.b, loss_on(cut, experiment.MODEL, experiment.LOSS, examples.X, examples.y), *names)


def _descents(settings: GradientDescentSettings) -> list[Descent]:
    return [
        Descent(
            name=f"η = {rate.name}",
            path=Track(*_track(rate.place)),
            point=Track(*_track(rate.place), how="now"),
            colour=rate.colour,
            dash=rate.dash,
        )
        for rate in experiment.shown(settings)
    ]


def _track(place: int) -> tuple[str, str, str]:
    return f"path_x_{place}", f"path_y_{place}", f"path_z_{place}"


def _marks(settings: GradientDescentSettings) -> list[Mark]:
    bowl, start = experiment.bowl(settings), experiment.start(settings)
    return [
        Mark(float(start[0]), float(start[1]), "start", kind="start", z=float(bowl.loss(start))),
        Mark(float(bowl.optimum[0]), float(bowl.optimum[1]), "least squares", z=bowl.least),
    ]


def plane(settings: GradientDescentSettings) -> Any:
    """The loss from above with all paths; a click moves the start."""
    return parameter_plane(_plane(settings), _descents(settings), _marks(settings), click=CLICK)


def surface(settings: GradientDescentSettings) -> Any:
    """The loss as a bowl with all paths on it."""
    figure = loss_surface(_plane(settings), _descents(settings), _marks(settings))
    return figure.for_each_trace(lambda trace: trace.update(showlegend=False), lambda trace: "meta" in trace)


def left_of_the_way(settings: GradientDescentSettings) -> Any:
    """How much of the way to the minimum a step leaves, over the learning rate."""
    curvatures = experiment.bowl(settings).curvatures
    marked = [MarkedRate(rate.value, rate.colour) for rate in experiment.shown(settings)]
    return contraction(np.array(RATES), (float(curvatures[0]), float(curvatures[-1])), marked)


SHOWN = ("show_yours", "show_0001", "show_001", "show_005", "show_01", "show_1")
"""The switches of the runs."""

FIGURES = (
    FigureSlot("loss", "Loss", loss, "one run for each learning rate, all from the same start"),
    FigureSlot("parameter-plane", "Parameter plane", plane, "click to choose the start", redrawn_by=SHOWN),
    FigureSlot("surface", "Loss surface", surface, "every step lies on it; lines join the steps", redrawn_by=SHOWN),
    FigureSlot(
        "contraction", "What a step leaves", left_of_the_way, "of the way to the minimum, by η", redrawn_by=SHOWN
    ),
)
