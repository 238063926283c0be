"""The figures of the lesson on stochastic gradient descent."""

from typing import Any, NamedTuple

import numpy as np

from nnviz.core.analysis.landscape import Slice, coordinate_slice, loss_on
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.figures.colours import PALETTE
from nnviz.figures.descents import Descent, Mark, Track
from nnviz.figures.loss_curve import Curve, growing_line, loss_curve
from nnviz.figures.parameter_plane import parameter_plane
from nnviz.figures.planes import Plane
from nnviz.figures.spread import Column, Target
from nnviz.figures.spread import spread as spread_of
from nnviz.figures.update_losses import UpdateLosses, update_losses
from nnviz.lessons.stochastic_gradient_descent import runs
from nnviz.lessons.stochastic_gradient_descent.settings import (
    CLOSE,
    EPOCHS,
    FIRST,
    STEPS,
    SWITCHES,
    SGDSettings,
    batch_sizes,
)
from nnviz.page.lesson import FigureSlot
from nnviz.user_data.standardised_line import WEIGHT_NAMES

N_PLANE = 50
FARTHEST = 20.0  # from least squares: a run that ends beyond has left the picture
OWN_FARTHEST = 3.0  # the same where data of one's own are standardised
BIAS_RANGE, SLOPE_RANGE = (-4.0, 16.0), (-6.0, 14.0)


class Look(NamedTuple):
    """How one batch size is drawn everywhere."""

    colour: str
    dash: str
    width: float


LOOKS = {
    "show_1": Look(PALETTE["sky blue"], "solid", 1.5),
    "show_8": Look(PALETTE["bluish green"], "solid", 2.5),
    "show_yours": Look(PALETTE["orange"], "dash", 3.0),
    "show_all": Look(PALETTE["vermillion"], "dot", 4.0),
}


class Axis(NamedTuple):
    """What the training loss is drawn against: the recorded array of a run, and the axis."""

    array: str
    layout: dict[str, Any]


AXES = {
    EPOCHS: Axis("epoch", {"title_text": "epoch", "hoverformat": ".3f"}),
    # Not a tick for every decade: on the way from a linear axis to this one there may be a hundred thousand decades.
    STEPS: Axis("updates_{}", {"title_text": "step", "type": "log", "tickformat": "~s", "nticks": 6}),
}
EXAMPLES_AXIS = Axis("step", {"title_text": "examples seen"})


def name_of(settings: SGDSettings, switch: str) -> str:
    """What the run of a switch is called."""
    size = batch_sizes(settings)[switch]
    return f"B = {'N' if size is None else size}"


def shown(settings: SGDSettings) -> list[str]:
    """The runs that are drawn, by switch."""
    return [switch for switch in SWITCHES if getattr(settings, switch)]


def loss(settings: SGDSettings) -> Any:
    """The loss of all examples after each run's last complete update."""
    axis = AXES.get(settings.x_axis, EXAMPLES_AXIS)
    figure = loss_curve([], scale=settings.loss_axis, loss_name="mean squared error")
    for switch in shown(settings):
        look = LOOKS[switch]
        curve = Curve(f"training_loss_{switch}", name_of(settings, switch), look.colour, look.dash, look.width)
        figure.add_trace(growing_line(curve, axis.array.format(switch)))
    figure.update_xaxes(axis.layout, unifiedhovertitle_text=f"{axis.layout['title_text']} %{{x}}")
    return figure.update_layout(showlegend=True, yaxis_range=_loss_range(settings))


def _loss_range(settings: SGDSettings) -> list[float]:
    compared = runs.comparison(settings)
    highest = float(compared.bowl.loss(compared.start))
    if settings.loss_axis == "linear":
        return [0.0, 1.25 * highest]
    lowest = max(0.7 * compared.bowl.least, 1e-9 * highest)
    return [float(np.log10(lowest)), float(np.log10(3.0 * highest))]


def updates(settings: SGDSettings) -> Any:
    """The loss of the batch of every update, known before the run is played."""
    compared = runs.comparison(settings)
    series = [
        UpdateLosses(
            compared.runs[switch].updates.loss,
            name_of(settings, switch),
            LOOKS[switch].colour,
            LOOKS[switch].dash,
            f"updates_{switch}",
            f"batch_loss_{switch}",
            LOOKS[switch].width,
        )
        for switch in shown(settings)
    ]
    highest = 5.0 * float(compared.bowl.loss(compared.start))
    return update_losses(series, 500 if settings.updates_shown == FIRST else None, settings.loss_axis, highest)


