"""A network that shows what each of its neurons says: pictures in the nodes, edges as wide as the weights are large."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.core.models.flat_weights import LayerShape
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import network
from nnviz.figures.colours import INK
from nnviz.figures.network_edges import SIGNS, Breadth, Edge, Node, ribbons, skeleton
from nnviz.figures.network_lattice import Lattice
from nnviz.figures.neuron_images import column_image, curves, standing_curves, standing_image
from nnviz.figures.plain_text import plain_text
from nnviz.figures.theme import blank

WIDEST = 0.009
"""Half the width of the widest edge, in heights of the picture."""

STUB = 0.35
"""How long the stub of a bias is, in halves of its neuron."""

OUTPUT = "output"
"""What the last neuron is called; hidden ones are "1.2", the second of the first layer."""

EDGES, WEIGHTS, IMAGE, CURVES = "edges_{}", "edge_weights", "layer_{}", "neuron_curves"
"""The recorded arrays, by sign and column."""


@dataclass(frozen=True)
class Stepper:
    """Two buttons around a number, above or below the picture at column x: what each sets, None where it cannot."""

    x: float
    side: Literal["top", "bottom"]
    name: str
    value: str
    less: Mapping[str, str] | None
    more: Mapping[str, str] | None


@dataclass(frozen=True)
class NetworkTools:
    """What touching the picture sets.

    `chosen` is the field that says which neuron is shown large, `edits` the one that says which weights are set by
    hand, each by its code of `codes`, in the order of the weights.
    """

    chosen: str
    steppers: tuple[Stepper, ...] = ()
    edits: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class LivingNetwork:
    """What is drawn: the layers, the names of the features, and as what neurons show what they say.

    Recorded are the widths of edges, edges_positive and edges_negative (steps, P), as bytes; edge_weights (steps, P);
    as surfaces over two features layer_<column> (steps, rows, n_cells) for each column but the first, whose `features`
    are (rows, n_cells); as curves over one feature neuron_curves (steps, neurons times N_POINTS).
    """

    shapes: Sequence[LayerShape]
    feature_names: Sequence[str]
    lattice: Lattice
    shows: Literal["surfaces", "curves", "nothing"] = "nothing"
    features: NDArray[np.uint8] | None = None
    tools: NetworkTools | None = None
    class_names: Sequence[str] = ()

    @property
    def outputs(self) -> list[str]:
        """What the outputs are called: by their classes, where there is one for each."""
        return [f"{OUTPUT} {plain_text(name)}" for name in self.class_names] or [OUTPUT]

    def nodes(self) -> list[list[Node]]:
        """The features and the neurons by column, with their names."""
        names = [[plain_text(_without_unit(name)) for name in self.feature_names]]
        names += [neuron_names(layer, shape) for layer, shape in enumerate(self.shapes[:-1], 1)]
        return self.lattice.nodes([*names, self.outputs])


def _without_unit(name: str) -> str:
    """What stands before a unit, or before what was done to the feature."""
    return re.split(r"[,(]", name)[0].strip() or name


def neuron_names(layer: int, shape: LayerShape) -> list[str]:
    """What the neurons of a hidden layer are called."""
    return [f"{layer}.{number}" for number in range(1, shape.n_outputs + 1)]


def living_network(drawn: LivingNetwork) -> go.Figure:
    """Draw the network, features on the left; orange says +, blue −, of weights as of what neurons say."""
    lattice, nodes = drawn.lattice, drawn.nodes()
    weights = [*_weights_of(drawn, nodes)]
    without_ticks = {"visible": False, "fixedrange": True}
    figure = blank(
        xaxis={**without_ticks, "range": [0.0, lattice.n_columns], "title": {"text": "layer"}},
        yaxis={**without_ticks, "range": [0.0, lattice.n_rows], "title": {"text": "neuron"}},
        margin={"l": 4, "r": 4, "t": 30, "b": 30},
        showlegend=False,
        annotations=[*_captions(drawn, nodes)],
        meta=_meta(drawn, nodes, weights),
    )
    breadth = Breadth(WIDEST * lattice.n_rows, lattice.aspect)
    figure.add_trace(skeleton(weights))
    figure.add_traces([ribbons(weights, sign, EDGES.format(sign), breadth) for sign in SIGNS])
    figure.add_traces([*_pictures(drawn)])
    figure.add_trace(_frames(lattice, nodes))
    return figure


def _weights_of(drawn: LivingNetwork, nodes: list[list[Node]]) -> Iterator[Edge]:
    """The model's weights in their order; a bias is a stub at the lower corner of its neuron."""
    lattice, number = drawn.lattice, 0
    for column, shape in enumerate(drawn.shapes, 1):
        (left, _), (right, _) = lattice.half(column), lattice.half(column - 1)
        for end in nodes[column]:
            if shape.bias:
                yield Edge(*_stub(lattice, column, end), f"bias of {end.label}", number)
                number += 1
            for start in nodes[column - 1]:
                begun, ended = start._replace(x=start.x + right), end._replace(x=end.x - left)
                yield Edge(begun, ended, f"{start.label} → {end.label}", number)
                number += 1


