"""Two distributions over the same outcomes, bar beside bar."""

from collections.abc import Iterable, Sequence

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import Meta, handles
from nnviz.figures.colours import INK, PALETTE
from nnviz.figures.theme import blank

OFFSET = 0.21
"""How far left of its outcome the bar of p stands, and right of it that of q."""

_LOOKS = {
    "p": {"color": PALETTE["blue"], "pattern": {"shape": ""}},
    "q": {"color": PALETTE["orange"], "pattern": {"shape": "/", "fgcolor": INK, "fillmode": "overlay", "size": 6}},
}


def places_of_bars(n: int) -> dict[str, list[float]]:
    """Where on the x axis the bars of p and q stand for n outcomes."""
    return {"p": [i - OFFSET for i in range(n)], "q": [i + OFFSET for i in range(n)]}


def distribution_bars(names: Sequence[str], p: FloatArray, q: FloatArray, dragged: Iterable[Meta] = ()) -> go.Figure:
    """Draw the probabilities p (n,) and q (n,) of the named outcomes as bars; every bar says its height.

    `dragged` are what can be dragged, each made by bindings.handle.
    """
    figure = blank(
        xaxis={"title": {"text": "outcome"}, "tickvals": list(range(len(names))), "ticktext": list(names)},
        yaxis={"title": {"text": "probability"}, "range": [0.0, 1.08]},
    )
    figure.update_layout(meta=handles(*dragged))
    places = places_of_bars(len(names))
    return figure.add_traces(
        [_bars(name, places[name], values) for name, values in (("p", p), ("q", q))],
    )


def _bars(name: str, x: list[float], probabilities: FloatArray) -> go.Bar:
    return go.Bar(
        x=x,
        y=probabilities.tolist(),
        width=1.9 * OFFSET,
        name=name,
        marker={**_LOOKS[name], "line": {"color": INK, "width": 1}},
        text=[f"{value:.2f}" for value in probabilities],
        textposition="outside",
        textfont={"size": 14},
        cliponaxis=False,
        hovertemplate=f"{name} = %{{y:.4g}}<extra></extra>",
    )
