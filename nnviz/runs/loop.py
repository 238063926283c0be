"""The loop of every run: pieces that are sized by what the last one took, until steps or time are used up."""

import math
from collections.abc import Hashable, Iterator

from nnviz.runs.costs import COSTS
from nnviz.runs.protocol import StepBudget

FIRST_STEPS = 4
"""Before anything is measured: a step may be an epoch of eight runs."""

SHARE_OF_A_PIECE = 0.5
"""Of the time that is left, what the next piece may take: where a guess is wrong by two, no more than that is lost.

A guess is rather too high, since each piece has costs that do not grow with its steps."""

MOST_GROWTH = 16
"""A piece is at most this many times the one before it, whose time has the costs of a beginning in it."""


def pieces(
    budget: StepBudget, first: int = FIRST_STEPS, most: int | None = None, kind: Hashable = None
) -> Iterator[int]:
    """How many steps to make next, again and again; whoever asks makes them, and their frames, before asking again.

    There is always a piece, so that every answer gets further; it has no steps where none are asked for. Whoever
    finds that the run has ended stops asking. Where steps differ in what they cost, `most` bounds a piece. What steps
    of a `kind` took is remembered, and the next time `first` is not needed: most answers are then one piece.
    """
    n_left, left = budget.n_steps, budget.time_left()
    n_steps = _known(kind, left) or first
    begun = left
    while True:
        n_steps = min(n_steps, n_left)
        yield n_steps
        n_left -= n_steps
        before, left = left, budget.time_left()
        if kind is not None:
            COSTS.remember(kind, begun - left, budget.n_steps - n_left)
        if n_left <= 0 or left <= 0.0:
            return
        n_steps = min(_next(n_steps, before - left, left), most or n_left)


def _known(kind: Hashable, left: float) -> int:
    """The size of the first piece of a kind whose cost is known, 0 where it is not."""
    cost = None if kind is None else COSTS.of(kind)
    if cost is None or math.isinf(left):
        return 0
    return max(1, int(SHARE_OF_A_PIECE * left / cost))


def _next(n_steps: int, spent: float, left: float) -> int:
    """The size of the next piece after one of n_steps that took `spent` seconds, with `left` seconds to go."""
    largest = MOST_GROWTH * n_steps
    if math.isinf(left) or spent <= 0.0:
        return largest
    return max(1, min(largest, int(n_steps * SHARE_OF_A_PIECE * left / spent)))
