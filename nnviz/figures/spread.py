"""Where many runs end: one column of points for each kind of run."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.colours import GREY, WHITE
from nnviz.figures.theme import blank

_WIDTH = 0.3  # of the column on either side of its middle


@dataclass(frozen=True, eq=False)
class Column:
    """The values (n,) of one kind of run."""

    name: str
    values: FloatArray
    colour: str


@dataclass(frozen=True)
class Target:
    """The value that all runs aim at; what ends farther from it than `farthest` is beyond the picture."""

    name: str
    value: float
    farthest: float = np.inf


def spread(columns: Iterable[Column], target: Target, x_name: str, y_name: str) -> go.Figure:
    """Draw every value of every column beside each other, and the target as a line across.

    A column with values beyond the picture says how many.
    """
    columns = list(columns)
    near = [column.values[np.abs(column.values - target.value) <= target.farthest] for column in columns]
    figure = blank(
        xaxis={
            "title": {"text": x_name},
            "tickvals": list(range(len(columns))),
            "ticktext": [_label(column, len(values)) for column, values in zip(columns, near, strict=True)],
            "range": [-0.6, max(len(columns), 1) - 0.4],
        },
        yaxis={
            "title": {"text": y_name},
            "range": padded_range(np.concatenate([*near, [target.value]]), least_width=1e-3),
        },
        showlegend=True,
    )
    for place, (column, values) in enumerate(zip(columns, near, strict=True)):
        figure.add_scatter(
            x=place + _WIDTH * np.linspace(-1.0, 1.0, len(values)),
            y=values,
            mode="markers",
            name=column.name,
            showlegend=False,
            marker={"color": column.colour, "size": 8, "line": {"color": WHITE, "width": 1}},
            hovertemplate=f"{column.name}<br>%{{y:.5g}}<extra></extra>",
        )
    return figure.add_scatter(
        x=[-0.6, len(columns) - 0.4],
        y=[target.value, target.value],
        mode="lines",
        name=target.name,
        line={"color": GREY, "width": 3, "dash": "dash"},
        hovertemplate=f"{target.name} %{{y:.5g}}<extra></extra>",
    )


def _label(column: Column, n_near: int) -> str:
    n_beyond = len(column.values) - n_near
    return f"{column.name}<br>{n_beyond} beyond" if n_beyond else column.name
