"""Arrays that are too costly to be made at every step: made at a few, as many as the time allows.

What a step holds is a function of the settings and of that step alone; only which steps have it depends on the time.
"""

import math
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.core.types import IntArray
from nnviz.runs.costs import COSTS
from nnviz.runs.protocol import Array, Keyframes, StepBudget

MOST_KEYFRAMES = 10
"""Of one array in one chunk: ten a second while a run plays; points and paths move with every step in between."""

SHARE_OF_TIME = 0.4
"""Kept for keyframes while steps are made."""


@dataclass(frozen=True, eq=False)
class Sampled:
    """Costly arrays (K, ...) that `make` makes of K rows of a recording, at no more than `most` steps of a chunk."""

    make: Callable[..., Mapping[str, Array]]
    most: int = MOST_KEYFRAMES


def evenly(n_rows: int, most: int = MOST_KEYFRAMES) -> IntArray:
    """At most `most` row numbers, evenly spread and ending with the last."""
    return np.unique(np.linspace(n_rows - 1, 0, min(n_rows, most)).round().astype(np.int64))


Make = Callable[[Sampled, Any], Mapping[str, Array]]
"""Gives the arrays of a part at the rows with these numbers."""


def keyframes(
    parts: tuple[Sampled, ...], make: Make, step: IntArray, budget: StepBudget, kind: Hashable = None
) -> dict[str, Keyframes]:
    """The arrays of all parts at the last of the steps (S,), S ≥ 1, and at as many others as there is time for.

    What a row takes is remembered for runs of the same `kind`; where nobody knows it yet, the last row tells. A part
    that is made once in an answer is not made again where the answer begins with the frame of step 0.
    """
    parts = tuple(part for part in parts if part.most > 1 or not budget.follows_start)
    n_rows = len(step)
    lasts: list[dict[str, Keyframes]] = []
    costs = []
    for part in parts:
        known = _known_cost(kind, part, budget)
        last, cost = ({}, known) if known is not None else _timed(part, make, step, np.array([n_rows - 1]), budget)
        lasts.append(last)
        costs.append(cost)
    found: dict[str, Keyframes] = {}
    for place, (part, last, cost) in enumerate(zip(parts, lasts, costs, strict=True)):
        share = budget.time_left() / (len(parts) - place)
        rows = evenly(n_rows, _most(part, share, cost, n_made=1 if last else 0))
        rows = rows[:-1] if last else rows
        if len(rows):
            made, spent = _timed(part, make, step, rows, budget)
            if kind is not None:
                COSTS.remember((kind, part), spent, len(rows))
            found |= {name: frames.then(last[name]) if last else frames for name, frames in made.items()}
        else:
            found |= last
    return found


def _known_cost(kind: Hashable, part: Sampled, budget: StepBudget) -> float | None:
    """The seconds that a row of a part takes, as far as they are known and there is a clock."""
    return None if kind is None or math.isinf(budget.time_left()) else COSTS.of((kind, part))


def _timed(
    part: Sampled, make: Make, step: IntArray, rows: IntArray, budget: StepBudget
) -> tuple[dict[str, Keyframes], float]:
    """The arrays of a part at some rows, and the seconds that they took."""
    before = budget.time_left()
    made = {name: Keyframes(step[rows], array) for name, array in make(part, rows).items()}
    return made, before - budget.time_left()


def _most(part: Sampled, time: float, cost: float, n_made: int) -> int:
    """How many steps this time allows at so many seconds each, with those that are made already; at least one."""
    if math.isinf(time) or cost <= 0.0:
        return part.most
    return max(1, min(part.most, n_made + max(0, int(time / cost))))