def _meta(drawn: LivingNetwork, nodes: list[list[Node]], weights: list[Edge]) -> Any:
    """Where neurons and weights are touched, and what that does; nothing without tools."""
    if drawn.tools is None:
        return None
    ends = [[*(round(place, 4) for place in (*weight.start[:2], *weight.end[:2])), weight.name] for weight in weights]
    return network(_places(drawn.lattice, nodes), ends, output=OUTPUT, values=WEIGHTS, **asdict(drawn.tools))


def _stub(lattice: Lattice, column: int, node: Node) -> tuple[Node, Node]:
    """From nowhere to the lower end of a neuron's left side."""
    half_width, half_height = lattice.half(column)
    end = Node(node.x - half_width, node.y - 0.8 * half_height, node.label)
    return end._replace(x=end.x - STUB * half_width), end


def _places(lattice: Lattice, nodes: list[list[Node]]) -> list[list[Any]]:
    """Of each hidden neuron and the output: where it stands, half its width and height, and its name."""
    return [
        [*(round(length, 4) for length in (node.x, node.y, *lattice.half(column))), _chosen(lattice, column, node)]
        for column, part in enumerate(nodes)
        for node in part
        if column
    ]


def _frames(lattice: Lattice, nodes: list[list[Node]]) -> go.Scatter:
    """A line around every neuron: all of them are one trace, since Plotly takes a millisecond for each shape."""
    x: list[float | None] = []
    y: list[float | None] = []
    for column, part in enumerate(nodes):
        width, height = lattice.half(column)
        for node in part:
            x += [*(round(node.x + side * width, 4) for side in (-1, 1, 1, -1, -1)), None]
            y += [*(round(node.y + side * height, 4) for side in (-1, -1, 1, 1, -1)), None]
    return go.Scatter(x=x, y=y, mode="lines", line={"color": INK, "width": 1.5}, hoverinfo="skip", name="neurons")


def _chosen(lattice: Lattice, column: int, node: Node) -> str:
    """What a press on a neuron chooses: itself, or what all outputs say together."""
    return OUTPUT if column == lattice.n_columns - 1 else node.label


def _captions(drawn: LivingNetwork, nodes: list[list[Node]]) -> Iterator[dict[str, Any]]:
    """The names of the features, and of the classes where there is an output for each."""
    yield from (_caption(drawn.lattice, 0, node) for node in nodes[0])
    for node, name in zip(nodes[-1], drawn.class_names, strict=False):
        yield _caption(drawn.lattice, drawn.lattice.n_columns - 1, node._replace(label=plain_text(name)))


def _caption(lattice: Lattice, column: int, node: Node) -> dict[str, Any]:
    """A name, in the gap below its neuron."""
    at = {"x": node.x, "y": node.y - lattice.half(column)[1], "yanchor": "top", "yshift": 3, "showarrow": False}
    return {**at, "text": node.label, "font": {"size": 12}}


def _pictures(drawn: LivingNetwork) -> Iterator[Any]:
    """What the neurons say, and what the features say before them."""
    lattice = drawn.lattice
    if drawn.shows == "surfaces" and drawn.features is not None:
        yield standing_image(lattice, 0, drawn.features)
        yield from (column_image(lattice, column, IMAGE.format(column)) for column in range(1, lattice.n_columns))
    if drawn.shows == "curves" and drawn.features is not None:
        yield standing_curves(lattice, 0, drawn.features)
        yield curves(lattice, range(1, lattice.n_columns), CURVES)
