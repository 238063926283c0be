"""What a model says of K classes: who is taken for whom, and the logits and probabilities of one example as bars."""

from typing import Any

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, INK, PALETTE, WHITE, lightened
from nnviz.figures.plain_text import plain_text
from nnviz.figures.theme import blank

FEW = 4
"""As many classes have room for large numbers."""


def class_confusion(class_names: tuple[str, ...], counts: str) -> go.Figure:
    """Draw how often class i (row) is called j (column); `counts` names the recorded K·K numbers, row by row."""
    n, names = len(class_names), list(map(plain_text, class_names))
    ticks = {"tickvals": list(range(n)), "ticktext": names, "showgrid": False}
    figure = blank(
        xaxis={"title": {"text": "called"}, "range": [-0.5, n - 0.5], **ticks},
        yaxis={"title": {"text": "class"}, "range": [n - 0.5, -0.5], **ticks},
    )
    return figure.add_trace(
        go.Heatmap(
            x=np.tile(np.arange(n), n),
            y=np.repeat(np.arange(n), n),
            z=[None],
            colorscale=[[0.0, WHITE], [1.0, lightened(PALETTE["blue"], 0.3)]],
            zmin=0,
            showscale=False,
            xgap=3,
            ygap=3,
            texttemplate="%{z}",
            textfont={"size": 22 if n <= FEW else 14},
            hovertemplate="class %{y}, called %{x}: %{z}<extra></extra>",
            meta=follows(z=counts),
        )
    )


def probability_bars(class_names: tuple[str, ...], right: int, picture: FloatArray | None = None) -> go.Figure:
    """Draw the logits of one example above, and below their softmax, made with and without care; `right` is its class.

    An example that is a picture, points (height, width) from 0 to 1, is shown beside them. The recorded arrays
    (steps, K) are scaled_logits, stable and naive; where the last is undefined no bar is drawn.
    """
    n, place = len(class_names), np.arange(float(len(class_names)))
    names = [f"<b>{name}</b>" if k == right else name for k, name in enumerate(map(plain_text, class_names))]
    ticks = {"tickvals": list(range(n)), "ticktext": names, "range": [-0.6, n - 0.4]}
    figure = blank(
        xaxis={"anchor": "y2", **ticks, "title": {"text": "class (the right one bold)"}},
        yaxis={"domain": [0.62, 1.0], "title": {"text": "logit"}, "nticks": 4},
        yaxis2={"domain": [0.0, 0.52], "title": {"text": "probability"}, "range": [0.0, 1.3], "nticks": 3},
        barmode="overlay",
    )
    blue = PALETTE["blue"]
    figure.add_trace(_bars("scaled_logits", "logits", place, {"color": blue}).update(width=0.5, showlegend=False))
    figure.add_trace(_bars("stable", "the largest subtracted first", np.subtract(place, 0.2), {"color": blue}, "y2"))
    figure.add_trace(_bars("naive", "as the formula is written", place + 0.2, HATCHED, "y2"))
    if picture is not None:
        _add_picture(figure, picture)
    if n > FEW:
        return figure
    return figure.add_scatter(
        x=place - 0.2,
        y=[None],
        yaxis="y2",
        mode="text",
        texttemplate="%{y:.2f}",
        textposition="top center",
        showlegend=False,
        hoverinfo="skip",
        meta=follows(y="stable"),
    )


HATCHED = {"color": GREY, "pattern": {"shape": "/", "fgcolor": INK, "size": 6}}


def _bars(array: str, name: str, x: FloatArray, look: dict[str, Any], axis: str = "y") -> go.Bar:
    return go.Bar(
        x=x,
        y=[None],
        width=0.38,
        yaxis=axis,
        name=name,
        marker={**look, "line": {"color": INK, "width": 1}},
        hovertemplate="%{y:.6g}<extra></extra>",
        meta=follows(y=array),
    )


def _add_picture(figure: go.Figure, picture: FloatArray) -> None:
    """At the right of the logits, which give it room."""
    hidden = {"visible": False, "constrain": "domain"}
    figure.update_layout(
        xaxis={"domain": [0.0, 0.76]},
        xaxis3={"domain": [0.8, 1.0], "anchor": "y3", **hidden},
        yaxis3={"domain": [0.5, 1.0], "anchor": "x3", "autorange": "reversed", "scaleanchor": "x3", **hidden},
    )
    figure.add_heatmap(
        z=picture,
        xaxis="x3",
        yaxis="y3",
        colorscale=[[0.0, WHITE], [1.0, INK]],
        showscale=False,
        hoverinfo="skip",
    )
