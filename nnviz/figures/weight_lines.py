"""How the weights of a linear model are drawn wherever all of them appear at once: one colour and dash for each."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, PALETTE
from nnviz.figures.theme import blank

STYLES = tuple(
    {"color": PALETTE[colour], "dash": dash, "width": 3}
    for colour, dash in (
        ("blue", "solid"),
        ("vermillion", "dash"),
        ("bluish green", "dot"),
        ("orange", "dashdot"),
        ("sky blue", "longdash"),
        ("reddish purple", "longdashdot"),
        ("blue", "dot"),
        ("vermillion", "solid"),
    )
)
"""The looks of the weights, in their order; the ninth looks like the first again."""

_LOG = {"type": "log", "tickformat": "~g"}


def style(place: int) -> dict[str, Any]:
    """Return the line of the weight at a place."""
    return STYLES[place % len(STYLES)]


def vertical_line(figure: go.Figure, x: float, label: str) -> go.Figure:
    """Mark a place on the logarithmic horizontal axis by a thin line with its label, and return the figure.

    Plotly takes a line's place as it is and an annotation's as its logarithm.
    """
    figure.add_shape(type="line", x0=x, x1=x, y0=0, y1=1, yref="y domain", line={"color": GREY, "dash": "dot"})
    return figure.add_annotation(
        x=math.log10(x), y=1, yref="y domain", yanchor="bottom", text=label, showarrow=False, font={"size": 14}
    )


def weight_paths(
    strengths: FloatArray, weights: FloatArray, names: Sequence[str], strength_now: float | None = None
) -> go.Figure:
    """Draw weights (L, P) over λ (L,) on a logarithmic axis, one line for each of the P names.

    A strength now above 0 is marked by a line across.
    """
    figure = blank(xaxis={"title": {"text": "penalty strength λ"}, **_LOG}, yaxis={"title": {"text": "exact weight"}})
    for place, name in enumerate(names):
        figure.add_scatter(
            x=strengths,
            y=weights[:, place],
            mode="lines",
            name=name,
            line=style(place),
            hovertemplate=f"λ = %{{x:.4g}}<br>{name} %{{y:.5g}}<extra></extra>",
        )
    return vertical_line(figure, strength_now, "λ now") if strength_now else figure


def weights_by_batch_size(
    sizes: Sequence[int], exact: FloatArray, names: Sequence[str], trained: Mapping[str, str], size_now: int | None
) -> go.Figure:
    """Draw exact weights (R, P) over the batch size, and what runs of these sizes have reached.

    `trained` names the recorded array (R values at each step) of each weight; it is empty where no such runs are made.
    """
    figure = blank(
        xaxis={"title": {"text": "batch size B"}, **_LOG, "tickvals": list(sizes)}, yaxis={"title": {"text": "weight"}}
    )
    for place, name in enumerate(names):
        figure.add_scatter(
            x=list(sizes),
            y=exact[:, place],
            mode="lines",
            name=f"{name}, exact",
            line=style(place),
            hovertemplate=f"B = %{{x}}<br>{name} %{{y:.5g}}<extra></extra>",
        )
    for place, name in enumerate(names):
        if name in trained:
            figure.add_scatter(
                x=list(sizes),
                y=[None] * len(sizes),
                mode="markers",
                name=f"{name}, trained",
                marker={"color": style(place)["color"], "size": 11, "symbol": "diamond-open", "line": {"width": 3}},
                hovertemplate=f"B = %{{x}}<br>{name} %{{y:.5g}}<extra></extra>",
                meta=follows(y=trained[name]),
            )
    return vertical_line(figure, size_now, "B now") if size_now else figure
