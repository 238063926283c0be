"""How the answers of many networks are spread, with single answers marked as vertical lines; all follow the run."""

from collections.abc import Iterable

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import PALETTE, WHITE
from nnviz.figures.loss_curve import Curve
from nnviz.figures.theme import blank


def answer_histogram(measure: str, marks: Iterable[Curve]) -> go.Figure:
    """Draw the recorded histogram "answer_x", "answer_share" (steps, n_bins), and a line for each mark.

    `measure` names the horizontal axis. A mark's `array` names the recorded ends (steps, 2) of its line along x; all
    share their ends along y, "mark_y".
    """
    figure = blank(
        xaxis={"title": {"text": measure}},
        yaxis={"title": {"text": "subnetworks (%)"}, "rangemode": "tozero"},
        bargap=0.0,
    )
    figure.add_trace(
        go.Bar(
            x=[None],
            y=[None],
            name="subnetworks",
            marker={"color": PALETTE["sky blue"], "line": {"color": WHITE, "width": 0.5}},
            hovertemplate="%{x:.4g}: %{y:.3g} %<extra></extra>",
            meta=follows(x="answer_x", y="answer_share"),
        )
    )
    return figure.add_traces([_mark(mark) for mark in marks])


def _mark(mark: Curve) -> go.Scatter:
    return go.Scatter(
        x=[None],
        y=[None],
        mode="lines",
        name=mark.name,
        line={"color": mark.colour, "dash": mark.dash, "width": mark.width},
        hovertemplate="%{x:.6g}",
        meta=follows(x=mark.array, y="mark_y"),
    )
