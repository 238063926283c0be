"""Straight lines over the data: fits to compare, the truth, residuals, a line that follows the run."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, ROLES
from nnviz.figures.examples import MOST_POINTS, Examples, Points, scatter
from nnviz.figures.theme import blank


@dataclass(frozen=True, eq=False)
class Line:
    """A line to draw over x (n,): y (n,) stands still, the name of a recorded array follows the run."""

    x: FloatArray
    y: FloatArray | str
    name: str
    colour: str
    dash: str = "solid"
    width: float = 4.0


def truth(x: FloatArray, y: FloatArray) -> Line:
    """The line that made the data."""
    return Line(x, y, "truth", GREY, dash="dash", width=3.0)


def lines_over_data(examples: Examples, lines: Iterable[Line], fitted: FloatArray | None = None) -> go.Figure:
    """Draw examples of one feature and lines over them; with `fitted` (n,) also the residual of every example.

    A residual is the vertical way from an example to the fit. The axes are fitted to the data and to the lines that
    stand still; a line that follows the run may leave the picture.
    """
    lines = list(lines)
    still = [line.y for line in lines if not isinstance(line.y, str)]
    figure = blank(
        xaxis={"title": {"text": examples.feature_names[0]}},
        yaxis={
            "title": {"text": examples.target_name},
            "range": padded_range(np.concatenate([examples.y, *still]), least_width=1e-3),
        },
    )
    if fitted is not None:
        figure.add_trace(_residuals(examples.X[:, 0], examples.y, fitted))
    figure.add_trace(scatter(Points(examples.X[:, 0], examples.y)).update(name="data"))
    return figure.add_traces([_trace(line) for line in lines])


def _residuals(x: FloatArray, y: FloatArray, fitted: FloatArray) -> go.Scatter:
    points = list(zip(x.tolist(), y.tolist(), fitted.tolist(), strict=True))[:MOST_POINTS]
    return go.Scatter(
        x=[place for at, _, _ in points for place in (at, at, None)],
        y=[height for _, top, bottom in points for height in (top, bottom, None)],
        mode="lines",
        name="residuals",
        line={"color": ROLES["residual"], "width": 1.5},
        hoverinfo="skip",
    )


def _trace(line: Line) -> go.Scatter:
    return go.Scatter(
        x=line.x,
        y=[None] if isinstance(line.y, str) else line.y,
        mode="lines",
        name=line.name,
        line={"color": line.colour, "width": line.width, "dash": line.dash},
        hovertemplate=f"{line.name}<br>(%{{x:.4g}}, %{{y:.4g}})<extra></extra>",
        meta=follows(y=line.y) if isinstance(line.y, str) else None,
    )
