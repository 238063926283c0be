"""The iterates of Newton's method on the plane of two weights, and on the surface of the loss over it."""

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.colours import INK, PALETTE, WHITE

NAME = "Newton's method"
_COLOUR = PALETTE["blue"]


def newton_on_plane(weights: FloatArray) -> go.Scatter:
    """Return the iterates (K, 2) as numbered points that a dashed line joins."""
    return go.Scatter(
        x=weights[:, 0],
        y=weights[:, 1],
        mode="lines+markers",
        name=NAME,
        customdata=list(range(len(weights))),
        line={"color": _COLOUR, "width": 3, "dash": "dash"},
        marker={"color": _COLOUR, "symbol": "square", "size": 9, "line": {"color": WHITE, "width": 1.5}},
        hovertemplate="iteration %{customdata}<br>(%{x:.6g}, %{y:.6g})<extra></extra>",
    )


def newton_in_space(weights: FloatArray, loss: FloatArray) -> go.Scatter3d:
    """Return the iterates (K, 2) at the height of their loss (K,)."""
    return go.Scatter3d(
        x=weights[:, 0],
        y=weights[:, 1],
        z=loss,
        mode="lines+markers",
        name=NAME,
        customdata=list(range(len(weights))),
        line={"color": _COLOUR, "width": 6, "dash": "dash"},
        marker={"color": _COLOUR, "symbol": "square", "size": 3, "line": {"color": INK, "width": 1}},
        hovertemplate="iteration %{customdata}<br>loss %{z:.6g}<extra></extra>",
    )
