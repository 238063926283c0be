"""What a step of gradient descent leaves of the way to the minimum, as a function of the learning rate."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.colours import GREY, INK, PALETTE, WHITE
from nnviz.figures.theme import blank

_STYLES = ({"color": PALETTE["blue"], "dash": "solid"}, {"color": PALETTE["orange"], "dash": "dash"})
HIGHEST = 2.0


@dataclass(frozen=True)
class MarkedRate:
    """A learning rate to mark on the curves, and the colour of its path."""

    learning_rate: float
    colour: str


def contraction(
    learning_rates: FloatArray, curvatures: tuple[float, float], marked: Iterable[MarkedRate] = ()
) -> go.Figure:
    """Draw |1 − ηλ| over η (n,), on a logarithmic axis, for the smallest and the largest curvature λ of the loss.

    Where both are below 1, descent converges; 2/λmax, beyond which it does not, is a vertical line.
    """
    figure = blank(
        xaxis={
            "title": {"text": "learning rate η"},
            "type": "log",
            "tickformat": "~g",
            "dtick": 1,
            "range": np.log10([learning_rates[0], learning_rates[-1]]).tolist(),
        },
        yaxis={"title": {"text": "left of the way"}, "range": [0, HIGHEST]},
    )
    for name, curvature, style in zip(("flattest", "steepest"), curvatures, _STYLES, strict=True):
        figure.add_scatter(
            x=learning_rates,
            y=np.abs(1.0 - learning_rates * curvature),
            mode="lines",
            name=f"{name} direction, λ = {curvature:.3g}",
            line={**style, "width": 3},
            hovertemplate="η %{x:.3g}<br>|1 − ηλ| = %{y:.4g}<extra></extra>",
        )
    figure.add_hline(y=1.0, line={"color": GREY, "width": 2, "dash": "dot"})
    limit = 2.0 / curvatures[-1]
    figure.add_vline(x=limit, line={"color": PALETTE["vermillion"], "width": 3, "dash": "dash"})
    figure.add_annotation(
        text=f"2/λmax = {limit:.3g}", x=np.log10(limit), y=0.85 * HIGHEST, xanchor="right", showarrow=False
    )
    return figure.add_traces([_mark(rate, curvatures) for rate in marked])


def _mark(rate: MarkedRate, curvatures: tuple[float, float]) -> go.Scatter:
    """The larger of the two factors, which in the end decides; at the upper edge where it is beyond."""
    factor = float(np.abs(1.0 - rate.learning_rate * np.array(curvatures)).max())
    return go.Scatter(
        x=[rate.learning_rate],
        y=[min(factor, 0.97 * HIGHEST)],
        mode="markers",
        marker={
            "color": rate.colour,
            "size": 14,
            "symbol": "triangle-up" if factor > HIGHEST else "circle",
            "line": {"color": WHITE if factor < 1.0 else INK, "width": 2},
        },
        hovertemplate=f"η %{{x:.3g}}<br>|1 − ηλ| = {factor:.4g}<extra></extra>",
        showlegend=False,
    )
