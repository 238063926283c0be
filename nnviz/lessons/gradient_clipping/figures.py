"""The figures of the gradient clipping lesson."""

from math import sqrt
from typing import Any

from nnviz.core.analysis.landscape import loss_on
from nnviz.figures.colours import PALETTE
from nnviz.figures.descents import Descent, Mark, Track
from nnviz.figures.gradient_limit import AFTER, BEFORE, Arrow, circle, gradient_limit, square
from nnviz.figures.gradient_norm import gradient_norm
from nnviz.figures.loss_curve import LOGARITHMIC, LOSSES, Curve, loss_curve
from nnviz.figures.parameter_plane import parameter_plane
from nnviz.figures.planes import Plane
from nnviz.figures.weight_traces import gap_traces
from nnviz.lessons.gradient_clipping import experiment
from nnviz.lessons.gradient_clipping.settings import BY_NORM, BY_VALUE, OFF, PLANES, GradientClippingSettings
from nnviz.page.lesson import FigureSlot

N_PLANE = 50
NAMES = ("bias", "w1", "w2")
OUTLINES = {BY_NORM: circle, BY_VALUE: square}
ERRORS = (
    Curve("error_0", "bias", PALETTE["blue"]),
    Curve("error_1", "w1", PALETTE["bluish green"], dash="dash"),
    Curve("error_2", "w2", PALETTE["vermillion"], dash="dot"),
)
WANTED = Arrow("step_x", "step_y", "not clipped", PALETTE["sky blue"], width=6.0)
MADE = Arrow("made_x", "made_y", "last step", PALETTE["black"], width=3.0)


def norms(settings: GradientClippingSettings) -> Any:
    """The length of the gradient before and after clipping, and the longest that clipping leaves."""
    longest = {
        BY_NORM: (settings.limit, f"limit c = {settings.limit:g}"),
        BY_VALUE: (sqrt(len(NAMES)) * settings.limit, f"longest: √3 · {settings.limit:g}"),
        OFF: (None, ""),
    }
    limit, label = longest[settings.clipping]
    return gradient_norm(limit, label=label)


def arrows(settings: GradientClippingSettings) -> Any:
    """Two entries of the last step's gradient before and after clipping, and the limit."""
    names = tuple(f"∂L/∂{NAMES[weight]}" for weight in PLANES[settings.plane])
    outline = None if settings.clipping == OFF else OUTLINES[settings.clipping](settings.limit)
    shown = [BEFORE] if settings.clipping == OFF else [BEFORE, AFTER]
    return gradient_limit(shown, (names[0], names[1]), 1.6 * settings.limit, outline)


def plane(settings: GradientClippingSettings) -> Any:
    """The path over two weights, with the last step as it was made and as it would have been."""
    examples, cut = experiment.data(settings), experiment.plane(settings, N_PLANE)
    height = loss_on(cut, experiment.MODEL, experiment.LOSS, examples.X, examples.y)
    first, second = PLANES[settings.plane]
    optimum = examples.bowl.optimum
    descent = Descent("path", Track(), Track(how="now"))
    mark = Mark(float(optimum[first]), float(optimum[second]), "least squares")
    drawn = Plane(cut.a, cut.b, height, NAMES[first], NAMES[second])
    return parameter_plane(drawn, [descent], [mark]).add_traces([WANTED.trace(), MADE.trace()])


def loss(settings: GradientClippingSettings) -> Any:
    """The loss of the batches and of all examples."""
    curves, first = (
        [LOSSES["batch"], LOSSES["training"]],
        float(experiment.data(settings).bowl.loss(experiment.start(settings))),
    )
    return loss_curve(curves, scale=settings.loss_axis, loss_name="mean squared error", first_loss=first)


def errors(settings: GradientClippingSettings) -> Any:
    """How far each weight is from least squares."""
    return gap_traces(ERRORS, "distance from least squares", LOGARITHMIC)


FIGURES = (
    FigureSlot(
        "norms", "Gradient norm", norms, "at every step, before and after clipping", redrawn_by=("clipping", "limit")
    ),
    FigureSlot(
        "arrows",
        "Gradient",
        arrows,
        "of the last step, and what the limit leaves of it",
        redrawn_by=("clipping", "limit", "plane"),
    ),
    FigureSlot(
        "parameter-plane",
        "Parameter plane",
        plane,
        "the path, and the step that clipping prevented",
        redrawn_by=("plane",),
    ),
    FigureSlot("errors", "Weights", errors, "their distance from least squares", redrawn_by=()),
    FigureSlot("loss", "Loss", loss, "of each batch before its step, and of all examples", redrawn_by=("loss_axis",)),
)
