"""A run that its settings end at some step, with a sentence about what was reached."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nnviz.code_export.trained import Training, Trains
from nnviz.runs.protocol import Checkpoint, Chunk, Frames, Run, StepBudget


@dataclass(frozen=True, eq=False)
class UntilStep:
    """The run `whole` up to the step that `last_step` says for the settings; its frame is always recorded.

    An infinite last step is none. `ending` makes the sentence about the checkpoint reached there. Two arrays are added
    for progress: `last_step`, which the timeline spans (0 for none), and `progress`, the share of it that is made.
    `n_steps` is the largest last step.
    """

    whole: Run
    last_step: Callable[[Any], float]
    ending: Callable[[Any, Checkpoint], str]
    n_steps: int

    def initial_checkpoint(self, settings: Any) -> Checkpoint:
        """That of the whole run."""
        return self.whole.initial_checkpoint(settings)

    def start(self, settings: Any) -> Chunk:
        """The frame of step 0."""
        return self._with_progress(settings, self.whole.start(settings))

    def trained(self, settings: Any, step: int) -> Mapping[str, Training]:
        """What the whole run trains, at most to the last step."""
        if not isinstance(self.whole, Trains):
            return {}
        return self.whole.trained(settings, int(min(step, self.last_step(settings))))

    def resume(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The frames after a checkpoint, at most to the last step."""
        last, n_steps = self.last_step(settings), self._n_steps(settings, checkpoint, budget)
        ends = checkpoint.step + n_steps == last
        if ends and n_steps and budget.stride > 1:
            chunk = self._to_last_step(settings, checkpoint, budget.of_steps(n_steps))
        else:
            chunk = self.whole.resume(settings, checkpoint, budget.of_steps(n_steps))
        return self._with_progress(settings, self._ended(settings, chunk))

    def skip(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The same steps without a frame."""
        n_steps = self._n_steps(settings, checkpoint, budget)
        return self._ended(settings, self.whole.skip(settings, checkpoint, budget.of_steps(n_steps)))

    def _n_steps(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> int:
        return int(min(budget.n_steps, max(self.last_step(settings) - checkpoint.step, 0)))

    def _to_last_step(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The steps up to the last one, which the stride may leave out, and that one by itself."""
        before = self.whole.resume(settings, checkpoint, budget.of_steps(budget.n_steps - 1))
        if before.ending or before.checkpoint.step < checkpoint.step + budget.n_steps - 1:
            return before
        return before.then(self.whole.resume(settings, before.checkpoint, StepBudget(1, 1, budget.time_left)))

    def _ended(self, settings: Any, chunk: Chunk) -> Chunk:
        if chunk.ending or chunk.checkpoint.step < self.last_step(settings):
            return chunk
        return replace(chunk, ending=self.ending(settings, chunk.checkpoint))

    def _with_progress(self, settings: Any, chunk: Chunk) -> Chunk:
        steps, last = chunk.frames["step"], self.last_step(settings)
        if not isinstance(steps, np.ndarray):
            raise TypeError("the recorded steps are an array")
        spanned = np.full(len(steps), 0 if math.isinf(last) else int(last))
        frames: Frames = {**chunk.frames, "last_step": spanned, "progress": steps / last}
        return replace(chunk, frames=frames)
