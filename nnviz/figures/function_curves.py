"""Functions of one number as curves, with points on them that a setting moves."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import Meta
from nnviz.figures.colours import INK, PALETTE, WHITE
from nnviz.figures.theme import blank

LINE_STYLES = {
    "first": {"color": PALETTE["blue"], "dash": "solid", "width": 4},
    "second": {"color": PALETTE["vermillion"], "dash": "dash", "width": 3},
    "third": {"color": PALETTE["bluish green"], "dash": "dot", "width": 4},
    "fourth": {"color": PALETTE["reddish purple"], "dash": "dashdot", "width": 3},
    "fifth": {"color": PALETTE["sky blue"], "dash": "longdash", "width": 3},
    "sixth": {"color": PALETTE["orange"], "dash": "longdashdot", "width": 3},
    "gap": {"color": PALETTE["orange"], "dash": "solid", "width": 6},
    "link": {"color": INK, "dash": "dot", "width": 2},
}
"""The part a line plays -> how it looks; each differs from the others without colour too."""

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
"""The parts of lines that are told from each other and play no other part."""

SPOT_STYLES = {
    "event": {"color": PALETTE["orange"], "symbol": "circle", "size": 16},
    "other": {"color": PALETTE["sky blue"], "symbol": "diamond", "size": 14},
    "end": {"color": PALETTE["vermillion"], "symbol": "x", "size": 12},
}
"""The part a point plays -> how it looks."""


@dataclass(frozen=True)
class Axis:
    """An axis: its title, its range (None: as far as the curves go), and whether it is logarithmic.

    The range of a logarithmic axis is given in the numbers themselves, not in their logarithms.
    """

    title: str
    range: tuple[float, float] | None = None
    logarithmic: bool = False

    def layout(self) -> dict[str, Any]:
        """Return what Plotly wants to know."""
        kind: dict[str, Any] = {"type": "log", "tickformat": "~g"} if self.logarithmic else {"type": "linear"}
        return {"title": {"text": self.title}, "range": self._range(), **kind}

    def _range(self) -> list[float] | None:
        if self.range is None:
            return None
        return [math.log10(end) for end in self.range] if self.logarithmic else list(self.range)


@dataclass(frozen=True, eq=False)
class Line:
    """A curve through x (n,) and y (n,); `style` is a key of LINE_STYLES; without a name it is not in the legend."""

    x: FloatArray
    y: FloatArray
    name: str
    style: str = "first"
    mode: str = "lines"


@dataclass(frozen=True, eq=False)
class Spots:
    """Points x (n,), y (n,) with labels beside them; `style` is a key of SPOT_STYLES."""

    x: Iterable[float]
    y: Iterable[float]
    name: str
    labels: tuple[str, ...] = ()
    style: str = "event"
    position: str = "top center"


def function_curves(
    axes: tuple[Axis, Axis],
    lines: Iterable[Line],
    spots: Iterable[Spots] = (),
    touch: Meta | None = None,
) -> go.Figure:
    """Draw curves over the axes (x, y) and points on them.

    `touch` is the layout's meta, which says what dragging on the picture sets: see bindings.drags and bindings.handles.
    """
    figure = blank(xaxis=axes[0].layout(), yaxis=axes[1].layout())
    if touch is not None:
        figure.update_layout(meta=touch)
    figure.add_traces([_line(line) for line in lines])
    return figure.add_traces([_spots(points) for points in spots])


def _line(line: Line) -> go.Scatter:
    return go.Scatter(
        x=line.x,
        y=line.y,
        mode=line.mode,
        name=line.name,
        showlegend=bool(line.name),
        line=LINE_STYLES[line.style],
        marker={"size": 8},
        hovertemplate="(%{x:.4g}, %{y:.4g})",
    )


def _spots(points: Spots) -> go.Scatter:
    return go.Scatter(
        x=list(points.x),
        y=list(points.y),
        mode="markers+text" if points.labels else "markers",
        name=points.name,
        text=list(points.labels),
        textposition=points.position,
        textfont={"size": 16},
        marker={**SPOT_STYLES[points.style], "line": {"color": WHITE, "width": 2}},
        cliponaxis=False,
        hovertemplate="(%{x:.4g}, %{y:.4g})",
    )
