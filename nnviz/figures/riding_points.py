"""Points that ride on a curve: where the examples of a run stand at each step."""

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import PALETTE, WHITE


def riding_points(x: str, y: str, name: str = "examples") -> go.Scatter:
    """Return points whose places are the recorded arrays `x` and `y`, each (steps, n)."""
    return go.Scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=name,
        marker={"color": PALETTE["orange"], "size": 9, "line": {"color": WHITE, "width": 1}},
        hovertemplate="(%{x:.4g}, %{y:.4g})",
        meta=follows(x=x, y=y),
    )
