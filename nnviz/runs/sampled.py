"""Arrays that are too costly to be made at every step: made at a few, as many as the time allows.

What a step holds is a function of the settings and of that step alone; only which steps have it depends on the time.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.core.types import IntArray
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


def keyframes(
    parts: tuple[Sampled, ...], make: Callable[[Sampled, Any], Mapping[str, Array]], step: IntArray, budget: StepBudget
) -> dict[str, Keyframes]:
    """The arrays of all parts at the last of the steps (S,), S ≥ 1, then at as many others as there is time for.

    `make` gives the arrays of a part at the rows with these numbers. A part that is made once in an answer is not made
    again where the answer begins with the frame of step 0.
    """
    parts = tuple(part for part in parts if part.most > 1 or not budget.follows_start)
    found: dict[str, Keyframes] = {}
    costs = []
    for part in parts:
        before = budget.time_left()
        found |= _at(step[-1:], make(part, np.array([len(step) - 1])))
        costs.append(before - budget.time_left())
    for place, part in enumerate(parts):
        share = budget.time_left() / (len(parts) - place)
        rows = evenly(len(step), _most(part, share, costs[place]))[:-1]
        if len(rows):
            earlier = _at(step[rows], make(part, rows))
            found |= {name: frames.then(found[name]) for name, frames in earlier.items()}
    return found


def _at(step: IntArray, values: Mapping[str, Array]) -> dict[str, Keyframes]:
    return {name: Keyframes(step, array) for name, array in values.items()}


def _most(part: Sampled, time: float, cost: float) -> int:
    """How many steps this time allows, with the last, which is made already and took `cost` seconds."""
    if math.isinf(time) or cost <= 0.0:
        return part.most
    return min(part.most, 1 + max(0, int(time / cost)))
