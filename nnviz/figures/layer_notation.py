"""A small network with the names of all its parts: where a weight's index comes from is read off the picture."""

from typing import Any, NamedTuple

from nnviz.figures import graph_objects as go
from nnviz.figures.colours import GREY, INK, PALETTE, WHITE
from nnviz.figures.theme import blank


class Unit(NamedTuple):
    """Where a unit stands, and its name; a unit that is always 1 has the name "1"."""

    x: float
    y: float
    name: str


INPUTS = (Unit(0.0, 2.0, "x<sub>1</sub>"), Unit(0.0, 1.0, "x<sub>2</sub>"), Unit(0.0, 0.0, "x<sub>3</sub>"))
HIDDEN = (Unit(1.0, 1.75, "y<sub>11</sub>"), Unit(1.0, 0.25, "y<sub>12</sub>"))
OUTPUT = Unit(2.0, 1.0, "y<sub>2</sub>")
ONES = (Unit(0.0, 3.0, "1"), Unit(1.0, 3.0, "1"))
COLOURS = {HIDDEN[0]: PALETTE["blue"], HIDDEN[1]: PALETTE["bluish green"], OUTPUT: PALETTE["vermillion"]}
"""A neuron -> its colour, that of all edges that lead to it."""


class Connection(NamedTuple):
    """An edge, its weight's name, and the share of the way at which that is written."""

    start: Unit
    end: Unit
    name: str
    share: float


CONNECTIONS = (
    Connection(INPUTS[0], HIDDEN[0], "w<sub>111</sub>", 0.62),
    Connection(INPUTS[1], HIDDEN[0], "w<sub>211</sub>", 0.32),
    Connection(INPUTS[2], HIDDEN[0], "w<sub>311</sub>", 0.2),
    Connection(INPUTS[0], HIDDEN[1], "w<sub>112</sub>", 0.22),
    Connection(INPUTS[1], HIDDEN[1], "w<sub>212</sub>", 0.68),
    Connection(INPUTS[2], HIDDEN[1], "w<sub>312</sub>", 0.5),
    Connection(HIDDEN[0], OUTPUT, "w<sub>1121</sub>", 0.5),
    Connection(HIDDEN[1], OUTPUT, "w<sub>1221</sub>", 0.5),
    Connection(ONES[0], HIDDEN[0], "b<sub>11</sub>", 0.42),
    Connection(ONES[0], HIDDEN[1], "b<sub>12</sub>", 0.27),
    Connection(ONES[1], OUTPUT, "b<sub>2</sub>", 0.45),
)
"""The weights of three inputs, two hidden neurons and an output: "from" and then "to"; the biases of the ones last."""


def layer_notation() -> go.Figure:
    """Draw the 3-2-1 network; an edge has the colour of the neuron that it leads to, that of a bias is dotted."""
    figure = blank(
        xaxis={"visible": False, "range": [-0.25, 2.25], "fixedrange": True, "title": {"text": "layer"}},
        yaxis={"visible": False, "range": [-0.4, 3.6], "fixedrange": True, "title": {"text": "neuron"}},
        showlegend=False,
        annotations=[_name(connection) for connection in CONNECTIONS],
    )
    figure.add_traces([_edge(connection) for connection in CONNECTIONS])
    units = (*INPUTS, *HIDDEN, OUTPUT)
    figure.add_trace(_units(units, "circle", [COLOURS.get(unit, INK) for unit in units]))
    return figure.add_trace(_units(ONES, "square", [GREY] * len(ONES)))


def _edge(connection: Connection) -> go.Scatter:
    start, end, name, _ = connection
    dash = "dot" if start.name == "1" else "solid"
    line = {"color": COLOURS[end], "width": 2, "dash": dash}
    return go.Scatter(x=[start.x, end.x], y=[start.y, end.y], mode="lines", name=name, line=line, hoverinfo="skip")


def _name(connection: Connection) -> dict[str, Any]:
    """A weight's name on its edge."""
    start, end, name, share = connection
    return {
        "x": start.x + share * (end.x - start.x),
        "y": start.y + share * (end.y - start.y),
        "text": name,
        "showarrow": False,
        "bgcolor": WHITE,
        "borderpad": 0,
        "font": {"size": 15, "color": COLOURS[end]},
    }


def _units(units: tuple[Unit, ...], symbol: str, colours: list[str]) -> go.Scatter:
    return go.Scatter(
        x=[unit.x for unit in units],
        y=[unit.y for unit in units],
        mode="markers+text",
        text=[unit.name for unit in units],
        textfont={"size": 17, "color": INK},
        marker={"size": 38, "symbol": symbol, "color": WHITE, "line": {"color": colours, "width": 2.5}},
        hoverinfo="skip",
    )
