"""A lesson's run that trains a model: between the core's advance() and the frames that a page shows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from nnviz.core.training import Experiment, Recording, State, advance, initial_state, recording_of
from nnviz.lesson import Array, Frames, Keyframes, RunState, Span, Stretch
from nnviz.scripts.trained import Training

FIRST_STEPS = 64
"""Steps trained before the first look at the clock; twice as many before every later one."""


@dataclass(frozen=True, eq=False)
class TrainingRun:
    """One training run per settings.

    `experiment` says what trains. `rows` makes the arrays that are known at every recorded step, `keyframes` the
    costly ones, known at a few of them. `explain` is the sentence about a divergence at a step.
    """

    experiment: Callable[[Any], Experiment]
    rows: Callable[[Any, Recording], Mapping[str, Array]]
    keyframes: Callable[[Any, Recording], Mapping[str, Keyframes]] = lambda settings, recording: {}
    explain: Callable[[Any, int], str] = lambda settings, step: f"Diverged at step {step:,}."
    n_steps: int = 100_000

    def start(self, settings: Any) -> Stretch:
        """The frame of the initial weights."""
        experiment = self.experiment(settings)
        state = initial_state(experiment)
        recording = recording_of(experiment, state)
        rows = self.rows(settings, recording)
        return Stretch({**rows, **self.keyframes(settings, recording)}, RunState(0, {"weights": state.weights}))

    def trained(self, settings: Any, step: int) -> Mapping[str, Training]:
        """The run, or each of several that are trained in one pass."""
        return {name: Training(run, step) for name, run in one_by_one(self.experiment(settings)).items()}

    def go_on(self, settings: Any, state: RunState, span: Span) -> Stretch:
        """The frames of the next steps; a run that diverged ends before the step at which it did.

        Such a run has no state to go on from: the stretch then ends with the state that it began with.
        """
        experiment = self.experiment(settings)
        reached = State(state.step, state.arrays["weights"])
        recordings, rows = [], []
        n_left, n_steps = span.n_steps, FIRST_STEPS
        while True:
            n_steps = min(n_steps, n_left)
            recording, reached = advance(experiment, reached, n_steps, span.stride)
            ended_at = _ended_at(recording)
            recordings.append(recording if ended_at is None else _before(recording, ended_at))
            rows.append(self.rows(settings, recordings[-1]))
            n_left -= n_steps
            if not n_left or ended_at is not None or span.enough():
                break
            n_steps *= 2
        seen = join_recordings(recordings)
        keyed = seen if len(seen.step) else recording_of(experiment, State(state.step, state.arrays["weights"]))
        joined = {name: np.concatenate([piece[name] for piece in rows]) for name in rows[0]}
        frames: Frames = {**joined, **self.keyframes(settings, keyed)}
        if ended_at is not None:
            return Stretch(frames, state, self.explain(settings, ended_at))
        return Stretch(frames, RunState(reached.step, {"weights": reached.weights}))


def one_by_one(experiment: Experiment) -> dict[str, Experiment]:
    """The runs that differ in their learning rates, each by itself, by what they differ in."""
    rates = np.ravel(experiment.optimizer.learning_rate)
    if np.ndim(experiment.optimizer.learning_rate) == 0:
        return {"": experiment}
    optimizers = {f"η = {rate:g}": replace(experiment.optimizer, learning_rate=float(rate)) for rate in rates}
    return {name: replace(experiment, optimizer=optimizer) for name, optimizer in optimizers.items()}


def _ended_at(recording: Recording) -> int | None:
    """The step at which the last of the runs diverged, None while one goes on."""
    diverged_at = recording.diverged_at
    if isinstance(diverged_at, tuple):
        steps = [step for step in diverged_at if step is not None]
        return max(steps) if len(steps) == len(diverged_at) else None
    return diverged_at


ROWS = tuple(item.name for item in fields(Recording) if item.name != "diverged_at")
"""The arrays of a recording whose first axis is the recorded step."""


def _before(recording: Recording, step: int) -> Recording:
    """The rows before a step."""
    kept = recording.step < step
    return replace(recording, **{name: getattr(recording, name)[kept] for name in ROWS})


def join_recordings(recordings: list[Recording]) -> Recording:
    """The recordings of consecutive pieces as one."""
    columns: dict[str, Any] = {
        name: np.concatenate([getattr(recording, name) for recording in recordings]) for name in ROWS
    }
    return replace(recordings[-1], **columns)
