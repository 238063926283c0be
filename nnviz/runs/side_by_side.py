"""Several training runs side by side, step for step: each an experiment of its own, all on one timeline.

A run that diverges leaves the others alone: its arrays are NaN from that step on, and a recorded array says which step
it was. The whole ends when none is left.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from nnviz.core.training.advance import Experiment
from nnviz.runs.checkpoints import DIVERGED_AT, NOT_YET
from nnviz.runs.protocol import Array
from nnviz.runs.recordings import Recordings
from nnviz.runs.sampled import Sampled
from nnviz.runs.sides import Side, Sides
from nnviz.runs.unfolding import UnfoldingSides


@dataclass(frozen=True, eq=False)
class SideBySide(UnfoldingSides):
    """Training runs under the names that `experiments` gives them, advanced together.

    `rows` makes the arrays that are known at every step, `at_frames` those that take longer than the steps themselves,
    `keyframes` the costly ones, all from the recordings of all sides. For every side the array "<name>_diverged_at" is
    added: NaN until it diverges. `explain` is the sentence about the end of all, from the step at which each diverged.
    """

    experiments: Callable[[Any], Mapping[str, Experiment]]
    rows: Callable[[Any, Recordings], Mapping[str, Array]]
    keyframes: tuple[Sampled, ...] = ()
    explain: Callable[[Any, Mapping[str, int]], str] = lambda settings, steps: "All runs diverged."
    n_steps: int = 20_000
    at_frames: Callable[[Any, Recordings], Mapping[str, Array]] = lambda settings, recordings: {}
    apart: ClassVar[bool] = True

    def sides_of(self, settings: Any) -> Mapping[str, Side]:
        """Every experiment at the pace of the timeline."""
        return {name: Side(experiment) for name, experiment in self.experiments(settings).items()}

    def rows_of(self, settings: Any, recordings: Recordings, sides: Sides) -> Mapping[str, Array]:
        """What `rows` makes, and the step at which each side had diverged by then."""
        found = dict(self.rows(settings, recordings))
        for name, recording in recordings.items():
            step, at = recording.step, sides.diverged_at[name]
            found[f"{name}_{DIVERGED_AT}"] = np.where((at > NOT_YET) & (step >= at), at, np.nan)
        return found

    def at_frames_of(self, settings: Any, recordings: Recordings) -> Mapping[str, Array]:
        """What `at_frames` makes."""
        return self.at_frames(settings, recordings)

    def ending_of(self, settings: Any, diverged_at: Mapping[str, int]) -> str:
        """The sentence about the end of all."""
        return self.explain(settings, diverged_at)
