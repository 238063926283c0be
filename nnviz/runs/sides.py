"""Training runs on one timeline, each at a pace of its own, and what it means that they have ended."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from math import gcd, lcm
from typing import Self

import numpy as np

from nnviz.core.training.advance import Experiment, Recording, State, advance, initial_state, recording_of
from nnviz.runs.checkpoints import NOT_YET, checkpoint_of, divergences_of, states_of
from nnviz.runs.protocol import Checkpoint
from nnviz.runs.recordings import Recordings, step_of, taking

NO_ROWS = 2**40
"""A stride that records nothing."""


@dataclass(frozen=True, eq=False)
class Side:
    """A training run that makes `pace` updates for every step of the timeline."""

    experiment: Experiment
    pace: int = 1

    @property
    def period(self) -> int:
        """After how many steps of the timeline the run stands at the same place of an epoch."""
        n_updates = self.experiment.steps_per_epoch
        return n_updates // gcd(n_updates, self.pace)

    @property
    def kind(self) -> Hashable:
        """Its model, its examples in number and in batches, how many runs it is, and what a step is made of."""
        run, rule, penalty = self.experiment, self.experiment.optimizer, self.experiment.penalty
        several = (run.initial_weights, rule.learning_rate, penalty.strength if penalty else 0.0)
        runs = tuple(np.shape(0.0 if one is None else one) for one in several)
        return run.model, run.X.shape, rule.batch_size, runs, run.loss, type(rule), penalty.kind if penalty else ""

    def advance(self, state: State, n_steps: int, stride: int) -> tuple[Recording, State]:
        """The next steps, counted on the timeline."""
        if self.pace == 1:
            return advance(self.experiment, state, n_steps, stride)
        reached = replace(state, step=state.step * self.pace)
        recording, after = advance(self.experiment, reached, n_steps * self.pace, stride * self.pace)
        return replace(recording, step=recording.step // self.pace), replace(after, step=state.step + n_steps)

    def diverged_at(self, recording: Recording) -> float:
        """The step of the timeline in which the run, or the last of those trained in one pass, diverged, or NOT_YET."""
        found = recording.diverged_at
        steps = found if isinstance(found, tuple) else (found,)
        diverged = [step for step in steps if step is not None]
        return float(-(-max(diverged) // self.pace)) if len(diverged) == len(steps) else NOT_YET


@dataclass(eq=False)
class Sides:
    """Where every side stands, and the step at which it diverged.

    Sides that are `apart` leave each other alone: one that diverges is NaN from that step on, and the whole ends with
    the step at which the last does. Else it ends before the step at which the first does.
    """

    sides: Mapping[str, Side]
    states: dict[str, State]
    diverged_at: dict[str, float]
    apart: bool

    @classmethod
    def at_start(cls, sides: Mapping[str, Side], apart: bool = False) -> Self:
        """Before the first step."""
        states = {name: initial_state(side.experiment) for name, side in sides.items()}
        return cls(sides, states, dict.fromkeys(sides, NOT_YET), apart)

    @classmethod
    def at(cls, checkpoint: Checkpoint, sides: Mapping[str, Side], apart: bool = False) -> Self:
        """Where a checkpoint was made."""
        diverged_at = dict(zip(sides, divergences_of(checkpoint), strict=True))
        return cls(sides, states_of(checkpoint), diverged_at, apart)

    @property
    def step(self) -> int:
        """The steps made."""
        return max(state.step for state in self.states.values())

    @property
    def period(self) -> int:
        """After how many steps all stand at the same places of their epochs."""
        return lcm(*(side.period for side in self.sides.values()))

    @property
    def kind(self) -> Hashable:
        """The same for all whose steps cost about the same."""
        return tuple((side.pace, side.kind) for side in self.sides.values())

    @property
    def ended_at(self) -> float:
        """The step of the divergence that ends the whole, NOT_YET while it goes on."""
        steps = self.diverged_at.values()
        if self.apart:
            return max(steps) if min(steps) > NOT_YET else NOT_YET
        return min((step for step in steps if step > NOT_YET), default=NOT_YET)

    @property
    def ended(self) -> bool:
        """Whether a divergence has ended the whole."""
        return self.ended_at > NOT_YET

    def divergences(self) -> dict[str, int]:
        """The step at which each side diverged, of those that did."""
        return {name: int(step) for name, step in self.diverged_at.items() if step > NOT_YET}

    def standing(self) -> Recordings:
        """One row for where each stands."""
        return {name: recording_of(side.experiment, self.states[name]) for name, side in self.sides.items()}

    def advance(self, n_steps: int, stride: int = 1) -> Recordings:
        """The next steps of all, as far as they are to be shown."""
        recordings = {}
        for name, side in self.sides.items():
            recordings[name], self.states[name] = side.advance(self.states[name], n_steps, stride)
            if self.diverged_at[name] == NOT_YET:
                self.diverged_at[name] = side.diverged_at(recordings[name])
        if not self.ended:
            return recordings
        step = step_of(recordings)
        return taking(recordings, step <= self.ended_at if self.apart else step < self.ended_at)

    def checkpoint(self) -> Checkpoint:
        """What is needed to go on."""
        return checkpoint_of(self.states, self.diverged_at if self.apart else None)
