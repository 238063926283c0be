"""Curves on two logarithmic axes, where a power law is a straight line whose slope is the exponent."""

from collections.abc import Iterable
from dataclasses import dataclass

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.loss_curve import LOGARITHMIC
from nnviz.figures.theme import blank


@dataclass(frozen=True, eq=False)
class PowerLaw:
    """Numbers above 0 to draw, x and y (n,): measured ones as points, laws as lines, or both ("lines+markers")."""

    x: FloatArray
    y: FloatArray
    name: str
    colour: str
    mode: str = "markers"
    dash: str = "solid"
    symbol: str = "circle"


def power_laws(curves: Iterable[PowerLaw], x_name: str, y_name: str, marked_x: float | None = None) -> go.Figure:
    """Draw curves over two truly logarithmic axes; `marked_x` gets a vertical line, no curves leave bare axes."""
    curves = list(curves)
    figure = blank(
        xaxis={"title": {"text": x_name}, **LOGARITHMIC, "showticklabels": bool(curves)},
        yaxis={"title": {"text": y_name}, **LOGARITHMIC, "showticklabels": bool(curves)},
    )
    for curve in curves:
        figure.add_scatter(
            x=curve.x,
            y=curve.y,
            mode=curve.mode,
            name=curve.name,
            line={"color": curve.colour, "width": 3, "dash": curve.dash},
            marker={"color": curve.colour, "size": 11, "symbol": curve.symbol},
            hovertemplate=f"{curve.name}<br>(%{{x:.4g}}, %{{y:.4g}})<extra></extra>",
        )
    if marked_x is not None:
        figure.add_vline(x=marked_x, line={"width": 2, "dash": "dot"}, opacity=0.5)
    return figure