def plane(settings: SGDSettings) -> Any:
    """The loss of all examples over the two weights, with all paths."""
    compared = runs.comparison(settings)
    descents = [
        Descent(
            name=name_of(settings, switch),
            path=Track(f"path_x_{switch}", f"path_y_{switch}"),
            point=Track(f"path_x_{switch}", f"path_y_{switch}", how="now"),
            colour=LOOKS[switch].colour,
            dash=LOOKS[switch].dash,
        )
        for switch in shown(settings)
    ]
    bias, slope = compared.bowl.optimum.tolist()
    figure = parameter_plane(_plane(settings), descents, [Mark(bias, slope, "least squares")])
    return figure.update_traces(line_width=2, selector={"mode": "lines"})


def _plane(settings: SGDSettings) -> Plane:
    compared, flat = runs.comparison(settings), coordinate_slice(np.zeros(2), 0, 1)
    bias, slope = (np.linspace(low, high, N_PLANE) for low, high in _ranges(settings))
    cut = Slice(flat.anchor, flat.directions, bias, slope)
    height = loss_on(cut, Network(1), LOSSES["mean squared error"], compared.X, compared.y)
    names = WEIGHT_NAMES if runs.chosen(settings).is_own else ("bias", "w1")
    return Plane(cut.a, cut.b, height, *names)


def _ranges(settings: SGDSettings) -> list[tuple[float, float]]:
    """The whole way, or a square around the least squares weights that the jitter of single examples fills."""
    if settings.view != CLOSE:
        return _whole_way(settings) if runs.chosen(settings).is_own else [BIAS_RANGE, SLOPE_RANGE]
    optimum = runs.comparison(settings).bowl.optimum
    ends = runs.spread(settings).weights["show_1"]
    reach = 3.0 * float(np.abs(ends - optimum).max(initial=0.0, where=np.abs(ends) < 1e3)) or 0.1
    return [(centre - reach, centre + reach) for centre in optimum.tolist()]


def _whole_way(settings: SGDSettings) -> list[tuple[float, float]]:
    """A square around least squares with the start and all weights in it that lie not far away."""
    compared = runs.comparison(settings)
    optimum = compared.bowl.optimum
    away = [np.abs(run.weights - optimum).max(axis=1) for run in compared.runs.values()]
    reach = 1.1 * max(float(distances.max(initial=0.1, where=distances < OWN_FARTHEST)) for distances in away)
    return [(centre - reach, centre + reach) for centre in optimum.tolist()]


def spread(settings: SGDSettings) -> Any:
    """Where a hundred shuffles of the same examples end."""
    found, optimum = runs.spread(settings), runs.comparison(settings).bowl.optimum
    columns = [
        Column(name_of(settings, switch), found.weights[switch][:, 1], LOOKS[switch].colour) for switch in SWITCHES
    ]
    epochs = "1 epoch" if found.n_epochs == 1 else f"{found.n_epochs} epochs"
    farthest = OWN_FARTHEST if runs.chosen(settings).is_own else FARTHEST
    target = Target("least squares", float(optimum[1]), farthest)
    return spread_of(columns, target, "batch size", f"w1 after {epochs}")


SHOWN = ("show_1", "show_8", "show_yours", "show_all")
"""The switches of the runs."""

FIGURES = (
    FigureSlot(
        "loss",
        "Loss of all examples",
        loss,
        "what a step has cost and brought",
        redrawn_by=(*SHOWN, "x_axis", "loss_axis"),
    ),
    FigureSlot(
        "parameter-plane",
        "Parameter plane",
        plane,
        "the paths over the loss of all examples",
        redrawn_by=(*SHOWN, "view"),
    ),
    FigureSlot(
        "updates",
        "Loss of every update",
        updates,
        "that of its batch before the step; the points play",
        redrawn_by=(*SHOWN, "loss_axis", "updates_shown"),
    ),
    FigureSlot("spread", "A hundred shuffles", spread, "runs that differ in the order alone", redrawn_by=()),
)
