"""Where a sigmoid is flat: its slope at the values that neurons compute."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.colours import GREY, WHITE
from nnviz.figures.loss_curve import LOGARITHMIC
from nnviz.figures.theme import blank

LEAST_REACH, MOST_REACH = 8.0, 300.0


@dataclass(frozen=True, eq=False)
class Neurons:
    """Fitted values t (n,) of a neuron on n examples, what they are called, and how they look."""

    fitted: FloatArray
    name: str
    colour: str
    symbol: str


def slope(t: FloatArray) -> FloatArray:
    """σ′(t) = σ(t)(1 − σ(t)) = σ(t)·σ(−t), which does not round to 0 before the number itself does."""
    sigmoid = ACTIVATIONS["sigmoid"].value
    return sigmoid(t, np.empty_like(t)) * sigmoid(-t, np.empty_like(t))


def saturation(neurons: Iterable[Neurons]) -> go.Figure:
    """Draw σ′(t) on a logarithmic axis, and every neuron's fitted values on it, as far as |t| = 300."""
    neurons = list(neurons)
    farthest = max((float(np.abs(group.fitted).max(initial=0.0)) for group in neurons), default=0.0)
    reach = 1.05 * min(max(farthest, LEAST_REACH), MOST_REACH)
    t = np.linspace(-reach, reach, 401)
    figure = blank(
        xaxis={"title": {"text": "fitted value t"}, "range": [-reach, reach]},
        yaxis={"title": {"text": "slope of the sigmoid"}, **LOGARITHMIC},
    )
    figure.add_scatter(x=t, y=slope(t), mode="lines", name="σ′(t)", line={"color": GREY, "width": 3}, hoverinfo="skip")
    for group in neurons:
        shown = group.fitted[np.abs(group.fitted) <= MOST_REACH]
        figure.add_scatter(
            x=shown,
            y=slope(shown),
            mode="markers",
            name=group.name,
            marker={
                "color": group.colour,
                "symbol": group.symbol,
                "size": 9,
                "line": {"color": WHITE, "width": 1},
            },
            hovertemplate="t %{x:.4g}<br>slope %{y:.3g}<extra></extra>",
        )
    return figure
