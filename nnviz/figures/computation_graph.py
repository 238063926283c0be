"""The graph of a computation: values appear forward, derivatives backward, and the rule of each step under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.core.types import BoolArray, FloatArray, IntArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, INK, PALETTE, ROLES, WHITE
from nnviz.figures.layered_layout import Layout, layered_layout
from nnviz.figures.theme import blank

VALUE_COLOUR, DERIVATIVE_COLOUR = ROLES["value"], ROLES["derivative"]
MOST_ROWS, MOST_COLUMNS = 3.3, 8.0  # of a graph in large type, in gaps between nodes
ROOM_FOR_RULES = 0.19  # the share of the picture's height under the graph
MARGIN = 0.6  # above and below, in gaps between nodes
LARGE_LABEL = 0.11  # from a node to its label in large type, in heights of the graph


@dataclass(frozen=True, eq=False)
class DrawnGraph:
    """What is to be drawn of a computation whose node i is computed from the nodes parents[i], of smaller numbers.

    `symbols` stand on the nodes, `texts` say on hover what a node is, `values` are written above the nodes, and
    `rules` are the sentences of the steps, step 0 included. `inputs` are the nodes that hold a variable.
    """

    parents: Sequence[Sequence[int]]
    symbols: Sequence[str]
    texts: Sequence[str]
    values: Sequence[str]
    rules: Sequence[str]
    inputs: frozenset[int]

    @cached_property
    def layout(self) -> Layout:
        """Where the nodes stand."""
        return layered_layout(self.parents)

    @cached_property
    def lines(self) -> tuple[list[float], list[float], list[int]]:
        """The points x, y of all edges, and for each point its child; a point of no child (−1) ends each edge."""
        x: list[float] = []
        y: list[float] = []
        child: list[int] = []
        for (_, end), line in self.layout.edges.items():
            x += [*line[:, 0].tolist(), line[-1, 0]]
            y += [*line[:, 1].tolist(), line[-1, 1]]
            child += [end] * len(line) + [-1]
        return x, y, child

    @cached_property
    def range(self) -> tuple[float, float]:
        """From where to where the picture goes upwards."""
        drawn = [*self.layout.y, *self.lines[1]]
        return min(drawn) - MARGIN, max(drawn) + MARGIN

    @cached_property
    def is_small(self) -> bool:
        """Whether there is room for large type, with values above the nodes and derivatives below them."""
        return self.range[1] - self.range[0] < MOST_ROWS + 2 * MARGIN and self.layout.x.max() < MOST_COLUMNS

    @property
    def type_size(self) -> int:
        """How large labels are."""
        return 16 if self.is_small else 12

    @property
    def label_shift(self) -> tuple[float, float]:
        """From a node to its value: above it, or to its right where many nodes share the picture."""
        return (0.0, LARGE_LABEL * (self.range[1] - self.range[0])) if self.is_small else (0.14, 0.21)


def heights(graph: DrawnGraph, active: IntArray, known: BoolArray, received: FloatArray) -> dict[str, NDArray[Any]]:
    """The recorded arrays that the picture follows, one row per step, NaN for what is not shown.

    active (S,) is the node at work or −1, known (S, n) says which values are there, received (S, n) are derivatives.
    """
    _, line_y, child = graph.lines
    y, shift = graph.layout.y, graph.label_shift[1]
    step = np.arange(len(active))
    is_active = (np.array(child) == active[:, None]) & (active[:, None] >= 0)
    at = np.append(y, np.nan)[active]
    shown = {
        "value_y": np.where(known, y + shift, np.nan),
        "derivative_y": np.where(np.isnan(received), np.nan, y - shift),
        "active_lines": np.where(is_active, np.array(line_y), np.nan),
        "active_x": np.append(graph.layout.x, np.nan)[active][:, None],
        "active_y": at[:, None],
        "rule_y": np.where(step[:, None] == np.arange(len(graph.rules)), 0.5, np.nan),
    }
    return {"received": received, **{name: rows.astype(np.float32) for name, rows in shown.items()}}


def computation_graph(graph: DrawnGraph) -> go.Figure:
    """Draw the graph; values, derivatives, the step at work and its rule follow the arrays of heights()."""
    last = max(float(graph.layout.x.max()), 1.0)
    figure = blank(
        xaxis={"visible": False, "range": [-0.06 * last - 0.1, 1.07 * last + 0.25], "title": {"text": "order"}},
        yaxis={
            "visible": False,
            "range": list(graph.range),
            "domain": [ROOM_FOR_RULES, 1.0],
            "title": {"text": "branches"},
        },
        yaxis2={"visible": False, "range": [0.0, 1.0], "domain": [0.0, ROOM_FOR_RULES], "fixedrange": True},
        margin={"l": 4, "r": 4, "t": 30, "b": 4},
        showlegend=True,
    )
    figure.add_traces([_edges(graph), _active_edges(graph), _ring(graph), *_nodes(graph)])
    figure.add_trace(_labels(graph, list(graph.values), "value", VALUE_COLOUR))
    figure.add_trace(_labels(graph, None, "derivative of f", DERIVATIVE_COLOUR))
    return figure.add_trace(_rules(graph, last / 2))


def _edges(graph: DrawnGraph) -> go.Scatter:
    x, y, child = graph.lines
    gaps = [None if i < 0 else height for i, height in zip(child, y, strict=True)]
    line = {"color": GREY, "width": 1.5, "shape": "spline", "smoothing": 0.6}
    return go.Scatter(x=x, y=gaps, mode="lines", line=line, hoverinfo="skip", showlegend=False)


def _active_edges(graph: DrawnGraph) -> go.Scatter:
    line = {"color": PALETTE["orange"], "width": 5, "shape": "spline", "smoothing": 0.6}
    meta = follows(y="active_lines")
    return go.Scatter(
        x=graph.lines[0], y=[None], mode="lines", line=line, hoverinfo="skip", showlegend=False, meta=meta
    )


def _ring(graph: DrawnGraph) -> go.Scatter:
    """The mark of the node at work."""
    size = 2.1 * graph.type_size + 12
    return go.Scatter(
        x=[None],
        y=[None],
        mode="markers",
        marker={"size": size, "color": PALETTE["orange"]},
        hoverinfo="skip",
        showlegend=False,
        meta=follows(x="active_x", y="active_y"),
    )


def _nodes(graph: DrawnGraph) -> list[go.Scatter]:
    """The inputs as squares, everything else as circles."""
    operations = frozenset(range(len(graph.parents))) - graph.inputs
    return [
        _marks(graph, sorted(graph.inputs), "square", PALETTE["sky blue"]),
        _marks(graph, sorted(operations), "circle", WHITE),
    ]


def _marks(graph: DrawnGraph, places: list[int], symbol: str, fill: str) -> go.Scatter:
    return go.Scatter(
        x=graph.layout.x[places],
        y=graph.layout.y[places],
        mode="markers+text",
        text=[graph.symbols[i] for i in places],
        textfont={"size": graph.type_size, "color": INK},
        hovertext=[graph.texts[i] for i in places],
        hoverinfo="text",
        marker={"size": 2.1 * graph.type_size, "symbol": symbol, "color": fill, "line": {"color": INK, "width": 1.5}},
        showlegend=False,
    )


def _labels(graph: DrawnGraph, values: list[str] | None, name: str, colour: str) -> go.Scatter:
    """The values as they are, or the derivatives as they are recorded."""
    meta = follows(y="value_y") if values else follows(y="derivative_y", customdata="received")
    words = {"text": values} if values else {"texttemplate": "%{customdata:.4~g}", "customdata": [None]}
    return go.Scatter(
        x=graph.layout.x + graph.label_shift[0],
        y=[None],
        mode="text",
        textposition="middle center" if graph.is_small else "middle right",
        **words,
        textfont={"size": graph.type_size, "color": colour, "weight": 600},
        name=name,
        hoverinfo="skip",
        meta=meta,
    )


def _rules(graph: DrawnGraph, middle: float) -> go.Scatter:
    return go.Scatter(
        x=[middle] * len(graph.rules),
        y=[None],
        yaxis="y2",
        mode="text",
        text=list(graph.rules),
        textfont={"size": 15},
        hoverinfo="skip",
        showlegend=False,
        meta=follows(y="rule_y"),
    )
