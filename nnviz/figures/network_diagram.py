"""A network as nodes and edges: an edge is as wide as its weight is large and coloured by its sign."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nnviz.core.models.flat_weights import LayerShape
from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.class_examples import class_marker
from nnviz.figures.colours import GREY, INK, WHITE
from nnviz.figures.network_edges import SIGNS, Breadth, Edge, Node, ribbons, skeleton
from nnviz.figures.plain_text import plain_text
from nnviz.figures.theme import blank

BREADTH = Breadth(half=0.022, aspect=1.5)
"""Of an edge, in heights of the picture, which is about so many times wider than high."""

LONGEST, ROOM_OF_A_LETTER = 14, 0.035
"""Letters of the name of a class for which room is made, and how much for each, in widths of the network."""

MOST_NUMBERED = 24  # edges whose weights are written beside them
MOST_NAMED = 160  # edges that say their weight under the pointer: each is a point of its own for the browser


@dataclass(frozen=True)
class DiagramArrays:
    """Names of the recorded arrays: edge widths by sign as bytes, the weights, and the size of the crosses on nodes.

    Edges are in the order of the model's weights: layer by layer, neuron by neuron, the bias first. `crosses` has one
    number per feature and hidden neuron, 0 for none; None where no neuron is ever dropped.
    """

    positive: str = "edges_positive"
    negative: str = "edges_negative"
    weights: str = "edge_weights"
    crosses: str | None = None


def network_diagram(
    shapes: Sequence[LayerShape],
    feature_names: Sequence[str],
    arrays: DiagramArrays | None = None,
    numbers: bool = True,
    classes: Sequence[str] = (),
) -> go.Figure:
    """Draw a network: the features on the left, the hidden layers, the output; "1" is what a bias is multiplied with.

    Where there is an output for each of several `classes`, it has the colour of its class, and its name beside it.

    The width of an edge is proportional to the recorded byte. `numbers` writes the weights beside the edges of a small
    network; a large one has no weights to read, only widths. Where `arrays` names crosses, the neurons that a step
    drops are crossed out.
    """
    arrays = arrays or DiagramArrays()
    outputs = list(map(plain_text, classes)) or ["ŷ"]
    room = ROOM_OF_A_LETTER * max(map(len, map(_cut, classes)), default=0)
    columns, edges = _laid_out(shapes, [plain_text(name) for name in feature_names], outputs)
    figure = blank(
        xaxis={
            "visible": False,
            "range": [-0.07, 1.07 + room],
            "fixedrange": True,
            "title": {"text": "layer"},
        },
        yaxis={"visible": False, "range": [-0.04, 1.04], "fixedrange": True, "title": {"text": "neuron"}},
    )
    figure.add_trace(skeleton(edges))
    figure.add_traces([ribbons(edges, sign, getattr(arrays, sign), BREADTH) for sign in SIGNS])
    if len(edges) <= MOST_NAMED:
        figure.add_trace(_weights(edges, arrays.weights, numbers and len(edges) <= MOST_NUMBERED))
    figure.add_trace(_nodes([node for column in columns[: -1 if classes else None] for node in column]))
    figure.add_traces([_class(columns[-1][k], k, plain_text(name)) for k, name in enumerate(map(_cut, classes))])
    if arrays.crosses is not None:
        droppable = [node for column in columns[:-1] for node in column if node.label != "1"]
        figure.add_trace(_crosses(droppable, arrays.crosses))
    return figure


def _laid_out(
    shapes: Sequence[LayerShape], feature_names: Sequence[str], outputs: list[str]
) -> tuple[list[list[Node]], list[Edge]]:
    """The nodes of every column, a bias's "1" on top, and the edges in the order of the weights."""
    columns = []
    for depth, shape in enumerate(shapes):
        names = list(feature_names) if depth == 0 else [f"h{i}" for i in range(1, shape.n_inputs + 1)]
        columns.append(_column(depth / len(shapes), ["1"] * shape.bias + names))
    columns.append(_column(1.0, outputs))
    edges: list[Edge] = []
    for depth, (shape, column) in enumerate(zip(shapes, columns, strict=False)):
        ends = columns[depth + 1]
        for end in ends[len(ends) - shape.n_outputs :]:
            edges += [
                Edge(start, end, f"{start.label} → {end.label}", len(edges) + i) for i, start in enumerate(column)
            ]
    return columns, edges


def _column(x: float, labels: list[str]) -> list[Node]:
    places = (np.arange(len(labels)) + 0.5) / len(labels)
    return [Node(round(x, 4), round(1.0 - float(place), 4), label) for place, label in zip(places, labels, strict=True)]


def _weights(edges: Sequence[Edge], array: str, numbered: bool) -> go.Scatter:
    """The weights as numbers on their edges, or only under the pointer."""
    places: FloatArray = np.array([[*edge.start[:2], *edge.end[:2]] for edge in edges])
    # Edges cross: further along for those that end further down, so that their numbers do not cover each other.
    share = (0.72 - 0.5 * places[:, 3:]) if numbered else 0.5
    at = places[:, :2] + share * (places[:, 2:] - places[:, :2])
    return go.Scatter(
        x=at[:, 0],
        y=at[:, 1],
        mode="text+markers" if numbered else "markers",
        marker={"size": 12, "opacity": 0.0},
        text=[edge.name for edge in edges],
        texttemplate="%{customdata:.1f}" if numbered else None,
        textposition="top center",
        textfont={"size": 12},
        customdata=[None],
        hovertemplate="%{text}: %{customdata:.4g}<extra></extra>",
        showlegend=False,
        name="weights",
        meta=follows(customdata=array),
    )


def _nodes(nodes: Sequence[Node]) -> go.Scatter:
    small = len(nodes) > 20
    return go.Scatter(
        x=[node.x for node in nodes],
        y=[node.y for node in nodes],
        mode="markers" if small else "markers+text",
        text=[node.label for node in nodes],
        textfont={"size": 14, "color": INK},
        marker={"size": 16 if small else 34, "color": WHITE, "line": {"color": INK, "width": 1.5}},
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
        name="neurons",
    )


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def _class(node: Node, k: int, name: str) -> go.Scatter:
    """The output of a class, with the name at its right."""
    return go.Scatter(
        x=[node.x],
        y=[node.y],
        mode="markers+text",
        text=[name],
        textposition="middle right",
        textfont={"size": 14, "color": INK},
        marker={**class_marker(k, size=16), "line": {"color": INK, "width": 1.5}},
        hovertemplate=f"{node.label}<extra></extra>",
        showlegend=False,
        name=node.label,
    )


def _crosses(nodes: Sequence[Node], array: str) -> go.Scatter:
    """Grey over what a step leaves out."""
    return go.Scatter(
        x=[node.x for node in nodes],
        y=[node.y for node in nodes],
        mode="markers",
        text=[node.label for node in nodes],
        marker={"size": [], "color": GREY, "symbol": "x", "line": {"color": WHITE, "width": 1}},
        hovertemplate="%{text} is dropped at this step<extra></extra>",
        name="dropped at this step",
        showlegend=False,  # its cross would be as large as those of the step are on average
        meta=follows({"marker.size": array}),
    )
