"""The simplex of K classes: every example a point, at the mean of the corners weighted by its probabilities."""

from typing import Any

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.class_examples import class_marker
from nnviz.figures.colours import GREY, INK
from nnviz.figures.plain_text import plain_text
from nnviz.figures.theme import blank


def corners(n_classes: int) -> FloatArray:
    """The corners of a regular polygon on the unit circle, the first at the top: (K, 2)."""
    angle = np.pi * (0.5 - 2.0 * np.arange(n_classes) / n_classes)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def simplex(class_names: tuple[str, ...]) -> go.Figure:
    """Draw the triangle of three classes (of more a polygon, their simplex's shadow), and where the examples lie in it.

    The recorded arrays are simplex_x_k and simplex_y_k (steps, n_k), the examples of class k, and example_x and
    example_y (steps, 1), the one that is followed.
    """
    at = corners(len(class_names))
    hidden = {"visible": False, "range": [-1.3, 1.3]}
    figure = blank(
        xaxis={**hidden, "title": {"text": "across"}},
        yaxis={**hidden, "title": {"text": "up"}, "scaleanchor": "x"},
        showlegend=False,
    )
    ring = np.vstack([at, at[:1]])
    figure.add_scatter(x=ring[:, 0], y=ring[:, 1], mode="lines", line={"color": GREY, "width": 2}, hoverinfo="skip")
    for k, name in enumerate(map(plain_text, class_names)):
        figure.add_annotation(**_beside(at[k]), text=name, showarrow=False)
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=name,
            marker={**class_marker(k, size=8), "opacity": 0.8},
            hoverinfo="name",
            meta=follows(x=f"simplex_x_{k}", y=f"simplex_y_{k}"),
        )
    return figure.add_scatter(
        x=[None],
        y=[None],
        mode="markers",
        name="the example",
        marker={"symbol": "circle-open", "size": 18, "color": INK, "line": {"width": 3}},
        hoverinfo="name",
        meta=follows(x="example_x", y="example_y"),
    )


def _beside(corner: FloatArray) -> dict[str, Any]:
    """Where the name of a corner stands: outside, above or below, and no farther out than the polygon is wide."""
    x, y = corner
    anchor = "center" if abs(x) < 0.5 else "left" if x < 0.0 else "right"
    return {"x": x if anchor == "center" else 1.12 * x, "y": 1.18 * y, "xanchor": anchor}
