"""A run whose every frame is known from the settings: a checkpoint is nothing but a step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.core.types import IntArray
from nnviz.runs.loop import pieces
from nnviz.runs.protocol import Array, Checkpoint, Chunk, StepBudget
from nnviz.runs.sampled import SHARE_OF_TIME, Sampled, keyframes

FIRST_STEPS = 256
"""Frames that are cut out of what is known cost little each."""


@dataclass(frozen=True, eq=False)
class KnownRun:
    """The frames that `rows` gives at steps (S,), and the costly ones of `keyframes`, at most to `last_step`.

    Whatever the stride, the steps up to `all_until` are recorded, and the last of all. `ending` is the sentence at
    the last step.
    """

    rows: Callable[[Any, IntArray], Mapping[str, Array]]
    n_steps: int
    last_step: Callable[[Any], int]
    ending: Callable[[Any], str] = lambda settings: ""
    keyframes: tuple[Sampled, ...] = ()
    all_until: int = 0

    def initial_checkpoint(self, settings: Any) -> Checkpoint:
        """Step 0."""
        return Checkpoint(0, {})

    def start(self, settings: Any) -> Chunk:
        """The frame of step 0."""
        step = np.zeros(1, dtype=np.int64)
        return self._chunk(settings, [self.rows(settings, step)], step, StepBudget(0), 0)

    def resume(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The frames of the next steps."""
        last, reached = self.last_step(settings), checkpoint.step
        kept, rows = [], []
        for n_steps in pieces(budget.sparing(SHARE_OF_TIME) if self.keyframes else budget, FIRST_STEPS):
            stop = max(reached, min(reached + n_steps, last))
            steps = np.arange(reached + 1, stop + 1)
            kept.append(steps[(steps % budget.stride == 0) | (steps <= self.all_until) | (steps == last)])
            rows.append(self.rows(settings, kept[-1]))
            reached = stop
            if reached >= last:
                break
        return self._chunk(settings, rows, np.concatenate(kept), budget, reached)

    def skip(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """All of the steps, at no cost."""
        reached = max(checkpoint.step, min(checkpoint.step + budget.n_steps, self.last_step(settings)))
        return Chunk({}, Checkpoint(reached, {}), self._ending(settings, reached))

    def _chunk(
        self, settings: Any, rows: list[Mapping[str, Array]], steps: IntArray, budget: StepBudget, reached: int
    ) -> Chunk:
        keyed = steps if len(steps) else np.array([reached])
        costly = keyframes(self.keyframes, lambda part, places: part.make(settings, keyed[places]), keyed, budget)
        every_row = {name: np.concatenate([piece[name] for piece in rows]) for name in rows[0]}
        return Chunk({**every_row, **costly}, Checkpoint(reached, {}), self._ending(settings, reached))

    def _ending(self, settings: Any, reached: int) -> str:
        return self.ending(settings) if reached >= self.last_step(settings) else ""
