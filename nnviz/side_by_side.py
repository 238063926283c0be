"""Several training runs side by side, step for step: each an experiment of its own, all on one timeline.

A run that diverges leaves the others alone: its arrays are NaN from that step on, and a recorded array says which step
it was. The whole ends when none is left.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nnviz.core.training import Experiment, Recording, State, advance, initial_state, recording_of
from nnviz.lesson import Array, Frames, Keyframes, RunState, Span, Stretch
from nnviz.scripts.trained import Training
from nnviz.training_run import FIRST_STEPS, ROWS, join_recordings

Recordings = Mapping[str, Recording]
"""One recording per side, all with the same steps."""

NOT_YET = -1.0  # no step: a state's numbers are finite, so that what comes back from a browser can be checked
DIVERGED_AT = "diverged_at"


@dataclass(frozen=True, eq=False)
class SideBySide:
    """Training runs under the names that `experiments` gives them, advanced together.

    `rows` makes the arrays that are known at every recorded step, `keyframes` the costly ones, both from the recordings
    of all sides. For every side the array "<name>_diverged_at" is added: NaN until it diverges. `explain` is the
    sentence about the end of all, from the step at which each diverged.
    """

    experiments: Callable[[Any], Mapping[str, Experiment]]
    rows: Callable[[Any, Recordings], Mapping[str, Array]]
    keyframes: Callable[[Any, Recordings], Mapping[str, Keyframes]] = lambda settings, recordings: {}
    explain: Callable[[Any, Mapping[str, int]], str] = lambda settings, steps: "All runs diverged."
    n_steps: int = 20_000

    def start(self, settings: Any) -> Stretch:
        """The frame of the initial weights."""
        experiments = self.experiments(settings)
        states = {name: initial_state(experiment) for name, experiment in experiments.items()}
        sides = _Sides(experiments, states, dict.fromkeys(experiments, NOT_YET))
        recordings = sides.standing()
        frames: Frames = {**self._rows(settings, recordings, sides), **self.keyframes(settings, recordings)}
        return Stretch(frames, sides.run_state())

    def trained(self, settings: Any, step: int) -> Mapping[str, Training]:
        """Every side."""
        return {name: Training(run, step) for name, run in self.experiments(settings).items()}

    def go_on(self, settings: Any, state: RunState, span: Span) -> Stretch:
        """The frames of the next steps; where every side has diverged the run ends, with the state it began with."""
        sides = _Sides.at(self.experiments(settings), state)
        before = sides.standing()
        pieces: list[Recordings] = []
        rows: list[Mapping[str, Array]] = []
        n_left, n_steps = span.n_steps, FIRST_STEPS
        while True:
            n_steps = min(n_steps, n_left)
            pieces.append(sides.advance(n_steps, span.stride))
            rows.append(self._rows(settings, pieces[-1], sides))
            n_left -= n_steps
            if not n_left or sides.ended or span.enough():
                break
            n_steps *= 2
        seen = {name: join_recordings([piece[name] for piece in pieces]) for name in before}
        keyed = seen if any(len(recording.step) for recording in seen.values()) else before
        every_row = {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}
        frames: Frames = {**every_row, **self.keyframes(settings, keyed)}
        if sides.ended:
            steps = {name: int(step) for name, step in sides.diverged_at.items()}
            return Stretch(frames, state, self.explain(settings, steps))
        return Stretch(frames, sides.run_state())

    def _rows(self, settings: Any, recordings: Recordings, sides: "_Sides") -> dict[str, Array]:
        found = dict(self.rows(settings, recordings))
        for name, recording in recordings.items():
            step, at = recording.step, sides.diverged_at[name]
            found[f"{name}_{DIVERGED_AT}"] = np.where((at > NOT_YET) & (step >= at), at, np.nan)
        return found


@dataclass(eq=False)
class _Sides:
    """Where every side stands, and the step at which it diverged."""

    experiments: Mapping[str, Experiment]
    states: dict[str, State]
    diverged_at: dict[str, float]

    @classmethod
    def at(cls, experiments: Mapping[str, Experiment], state: RunState) -> "_Sides":
        states = {name: State(state.step, state.arrays[name][0]) for name in experiments}
        return cls(experiments, states, dict(zip(experiments, state.arrays[DIVERGED_AT].tolist(), strict=True)))

    @property
    def ended(self) -> bool:
        return min(self.diverged_at.values()) > NOT_YET

    def standing(self) -> Recordings:
        """One row for where each stands."""
        return {name: recording_of(experiment, self.states[name]) for name, experiment in self.experiments.items()}

    def advance(self, n_steps: int, stride: int) -> Recordings:
        """The next steps of all; nothing after the step at which the last of them diverged."""
        recordings = {}
        for name, experiment in self.experiments.items():
            recordings[name], self.states[name] = advance(experiment, self.states[name], n_steps, stride)
            found = recordings[name].diverged_at
            if self.diverged_at[name] == NOT_YET and isinstance(found, int):
                self.diverged_at[name] = float(found)
        return _until(recordings, max(self.diverged_at.values())) if self.ended else recordings

    def run_state(self) -> RunState:
        """Weights (1, P) for each side, undefined for one that diverged, and the steps of the divergences."""
        weights = {name: state.weights[None] for name, state in self.states.items()}
        step = max(state.step for state in self.states.values())
        return RunState(step, {**weights, DIVERGED_AT: np.array(list(self.diverged_at.values()))})


def _until(recordings: Recordings, step: float) -> Recordings:
    """The rows up to a step."""
    return {
        name: replace(recording, **{row: getattr(recording, row)[recording.step <= step] for row in ROWS})
        for name, recording in recordings.items()
    }
