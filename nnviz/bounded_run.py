"""A training run that its settings end at some step, with a sentence about what was reached."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from nnviz.lesson import Array, Frames, Run, RunState, Span, Stretch
from nnviz.scripts.trained import Training, Trains


@dataclass(frozen=True, eq=False)
class BoundedRun:
    """The run `whole` up to the step that `last_step` says for the settings; its frame is always recorded.

    `ending` makes the sentence about the weights (P,) reached there. Two arrays are added for progress: `last_step`,
    which the timeline spans, and `progress`, the share of it that is made. `n_steps` is the largest last step.
    """

    whole: Run
    last_step: Callable[[Any], int]
    ending: Callable[[Any, Array], str]
    n_steps: int

    def start(self, settings: Any) -> Stretch:
        """The frame of step 0."""
        return self._with_progress(settings, self.whole.start(settings))

    def trained(self, settings: Any, step: int) -> Mapping[str, Training]:
        """What the whole run trains, at most to the last step."""
        if not isinstance(self.whole, Trains):
            return {}
        return self.whole.trained(settings, min(step, self.last_step(settings)))

    def go_on(self, settings: Any, state: RunState, span: Span) -> Stretch:
        """The frames after a state, at most to the last step."""
        last = self.last_step(settings)
        n_left = max(last - state.step, 0)
        if span.n_steps < n_left or n_left == 0 or last % span.stride == 0:
            n_steps = min(span.n_steps, n_left)
            stretch = self.whole.go_on(settings, state, Span(n_steps, span.stride, span.enough))
        else:
            stretch = self._to_last_step(settings, state, span, n_left)
        if not stretch.ending and stretch.state.step >= last:
            weights = stretch.state.arrays["weights"]
            stretch = Stretch(stretch.frames, stretch.state, self.ending(settings, weights))
        return self._with_progress(settings, stretch)

    def _to_last_step(self, settings: Any, state: RunState, span: Span, n_left: int) -> Stretch:
        """The steps up to the last one, which the stride would leave out, and that one by itself."""
        before = self.whole.go_on(settings, state, Span(n_left - 1, span.stride, span.enough))
        if before.ending or before.state.step < state.step + n_left - 1:
            return before
        return before.then(self.whole.go_on(settings, before.state, Span(1)))

    def _with_progress(self, settings: Any, stretch: Stretch) -> Stretch:
        steps, last = stretch.frames["step"], self.last_step(settings)
        if not isinstance(steps, np.ndarray):
            raise TypeError("the recorded steps are an array")
        frames: Frames = {**stretch.frames, "last_step": np.full(len(steps), last), "progress": steps / last}
        return Stretch(frames, stretch.state, stretch.ending)
