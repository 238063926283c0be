"""The figures of the page."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from nnviz.core.autodiff.expressions import NAMES
from nnviz.figures import graph_objects as go
from nnviz.figures.computation_graph import computation_graph
from nnviz.figures.function_curves import Axis, Line, function_curves
from nnviz.figures.number_table import number_table
from nnviz.figures.theme import blank
from nnviz.lessons.automatic_differentiation.descents import N_STEPS, TASKS, descents_of
from nnviz.lessons.automatic_differentiation.graph import checked, computation
from nnviz.lessons.automatic_differentiation.rules import number
from nnviz.lessons.automatic_differentiation.settings import AutodiffSettings
from nnviz.page.lesson import FigureSlot


def graph(settings: AutodiffSettings) -> Any:
    """The graph of the expression, or nothing where it is not understood."""
    found = computation(settings)
    return _nothing("no graph yet") if isinstance(found, str) else computation_graph(found.drawn)


def _nothing(why: str) -> go.Figure:
    figure = blank(xaxis={"visible": False}, yaxis={"visible": False})
    return figure.add_scatter(x=[0], y=[0], mode="text", text=[why], textfont={"size": 18}, hoverinfo="skip")


def check(settings: AutodiffSettings) -> Any:
    """The derivatives of the graph beside finite differences."""
    found = computation(settings)
    slopes = {} if isinstance(found, str) else checked(settings, found)
    given = settings.model_dump()
    rows = [(name, number(given[name]), _long(a), _long(b), _apart(a, b)) for name, (a, b) in slopes.items()]
    header = ("input", "value", "backward", "differences", "apart")
    return number_table(header, _columns(rows, 5), widths=(2, 2, 4, 4, 2))


def weights(settings: AutodiffSettings) -> Any:
    """The last weights of both descents."""
    both = descents_of(settings)
    ends = zip(both.names, both.automatic[-1], both.derived[-1], strict=True)
    rows = [(name, _long(a), _long(b), _apart(a, b)) for name, a, b in ends]
    return number_table(("weight", "automatic", "derived", "apart"), _columns(rows, 4))


def _columns(rows: Sequence[tuple[str, ...]], n: int) -> list[list[str]]:
    return [[row[i] for row in rows] for i in range(n)]


def _apart(one: float, other: float) -> str:
    return f"{abs(one - other):.1g}" if np.isfinite(one) and np.isfinite(other) else "–"


def _long(value: float) -> str:
    return f"{value:z.9g}".replace("-", "−") if np.isfinite(value) else number(value)


def loss(settings: AutodiffSettings) -> Any:
    """The loss along both descents."""
    both, step = descents_of(settings), np.arange(N_STEPS + 1, dtype=np.float64)
    known = np.isfinite(both.automatic_loss) & np.isfinite(both.derived_loss)
    lines = [
        Line(step[known], both.automatic_loss[known], "gradient of the backward sweep", "first"),
        Line(step[known], both.derived_loss[known], "gradient derived by hand", "second"),
    ]
    return function_curves((Axis("step"), Axis(TASKS[settings.model].loss)), lines)


INPUTS, DESCENTS = NAMES, ("model", "learning_rate", "seed")

FIGURES = (
    FigureSlot(
        "graph",
        "The graph",
        graph,
        "blue: values, forward; red: derivatives of f, backward; orange: the node at work, whose operands are p and q",
        "long",
        redrawn_by=INPUTS,
    ),
    FigureSlot(
        "check", "Check", check, "the derivatives of one sweep against finite differences of f", redrawn_by=INPUTS
    ),
    FigureSlot(
        "loss", "Two descents", loss, "the same start, the same data, two ways to get the gradient", redrawn_by=DESCENTS
    ),
    FigureSlot("weights", "Their weights", weights, f"after {N_STEPS} steps", redrawn_by=DESCENTS),
)
