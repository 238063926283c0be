"""The plane of two weights under a constraint: contours, the ball, where they touch, and the arrows that say so."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import drags_ball
from nnviz.figures.colours import GREY, PALETTE
from nnviz.figures.descents import Mark, Outline
from nnviz.figures.parameter_plane import parameter_plane
from nnviz.figures.planes import Plane


@dataclass(frozen=True, eq=False)
class Arrow:
    """An arrow from a point (2,) along a direction (2,), as long as the direction is."""

    start: FloatArray
    direction: FloatArray
    name: str
    colour: str
    width: float = 4.0


@dataclass(frozen=True, eq=False)
class Touch:
    """What is drawn of a constraint beside its ball.

    `path` (n, 2) is where the constrained optimum lies in balls of all sizes; `cone` are the outermost normals (2,)
    at a corner, from `start`.
    """

    path: FloatArray
    arrows: Sequence[Arrow] = ()
    cone: Sequence[Arrow] = field(default=())


def constraint_plane(
    plane: Plane, marks: Sequence[Mark], ball: Outline, touch: Touch, drag: tuple[str, float] | None = None
) -> go.Figure:
    """Draw contours of the loss, the ball, the marks, and the touch.

    `drag` is the settings field of the ball's size and the exponent p: dragging anywhere makes it (Σ|w|ᵖ)^(1/p) there.
    """
    figure = parameter_plane(plane, (), marks, [ball], equal_aspect=True)
    if drag is not None:
        figure.update_layout(meta=drags_ball(*drag))
    figure.add_scatter(
        x=touch.path[:, 0],
        y=touch.path[:, 1],
        mode="lines",
        name="optimum for every t",
        line={"color": GREY, "width": 3, "dash": "dot"},
        hoverinfo="skip",
    )
    figure.add_traces([_cone_edge(arrow) for arrow in touch.cone])
    figure.add_traces([_arrow(arrow) for arrow in touch.arrows])
    return figure.put_last(len(marks), after=2)  # the contours and the outline are first


def _arrow(arrow: Arrow) -> go.Scatter:
    ends = np.stack([arrow.start, arrow.start + arrow.direction])
    return go.Scatter(
        x=ends[:, 0],
        y=ends[:, 1],
        mode="lines+markers",
        name=arrow.name,
        line={"color": arrow.colour, "width": arrow.width},
        marker={"symbol": "arrow", "size": [0, 4 * arrow.width], "angleref": "previous", "color": arrow.colour},
        hoverinfo="skip",
    )


def _cone_edge(arrow: Arrow) -> go.Scatter:
    ends = np.stack([arrow.start, arrow.start + arrow.direction])
    return go.Scatter(
        x=ends[:, 0],
        y=ends[:, 1],
        mode="lines",
        showlegend=False,
        name=arrow.name,
        line={"color": PALETTE["orange"], "width": 2, "dash": "dash"},
        hoverinfo="skip",
    )
