"""A run whose every frame is known from the settings: a checkpoint is nothing but a step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nnviz.core.types import IntArray
from nnviz.runs.loop import pieces
from nnviz.runs.protocol import Array, Checkpoint, Chunk, StepBudget
from nnviz.runs.sampled import SHARE_OF_TIME, Sampled, keyframes
from nnviz.runs.thinning import Thinning, in_all_phases

FIRST_STEPS = 256
"""Frames that are cut out of what is known cost little each."""


@dataclass(frozen=True, eq=False)
class KnownRun:
    """What `rows` gives at steps (S,), `at_frames` at frames alone, and the costly `keyframes`, up to `last_step`.

    Whatever the stride, the steps up to `all_until` are frames, and the last of all. `ending` is the sentence at
    the last step; `period` says after how many steps things come again.
    """

    rows: Callable[[Any, IntArray], Mapping[str, Array]]
    n_steps: int
    last_step: Callable[[Any], int]
    ending: Callable[[Any], str] = lambda settings: ""
    keyframes: tuple[Sampled, ...] = ()
    all_until: int = 0
    period: Callable[[Any], int] = lambda settings: 1
    at_frames: Callable[[Any, IntArray], Mapping[str, Array]] = lambda settings, steps: {}

    def initial_checkpoint(self, settings: Any) -> Checkpoint:
        """Step 0."""
        return Checkpoint(0, {})

    def start(self, settings: Any) -> Chunk:
        """The frame of step 0."""
        step = np.zeros(1, dtype=np.int64)
        rows = {**self.rows(settings, step), **self.at_frames(settings, step)}
        return self._chunk(settings, rows, StepBudget(0), 0)

    def resume(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The frames of the next steps."""
        last, reached = self.last_step(settings), checkpoint.step
        thinning = Thinning(in_all_phases(budget.stride, self.period(settings)), self.all_until)
        for n_steps in pieces(budget.sparing(SHARE_OF_TIME) if self.keyframes else budget, FIRST_STEPS):
            stop = max(reached, min(reached + n_steps, last))
            steps = np.arange(reached + 1, stop + 1)
            kept = thinning.of_piece(steps)
            thinning.add(self.rows(settings, steps), kept, self.at_frames(settings, steps[kept]))
            reached = stop
            if reached >= last:
                break
        frames, between = thinning.frames(with_last=reached == last)
        return replace(self._chunk(settings, frames, budget, reached), between=between)

    def skip(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """All of the steps, at no cost."""
        reached = max(checkpoint.step, min(checkpoint.step + budget.n_steps, self.last_step(settings)))
        return Chunk({}, Checkpoint(reached, {}), self._ending(settings, reached))

    def _chunk(self, settings: Any, rows: Mapping[str, Array], budget: StepBudget, reached: int) -> Chunk:
        keyed = rows["step"] if len(rows["step"]) else np.array([reached])
        costly = keyframes(self.keyframes, lambda part, places: part.make(settings, keyed[places]), keyed, budget)
        return Chunk({**rows, **costly}, Checkpoint(reached, {}), self._ending(settings, reached))

    def _ending(self, settings: Any, reached: int) -> str:
        return self.ending(settings) if reached >= self.last_step(settings) else ""
