"""Accuracy against confidence: of examples of which a model is 80 % sure it should have 80 % right."""

from collections.abc import Iterable
from typing import NamedTuple

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY
from nnviz.figures.theme import blank


class ReliabilityCurve(NamedTuple):
    """One model's: the name that begins its recorded arrays, what it is called, and how it looks."""

    array: str
    name: str
    colour: str
    symbol: str


def reliability_diagram(curves: Iterable[ReliabilityCurve], lowest: float) -> go.Figure:
    """Draw for each bin of the largest probability, which is at least `lowest`, the share that is right.

    The recorded arrays are <array>_confidence, <array>_accuracy_in_bins and <array>_size (steps, bins): NaN in an
    empty bin, and the diameters of the points, whose areas are the examples in the bins.
    """
    figure = blank(
        xaxis={"title": {"text": "largest probability"}, "range": [lowest - 0.05, 1.07]},
        yaxis={"title": {"text": "share that is right"}, "range": [-0.05, 1.12]},
    )
    figure.add_scatter(
        x=[lowest, 1],
        y=[lowest, 1],
        mode="lines",
        name="calibrated",
        line={"color": GREY, "width": 2, "dash": "dash"},
        hoverinfo="skip",
    )
    for curve in curves:
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=curve.name,
            marker={"color": curve.colour, "symbol": curve.symbol, "size": [], "line": {"width": 2}},
            hovertemplate="sure to %{x:.3f}<br>right in %{y:.3f}<extra></extra>",
            meta=follows(
                {"marker.size": f"{curve.array}_size"},
                x=f"{curve.array}_confidence",
                y=f"{curve.array}_accuracy_in_bins",
            ),
        )
    return figure
