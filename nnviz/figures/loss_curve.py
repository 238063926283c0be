"""The loss over the steps of a run: of the batch, of all training examples, of those held out."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Any

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import grows
from nnviz.figures.colours import ROLES
from nnviz.figures.theme import blank

LOGARITHMIC: dict[str, Any] = {"type": "log", "tickformat": "~g", "nticks": 3}
"""A true log axis. With three ticks or so, Plotly labels 1, 2 and 5 of a decade, never all nine, which overlap."""

SCALES: dict[str, dict[str, Any]] = {"linear": {"type": "linear", "rangemode": "tozero"}, "logarithmic": LOGARITHMIC}
"""The word the user sees for the loss axis -> the axis."""

HIGHEST = 3.0
"""How far above the loss of the start a linear axis goes."""


@dataclass(frozen=True)
class Curve:
    """One growing line: the recorded array it shows, what it is called, and how it looks."""

    array: str
    name: str
    colour: str
    dash: str = "solid"
    width: float = 3.0


LOSSES = {
    "batch": Curve("batch_loss", "batch", ROLES["batch"], width=1.0),
    "training": Curve("training_loss", "training", ROLES["training"]),
    "validation": Curve("validation_loss", "validation", ROLES["validation"], dash="dash"),
    "with penalty": Curve("objective", "with penalty", ROLES["objective"], dash="dot"),
}
"""The losses a run records, in the order in which they are drawn; the last lies on top."""


def growing_line(curve: Curve, step: str = "step") -> go.Scatter:
    """Return an empty line that grows with the run, over the recorded array named by `step`."""
    return go.Scatter(
        x=[None],
        y=[None],
        mode="lines",
        name=curve.name,
        line={"color": curve.colour, "dash": curve.dash, "width": curve.width},
        hovertemplate="%{y:.4g}",
        meta=grows(x=step, y=curve.array),
    )


def loss_curve(
    curves: Iterable[Curve] = tuple(LOSSES.values()),
    step: str = "step",
    scale: str = "linear",
    loss_name: str = "loss",
    first_loss: float = 0.0,
) -> go.Figure:
    """Draw losses against the step, on a "linear" or a truly "logarithmic" axis.

    The curves are empty and grow with the run; each names its recorded array. Hover shows the step and all losses at
    it. `loss_name` names the axis and says what the loss is. A linear axis ends at HIGHEST times the `first_loss`,
    where that is given: it cuts a run that diverges, which would make lines at zero of the others. Raises KeyError for
    an unknown scale.
    """
    figure = blank(
        xaxis={"title": {"text": "step"}, "rangemode": "tozero"},
        yaxis={"title": {"text": loss_name}, **SCALES[scale]},
        hovermode="x unified",
    )
    if scale == "linear" and 0.0 < first_loss < inf:
        figure.update_yaxes(autorangeoptions={"clipmax": HIGHEST * first_loss})
    figure.update_xaxes(hoverformat=",d", unifiedhovertitle={"text": "step %{x}"})
    return figure.add_traces([growing_line(curve, step) for curve in curves])
