"""Two neurons in a row: every quantity on its node, every factor of the chain rule on its edge, the products below."""

from collections.abc import Sequence
from typing import NamedTuple

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, INK, PALETTE, ROLES, WHITE
from nnviz.figures.theme import blank

VALUE_COLOUR, FACTOR_COLOUR, GRADIENT_COLOUR = ROLES["value"], ROLES["derivative"], ROLES["gradient"]
ROOM_FOR_FORMULAS = 0.3  # the share of the picture's height under the diagram
TYPE_SIZE = 14


class Place(NamedTuple):
    """Where something stands, and what is written there."""

    x: float
    y: float
    text: str


NODES = {
    "x": Place(0.0, 0.0, "x"),
    "k": Place(1.0, 0.0, "k"),
    "z": Place(2.0, 0.0, "z"),
    "t": Place(3.0, 0.0, "t"),
    "ŷ": Place(4.0, 0.0, "ŷ"),
    "ℓ": Place(5.0, 0.0, "ℓ"),
    "y": Place(5.0, -1.0, "y"),
}
"""The quantities, in the order of the recorded node values."""

PARAMETERS = {
    "b₀": Place(1.0, -1.0, "b₀"),
    "w₀": Place(1.0, 1.2, "w₀"),
    "b₁": Place(3.0, -1.0, "b₁"),
    "w₁": Place(3.0, 1.2, "w₁"),
}
"""The weights, in the order of the recorded weights and gradients."""

EDGES = {
    "∂ℓ/∂ŷ": ("ŷ", "ℓ"),
    "∂ŷ/∂t": ("t", "ŷ"),
    "∂t/∂z": ("z", "t"),
    "∂z/∂k": ("k", "z"),
    "∂k/∂b₀": ("b₀", "k"),
    "∂k/∂w₀": ("w₀", "k"),
    "∂t/∂b₁": ("b₁", "t"),
    "∂t/∂w₁": ("w₁", "t"),
}
"""The factors, in the order in which they are recorded, and from where to where their edges run."""

UNNAMED_EDGES = (("x", "k"), ("y", "ℓ"))  # no weight lies behind them, so no derivative goes along
WHAT_THEY_ARE = {
    "∂ŷ/∂t": "Φ′(t)",
    "∂t/∂z": "w₁",
    "∂z/∂k": "Φ′(k)",
    "∂k/∂b₀": "1",
    "∂k/∂w₀": "x",
    "∂t/∂b₁": "1",
    "∂t/∂w₁": "z",
}


def backpropagation_diagram(outer: str, formulas: Sequence[str]) -> go.Figure:
    """Draw the diagram; its numbers are the recorded arrays, one row per step.

    `node_values` (steps, 7), `factor_values` (steps, 8), `weight_values` and `gradient_values` (steps, 4), and
    `formula_numbers` (steps, 4, m), which the templates `formulas` write as %{customdata[i]}; `outer` is ∂ℓ/∂ŷ.
    """
    figure = blank(
        xaxis={"visible": False, "range": [-0.55, 5.5], "fixedrange": True, "title": {"text": "forward"}},
        yaxis={
            "visible": False,
            "range": [-1.5, 1.7],
            "domain": [ROOM_FOR_FORMULAS, 1.0],
            "fixedrange": True,
            "title": {"text": "weights"},
        },
        yaxis2={"visible": False, "range": [-0.5, 3.5], "domain": [0.0, ROOM_FOR_FORMULAS], "fixedrange": True},
        margin={"l": 4, "r": 4, "t": 30, "b": 4},
        showlegend=True,
    )
    names = {"∂ℓ/∂ŷ": outer, **WHAT_THEY_ARE}
    figure.add_trace(_edges())
    figure.add_trace(_circles(list(NODES.values()), WHITE, "circle"))
    figure.add_trace(_circles(list(PARAMETERS.values()), PALETTE["sky blue"], "square"))
    values = [Place(x - 0.17, y - 0.27, text) for x, y, text in NODES.values()]
    figure.add_trace(_numbers(values, "value", "node_values", VALUE_COLOUR))
    weights = [Place(x - 0.17, y, text) for x, y, text in PARAMETERS.values()]
    figure.add_trace(_numbers(weights, "", "weight_values", VALUE_COLOUR, position="middle left"))
    gradients = [Place(x, y + 0.3 if y > 0.0 else y - 0.3, f"∂L/∂{text}") for x, y, text in PARAMETERS.values()]
    figure.add_trace(_numbers(gradients, "gradient", "gradient_values", GRADIENT_COLOUR, "%{text} = "))
    factors, sides = zip(*[_beside(name, names[name]) for name in EDGES], strict=True)
    figure.add_trace(
        _numbers(factors, "factor of the chain rule", "factor_values", FACTOR_COLOUR, "%{text}<br>", list(sides))
    )
    return figure.add_trace(_formulas(formulas))


def _places() -> dict[str, Place]:
    return {**NODES, **PARAMETERS}


def _beside(name: str, what: str) -> tuple[Place, str]:
    """Where a factor stands: above a level edge, in narrow lines, or to the right of an upright one; and its anchor."""
    start, end = (_places()[node] for node in EDGES[name])
    if start.y == end.y:
        return Place((start.x + end.x) / 2, 0.42, f"{name}<br>= {what}"), "middle center"
    return Place(start.x + 0.04, 0.88 if start.y > 0.0 else -0.5, f"{name} = {what}"), "middle right"


def _edges() -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for start, end in [*EDGES.values(), *UNNAMED_EDGES]:
        ends = _places()[start], _places()[end]
        x += [ends[0].x, ends[1].x, None]
        y += [ends[0].y, ends[1].y, None]
    return go.Scatter(x=x, y=y, mode="lines", line={"color": GREY, "width": 2}, hoverinfo="skip", showlegend=False)


def _circles(places: Sequence[Place], fill: str, symbol: str) -> go.Scatter:
    return go.Scatter(
        x=[place.x for place in places],
        y=[place.y for place in places],
        mode="markers+text",
        text=[place.text for place in places],
        textfont={"size": 18, "color": INK},
        marker={"size": 36, "symbol": symbol, "color": fill, "line": {"color": INK, "width": 1.5}},
        hoverinfo="skip",
        showlegend=False,
    )


def _numbers(
    places: Sequence[Place],
    name: str,
    array: str,
    colour: str,
    before: str = "",
    position: str | list[str] = "middle center",
) -> go.Scatter:
    """Numbers of a recorded array, each at its place."""
    return go.Scatter(
        x=[place.x for place in places],
        y=[place.y for place in places],
        mode="text",
        text=[place.text for place in places],
        texttemplate=before + "%{customdata:.4~g}",
        textposition=position,
        customdata=[None],
        textfont={"size": TYPE_SIZE, "color": colour, "weight": 600},
        name=name,
        showlegend=bool(name),
        hoverinfo="skip",
        meta=follows(customdata=array),
    )


def _formulas(templates: Sequence[str]) -> go.Scatter:
    return go.Scatter(
        x=[-0.5] * len(templates),
        y=list(range(len(templates)))[::-1],
        yaxis="y2",
        mode="text",
        texttemplate=list(templates),
        textposition="middle right",
        textfont={"size": 15},
        customdata=[None],
        hoverinfo="skip",
        showlegend=False,
        meta=follows(customdata="formula_numbers"),
    )
