"""A gradient before and after clipping as two arrows, in the region that the limit leaves."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, ROLES
from nnviz.figures.theme import blank


@dataclass(frozen=True)
class Arrow:
    """An arrow between two points that follow the run: the names of recorded arrays (steps, 2) for both axes."""

    x: str
    y: str
    name: str
    colour: str
    dash: str = "solid"
    width: float = 4.0

    def trace(self) -> go.Scatter:
        """The empty trace."""
        return go.Scatter(
            x=[None],
            y=[None],
            mode="lines+markers",
            name=self.name,
            line={"color": self.colour, "width": self.width, "dash": self.dash},
            marker={"symbol": "arrow", "size": [0, 16], "angleref": "previous", "color": self.colour, "opacity": 1},
            hovertemplate=f"{self.name}<br>(%{{x:.4g}}, %{{y:.4g}})<extra></extra>",
            meta=follows(x=self.x, y=self.y),
        )


def circle(radius: float) -> tuple[FloatArray, FloatArray]:
    """The gradients of one length: x and y (121,)."""
    turn = np.linspace(0.0, 2.0 * np.pi, 121)
    return radius * np.cos(turn), radius * np.sin(turn)


def square(half: float) -> tuple[FloatArray, FloatArray]:
    """The gradients whose larger entry has one size: x and y (5,)."""
    return half * np.array([-1.0, 1.0, 1.0, -1.0, -1.0]), half * np.array([-1.0, -1.0, 1.0, 1.0, -1.0])


def gradient_limit(
    arrows: Iterable[Arrow], names: tuple[str, str], reach: float, outline: tuple[FloatArray, FloatArray] | None
) -> go.Figure:
    """Draw arrows over two entries of the gradient, both axes from −reach to reach in one unit of length.

    `outline` is the border of what clipping leaves. An arrow longer than the picture leaves it at its edge.
    """
    axis = {"range": [-reach, reach], "constrain": "domain"}
    figure = blank(
        xaxis={"title": {"text": names[0]}, **axis},
        yaxis={"title": {"text": names[1]}, **axis, "scaleanchor": "x"},
    )
    if outline is not None:
        figure.add_scatter(
            x=outline[0],
            y=outline[1],
            mode="lines",
            name="limit",
            line={"color": GREY, "width": 3, "dash": "dash"},
            fill="toself",
            fillcolor="rgba(86, 180, 233, 0.15)",
            hoverinfo="skip",
        )
    return figure.add_traces([arrow.trace() for arrow in arrows])


BEFORE = Arrow("gradient_x", "gradient_y", "before clipping", ROLES["before clipping"], width=7.0)
AFTER = Arrow("clipped_x", "clipped_y", "after clipping", ROLES["after clipping"], width=4.0)
