"""The expression of the settings as a graph, and the steps that compute it and its derivatives."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.autodiff import Variable
from nnviz.core.expressions import ExpressionError, Traced, parse
from nnviz.core.finite_differences import central_differences
from nnviz.core.sweeps import Sweeps
from nnviz.figures.computation_graph import DrawnGraph, heights
from nnviz.lesson import Array, RunState, Span, Stretch
from nnviz.lessons.automatic_differentiation.knobs import EXAMPLES, AutodiffSettings
from nnviz.lessons.automatic_differentiation.rules import SYMBOLS, number, sentences

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


class SweepRun:
    """The run of the page: a frame for every step of the two sweeps."""

    n_steps = MOST_STEPS

    def start(self, settings: AutodiffSettings) -> Stretch:
        """Step 0: the inputs are known."""
        return self._stretch(settings, np.array([0]))

    def go_on(self, settings: AutodiffSettings, state: RunState, span: Span) -> Stretch:
        """The next steps, every stride-th and the last of all."""
        found = computation(settings)
        last = 0 if isinstance(found, str) else found.sweeps.n_steps
        stop = min(state.step + span.n_steps, last)
        steps = np.arange(state.step + 1, stop + 1)
        kept = steps[(steps % span.stride == 0) | (steps == last)]
        stretch = self._stretch(settings, kept)
        ending = NOTHING if isinstance(found, str) else COMPLETE
        return Stretch(stretch.frames, RunState(max(stop, state.step), {}), ending if stop >= last else "")

    def _stretch(self, settings: AutodiffSettings, steps: Array) -> Stretch:
        frames: dict[str, Array] = {"step": steps, "result": np.full(len(steps), np.nan)}
        frames["gradient"] = np.full((len(steps), 1), np.nan)
        found = computation(settings)
        if not isinstance(found, str):
            sweeps = found.sweeps
            frames["result"] = np.where(sweeps.is_known[steps, -1], found.value, np.nan)
            inputs = [i for i in range(len(sweeps.nodes)) if i in found.drawn.inputs]
            frames["gradient"] = sweeps.received[steps][:, inputs] if inputs else frames["gradient"]
            rows = heights(found.drawn, sweeps.active, sweeps.is_known, sweeps.received)
            frames |= {name: values[steps] for name, values in rows.items()}
        return Stretch(frames, RunState(int(steps[-1]) if len(steps) else 0, {}))
