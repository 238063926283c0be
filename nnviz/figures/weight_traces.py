"""Weights over the steps of runs: lines that grow, and the levels that they should reach."""

from collections.abc import Iterable, Mapping

from nnviz.figures import graph_objects as go
from nnviz.figures.colours import GREY
from nnviz.figures.loss_curve import Curve, growing_line
from nnviz.figures.theme import blank


def weight_traces(
    curves: Iterable[Curve],
    levels: Iterable[float] = (),
    y_name: str = "weight",
    y_range: tuple[float, float] | None = None,
    step_name: str = "step",
) -> go.Figure:
    """Draw recorded weights against the step, each level as a thin line across.

    `y_range` holds the vertical axis; without it the axis follows what is drawn.
    """
    figure = blank(
        xaxis={"title": {"text": step_name}, "rangemode": "tozero", "hoverformat": ",d"},
        yaxis={"title": {"text": y_name}, "range": None if y_range is None else list(y_range)},
        hovermode="x unified",
    )
    for level in levels:
        figure.add_hline(y=level, line={"color": GREY, "width": 1.5, "dash": "dot"})
    return figure.add_traces([growing_line(curve) for curve in curves])


def gap_traces(curves: Iterable[Curve], y_name: str, scale: Mapping[str, object], step_name: str = "step") -> go.Figure:
    """Draw recorded heights against the step, on the vertical axis that `scale` (of loss_curve.SCALES) describes."""
    figure = weight_traces(curves, y_name=y_name, step_name=step_name)
    return figure.update_yaxes(scale)
