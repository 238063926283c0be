"""A run that trains a model: between the core's advance() and the frames that a page shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np

from nnviz.code_export.trained import Training
from nnviz.core.training.advance import Experiment, Recording
from nnviz.runs.checkpoints import ONLY
from nnviz.runs.protocol import Array
from nnviz.runs.recordings import Recordings
from nnviz.runs.sampled import Sampled
from nnviz.runs.sides import Side, Sides
from nnviz.runs.unfolding import UnfoldingSides


@dataclass(frozen=True, eq=False)
class TrainingRun(UnfoldingSides):
    """One training run per settings; one that diverged ends before the step at which it did.

    `experiment` says what trains. `rows` makes the arrays that are known at every step, so that a thinned trace still
    shows their range; `at_frames` those that take longer than the steps themselves or are no trace over the steps, at
    the frames alone; `keyframes` the costly ones. All make them from a recording. `explain` is the sentence about a
    divergence at a step.
    """

    experiment: Callable[[Any], Experiment]
    rows: Callable[[Any, Recording], Mapping[str, Array]]
    keyframes: tuple[Sampled, ...] = ()
    explain: Callable[[Any, int], str] = lambda settings, step: f"Diverged at step {step:,}."
    n_steps: int = 100_000
    at_frames: Callable[[Any, Recording], Mapping[str, Array]] = lambda settings, recording: {}
    apart: ClassVar[bool] = False

    def sides_of(self, settings: Any) -> Mapping[str, Side]:
        """The experiment by itself."""
        return {ONLY: Side(self.experiment(settings))}

    def rows_of(self, settings: Any, recordings: Recordings, sides: Sides) -> Mapping[str, Array]:
        """What `rows` makes."""
        return self.rows(settings, recordings[ONLY])

    def at_frames_of(self, settings: Any, recordings: Recordings) -> Mapping[str, Array]:
        """What `at_frames` makes."""
        return self.at_frames(settings, recordings[ONLY])

    def ending_of(self, settings: Any, diverged_at: Mapping[str, int]) -> str:
        """The sentence about the divergence."""
        return self.explain(settings, diverged_at[ONLY])

    def form_of(self, recordings: Recordings) -> Recording:
        """The one recording."""
        return recordings[ONLY]

    def trained(self, settings: Any, step: int) -> Mapping[str, Training]:
        """The run, or each of several that are trained in one pass."""
        return {name: Training(run, step) for name, run in one_by_one(self.experiment(settings)).items()}


def one_by_one(experiment: Experiment) -> dict[str, Experiment]:
    """The runs that differ in their learning rates, each by itself, by what they differ in."""
    rates = np.ravel(experiment.optimizer.learning_rate)
    if np.ndim(experiment.optimizer.learning_rate) == 0:
        return {"": experiment}
    optimizers = {f"η = {rate:g}": replace(experiment.optimizer, learning_rate=float(rate)) for rate in rates}
    return {name: replace(experiment, optimizer=optimizer) for name, optimizer in optimizers.items()}
