"""The objective along one weight: the loss, the penalty, their sum, and where the sum has its minima."""

import numpy as np

from nnviz.core.types import FloatArray, IntArray
from nnviz.figures import graph_objects as go
from nnviz.figures.colours import INK, PALETTE, ROLES
from nnviz.figures.theme import blank


def local_minima(heights: FloatArray) -> IntArray:
    """The places of the points (n,) that lie below both neighbours; ends and flat stretches do not count."""
    inner = heights[1:-1]
    lower: IntArray = 1 + np.flatnonzero((inner < heights[:-2]) & (inner < heights[2:]))
    return lower


def objective_slice(weight: FloatArray, loss: FloatArray, penalty: FloatArray, name: str) -> go.Figure:
    """Draw loss (n,), penalty (n,) and their sum over the values (n,) of the weight of that name, minima marked."""
    total = loss + penalty
    figure = blank(xaxis={"title": {"text": name}}, yaxis={"title": {"text": "height"}, "rangemode": "tozero"})
    parts = (
        ("loss", loss, ROLES["training"], "dash"),
        ("penalty", penalty, ROLES["penalty"], "dot"),
        ("objective", total, ROLES["objective"], "solid"),
    )
    for part, heights, colour, dash in parts:
        figure.add_scatter(
            x=weight,
            y=heights,
            mode="lines",
            name=part,
            line={"color": colour, "dash": dash, "width": 3},
            hovertemplate=f"{name} %{{x:.4g}}<br>{part} %{{y:.5g}}<extra></extra>",
        )
    lowest = local_minima(total)
    return figure.add_scatter(
        x=weight[lowest],
        y=total[lowest],
        mode="markers",
        name="minimum" if len(lowest) < 2 else "local minima",
        marker={"color": PALETTE["yellow"], "symbol": "star", "size": 17, "line": {"color": INK, "width": 1.5}},
        hovertemplate="minimum at %{x:.5g}<extra></extra>",
    )
