"""The expression of the settings as a graph, and the steps that compute it and its derivatives."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.autodiff.expressions import ExpressionError, Traced, parse
from nnviz.core.autodiff.finite_differences import STEP, central_differences
from nnviz.core.autodiff.one_sided import one_sided_slopes
from nnviz.core.autodiff.reverse_mode import Variable
from nnviz.core.autodiff.sweeps import Sweeps
from nnviz.core.types import IntArray
from nnviz.figures.computation_graph import DrawnGraph, heights
from nnviz.lessons.automatic_differentiation.rules import SYMBOLS, number, sentences
from nnviz.lessons.automatic_differentiation.settings import EXAMPLES, AutodiffSettings
from nnviz.runs.known import KnownRun
from nnviz.runs.protocol import Array

MOST_STEPS = 120
"""More than any expression needs: forty nodes are computed once and passed once."""

COMPLETE = "Complete: every value and every derivative is known."
NOTHING = "There is nothing to compute."


@dataclass(frozen=True, eq=False)
class Computation:
    """An expression that was understood, at the values of the sliders."""

    traced: Traced
    sweeps: Sweeps
    drawn: DrawnGraph

    @property
    def gradient(self) -> dict[str, float]:
        """∂f/∂input by name."""
        found = self.sweeps.derivatives
        return {name: found.get(node, 0.0) for name, node in self.traced.inputs.items()}

    @property
    def value(self) -> float:
        """The result f."""
        return float(self.traced.result.value)


def text(settings: AutodiffSettings) -> str:
    """The expression that was chosen or typed."""
    return EXAMPLES.get(settings.example, settings.expression)


@lru_cache(maxsize=256)
def computation(settings: AutodiffSettings) -> Computation | str:
    """The computation of the settings, or the sentence that says what is not understood."""
    try:
        traced = parse(text(settings)).trace(settings.model_dump())
    except ExpressionError as error:
        return str(error)
    sweeps = Sweeps(traced.result)
    place = {node: i for i, node in enumerate(sweeps.nodes)}
    drawn = DrawnGraph(
        parents=[[place[parent] for parent in node.parents] for node in sweeps.nodes],
        symbols=[_symbol(node, traced) for node in sweeps.nodes],
        texts=[f"{traced.texts[node]} = {float(node.value):.10g}" for node in sweeps.nodes],
        values=["" if node.operation == "constant" else number(float(node.value)) for node in sweeps.nodes],
        rules=sentences(sweeps, traced.texts),
        inputs=frozenset(place[node] for node in traced.inputs.values() if node in place),
    )
    return Computation(traced, sweeps, drawn)


def _symbol(node: Variable, traced: Traced) -> str:
    if node.operation in SYMBOLS:
        return SYMBOLS[node.operation]
    return traced.texts[node] if node.operation == "input" else number(float(node.value))


def checked(settings: AutodiffSettings, found: Computation) -> dict[str, tuple[float, float]]:
    """∂f/∂input by name: from the graph, and from finite differences of the expression's value."""
    expression, given = parse(text(settings)), settings.model_dump()
    slopes = {}
    for name, slope in found.gradient.items():
        at = np.array([given[name]])
        difference = central_differences(lambda v, name=name: expression.value({**given, name: v[0]}), at)  # type: ignore[misc]
        slopes[name] = (slope, float(difference[0]))
    return slopes


@dataclass(frozen=True)
class Kink:
    """An input along which the result has a kink, and the slopes on its two sides."""

    name: str
    below: float
    above: float


def kinks(found: Computation) -> list[Kink]:
    """Where the slopes on both sides are finite and differ, so near that the finite differences reach across."""
    sides = {
        name: one_sided_slopes(found.traced.result, node, width=STEP) for name, node in found.traced.inputs.items()
    }
    return [
        Kink(name, below, above)
        for name, (below, above) in sides.items()
        if np.isfinite(below) and np.isfinite(above) and not np.isclose(below, above, rtol=1e-9, atol=1e-12)
    ]


def endless_slope(found: Computation) -> str | None:
    """The text of the first node on the way back whose own slope is not finite where all values are; None: none."""
    for place in found.sweeps.passed:
        if not np.isfinite([slope for _, slope in found.sweeps.parts_of(place, 1.0)]).all():
            return found.traced.texts[found.sweeps.nodes[place]]
    return None


def last_step(settings: AutodiffSettings) -> int:
    """The steps of both sweeps."""
    found = computation(settings)
    return 0 if isinstance(found, str) else found.sweeps.n_steps


def ending(settings: AutodiffSettings) -> str:
    """The sentence at the last step."""
    return NOTHING if isinstance(computation(settings), str) else COMPLETE


def rows(settings: AutodiffSettings, steps: IntArray) -> dict[str, Array]:
    """What is known at steps (S,) of the two sweeps."""
    frames: dict[str, Array] = {"step": steps, "result": np.full(len(steps), np.nan)}
    frames["gradient"] = np.full((len(steps), 1), np.nan)
    found = computation(settings)
    if isinstance(found, str):
        return frames
    sweeps = found.sweeps
    frames["result"] = np.where(sweeps.is_known[steps, -1], found.value, np.nan)
    inputs = [i for i in range(len(sweeps.nodes)) if i in found.drawn.inputs]
    frames["gradient"] = sweeps.received[steps][:, inputs] if inputs else frames["gradient"]
    shown = heights(found.drawn, sweeps.active, sweeps.is_known, sweeps.received)
    return frames | {name: values[steps] for name, values in shown.items()}


SWEEPS = KnownRun(rows, MOST_STEPS, last_step, ending)
