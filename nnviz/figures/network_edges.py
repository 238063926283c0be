"""Weights as edges: an edge is as wide as its weight is large and coloured by its sign.

All edges of one sign are one trace, a set of thin quadrilaterals whose corners are linear in the recorded widths. So
three hundred edges are drawn as fast as one line, and their widths travel as bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any, NamedTuple

import numpy as np

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows_linearly
from nnviz.figures.colours import GREY, ROLES

FULL_WIDTH = 255  # widths are recorded as bytes
SIGNS = {"positive": ROLES["positive weight"], "negative": ROLES["negative weight"]}
"""The sign of a weight -> the colour of its edge, that of the class it speaks for."""


class Node(NamedTuple):
    """Where a node stands, and its label."""

    x: float
    y: float
    label: str


class Edge(NamedTuple):
    """From where to where an edge runs, the name of its weight, and the place of that among the model's weights."""

    start: Node
    end: Node
    name: str
    weight: int


@dataclass(frozen=True)
class Breadth:
    """Half the width of the widest edge in units of y, and how many of these make a unit of x on the screen.

    The second makes steep edges as wide as flat ones.
    """

    half: float
    aspect: float


def skeleton(edges: Sequence[Edge]) -> go.Scatter:
    """Where the edges run, visible where a weight is small or a neuron dropped."""
    gap: list[tuple[Any, Any]] = [(None, None)]
    points = [point for edge in edges for point in [edge.start[:2], edge.end[:2], *gap]]
    x, y = zip(*points, strict=True)
    line = {"color": GREY, "width": 0.5}
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False, name="edges")


def ribbons(edges: Sequence[Edge], sign: str, array: str, breadth: Breadth) -> go.Scatter:
    """The edges of one sign as quadrilaterals: x stays, y = base ± half the width that `array` has at their weights."""
    x: list[float | None] = []
    base: list[float | None] = []
    factor: list[float] = []
    for start, end, _, _ in edges:
        slope = hypot(1.0, (end.y - start.y) / ((end.x - start.x) * breadth.aspect))
        half = round(breadth.half * slope / FULL_WIDTH, 7)  # short numbers, because they travel as text
        x += [start.x, end.x, end.x, start.x, None]
        base += [start.y, end.y, end.y, start.y, None]
        factor += [-half, -half, half, half, 0.0]
    index = np.repeat([edge.weight for edge in edges], 5).tolist()
    return go.Scatter(
        x=x,
        y=[None],
        mode="none",
        fill="toself",
        fillcolor=SIGNS[sign],
        opacity=0.8,
        hoverinfo="skip",
        name=f"{sign} weight",
        meta=follows_linearly("y", array, base, factor, index),
    )
