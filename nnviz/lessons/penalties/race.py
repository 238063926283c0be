"""Several training runs side by side on one timeline, each at a pace of its own: so many updates for a step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nnviz.core.training import Experiment, Recording, State, advance, initial_state, recording_of
from nnviz.lesson import Array, RunState, Span, Stretch
from nnviz.scripts.trained import Training

FIRST_STEPS = 4
"""Steps before the first look at the clock: a step may be an epoch of eight runs."""

ROWS = ("step", "loss", "weights", "gradient_norm", "update_norm")


@dataclass(frozen=True, eq=False)
class Runner:
    """A training run that makes `pace` updates for every step of the timeline."""

    name: str
    experiment: Experiment
    pace: int = 1

    def advance(self, state: State, n_steps: int, stride: int) -> tuple[Recording, State]:
        """The next steps, counted on the timeline."""
        reached = State(state.step * self.pace, state.weights)
        recording, after = advance(self.experiment, reached, n_steps * self.pace, stride * self.pace)
        return replace(recording, step=recording.step // self.pace), State(state.step + n_steps, after.weights)

    def diverged_at(self, recording: Recording) -> float:
        """The step of the timeline in which the run diverged, infinite if it did not."""
        step = recording.diverged_at
        return -(-step // self.pace) if isinstance(step, int) else np.inf


@dataclass(frozen=True, eq=False)
class Race:
    """The runs that `runners` gives for the settings, until `last_step` or until one of them diverges.

    `rows` makes the arrays to show from the recordings by name; `ending` is the sentence at the last step, `explain`
    the one about a divergence.
    """

    runners: Callable[[Any], tuple[Runner, ...]]
    rows: Callable[[Any, Mapping[str, Recording]], Mapping[str, Array]]
    last_step: Callable[[Any], float]
    ending: Callable[[Any], str]
    explain: Callable[[Any, int], str]
    n_steps: int = 100_000

    def start(self, settings: Any) -> Stretch:
        """The frame of the first weights."""
        runners = self.runners(settings)
        states = {runner.name: initial_state(runner.experiment) for runner in runners}
        rows = self.rows(settings, {r.name: recording_of(r.experiment, states[r.name]) for r in runners})
        return Stretch(dict(rows), RunState(0, {name: state.weights for name, state in states.items()}))

    def trained(self, settings: Any, step: int) -> Mapping[str, Training]:
        """Every runner, at most to the last step."""
        made = int(min(step, self.last_step(settings)))
        return {runner.name: Training(runner.experiment, made * runner.pace) for runner in self.runners(settings)}

    def go_on(self, settings: Any, state: RunState, span: Span) -> Stretch:
        """The frames of the next steps; the last step of all is always among them."""
        runners, last = self.runners(settings), self.last_step(settings)
        states = {runner.name: State(state.step, state.arrays[runner.name]) for runner in runners}
        n_left, n_steps = int(min(span.n_steps, max(last - state.step, 0))), FIRST_STEPS
        frames: list[Mapping[str, Array]] = []
        while True:
            n_steps = min(n_steps, n_left)
            piece, states, ended_at = _advance(runners, states, n_steps, span.stride)
            frames.append(self.rows(settings, piece))
            n_left -= n_steps
            if not n_left or ended_at < np.inf or span.enough():
                break
            n_steps *= 2
        step = next(iter(states.values())).step
        if ended_at < np.inf:
            return Stretch(_joined(frames), state, self.explain(settings, int(ended_at)))
        if state.step < step == last and last % span.stride:
            standing = {r.name: recording_of(r.experiment, states[r.name]) for r in runners}
            frames.append(self.rows(settings, standing))
        reached = RunState(step, {name: side.weights for name, side in states.items()})
        return Stretch(_joined(frames), reached, self.ending(settings) if step >= last else "")


def _advance(
    runners: tuple[Runner, ...], states: Mapping[str, State], n_steps: int, stride: int
) -> tuple[dict[str, Recording], dict[str, State], float]:
    """The recordings of all runs up to the first divergence, their states, and the step at which that was."""
    recordings, after, ended_at = {}, {}, np.inf
    for runner in runners:
        recordings[runner.name], after[runner.name] = runner.advance(states[runner.name], n_steps, stride)
        ended_at = min(ended_at, runner.diverged_at(recordings[runner.name]))
    return {name: _before(recording, ended_at) for name, recording in recordings.items()}, after, ended_at


def _before(recording: Recording, step: float) -> Recording:
    kept = recording.step < step
    return replace(recording, **{name: getattr(recording, name)[kept] for name in ROWS})


def _joined(frames: list[Mapping[str, Array]]) -> dict[str, Array]:
    return {name: np.concatenate([piece[name] for piece in frames]) for name in frames[0]}
