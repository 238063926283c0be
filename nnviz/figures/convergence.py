"""How fast two methods approach the least loss: a run that grows, and iterates that are known."""

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.colours import PALETTE, WHITE
from nnviz.figures.loss_curve import LOGARITHMIC, Curve, growing_line
from nnviz.figures.newton_path import NAME
from nnviz.figures.theme import blank

LOWEST = 1e-16  # below this a difference of two losses is rounding


def convergence(excess: FloatArray, run: Curve, y_name: str = "loss above its minimum") -> go.Figure:
    """Draw the excess loss (K,) of Newton's iterates, the start first, and that of a run that grows, on log scales.

    Step 0 has no place on a logarithmic axis, and an excess below 10⁻¹⁶ is rounding: both are left out.
    """
    iteration = np.arange(len(excess))
    shown = (iteration > 0) & (excess > LOWEST)
    figure = blank(
        xaxis={"title": {"text": "step or iteration"}, **LOGARITHMIC},
        yaxis={"title": {"text": y_name}, "type": "log", "exponentformat": "power", "dtick": 3},
        hovermode="closest",
    )
    figure.add_trace(growing_line(run))
    return figure.add_scatter(
        x=iteration[shown],
        y=excess[shown],
        mode="lines+markers",
        name=NAME,
        line={"color": PALETTE["blue"], "width": 3, "dash": "dash"},
        marker={"symbol": "square", "size": 9, "line": {"color": WHITE, "width": 1}},
        hovertemplate="iteration %{x}<br>%{y:.3g}<extra></extra>",
    )
