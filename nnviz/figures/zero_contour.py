"""The border between answers: where a recorded difference of logits is 0."""

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import INK

BORDER = {"color": INK, "width": 2.5}


def zero_contour(x: FloatArray, y: FloatArray, array: str, name: str) -> go.Contour:
    """The line on which the recorded array (steps, n_y, n_x) is 0 over the evenly spaced grid x (n_x,), y (n_y,).

    It is taken from logits, not from probabilities in whole percent, of which it would be a staircase.
    """
    return go.Contour(
        x=x,
        y=y,
        z=[],
        contours={"coloring": "none", "start": 0, "end": 0, "size": 1},
        autocontour=False,
        line=BORDER,
        showscale=False,
        showlegend=False,
        hoverinfo="skip",
        name=name,
        meta=follows(z=array),
    )
