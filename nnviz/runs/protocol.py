"""What a run is to those who play it: chunks of frames, and checkpoints from which it goes on."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True, eq=False)
class Keyframes:
    """An array known at some steps only (a surface, a decision region): values (K, ...) at step (K,)."""

    step: Array
    values: Array

    def then(self, later: "Keyframes") -> "Keyframes":
        """These keyframes and the later ones."""
        return Keyframes(np.concatenate([self.step, later.step]), np.concatenate([self.values, later.values]))


Frames = Mapping[str, Array | Keyframes]
"""Named arrays of a chunk of a run; their first axis is the recorded step, whose numbers are the array `step`."""


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """Everything a run needs to go on from a step: named arrays of floating point numbers."""

    step: int
    arrays: Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True, eq=False)
class Chunk:
    """A part of a run: its frames, the checkpoint at its end, and the sentence why the run ended, if it did.

    `between` has, for an array with one number at each frame, those points between its frames at which it was lowest
    and highest.
    """

    frames: Frames
    checkpoint: Checkpoint
    ending: str = ""
    between: Mapping[str, Keyframes] = field(default_factory=dict)

    def then(self, later: "Chunk") -> "Chunk":
        """Both: first these frames, then those of the chunk that goes on from here and has the same arrays."""
        frames = {name: _join(value, later.frames[name]) for name, value in self.frames.items()}
        between = dict(self.between)
        for name, points in later.between.items():
            between[name] = between[name].then(points) if name in between else points
        return Chunk(frames, later.checkpoint, later.ending, between)


def _join(earlier: Array | Keyframes, later: Array | Keyframes) -> Array | Keyframes:
    if isinstance(earlier, Keyframes):
        if not isinstance(later, Keyframes):
            raise TypeError("keyframes go on with keyframes")
        return earlier.then(later)
    return np.concatenate([earlier, later])


@dataclass(frozen=True)
class StepBudget:
    """How far to go: at most `n_steps`, every `stride`-th recorded, and no further once `time_left()` is 0 seconds."""

    n_steps: int
    stride: int = 1
    time_left: Callable[[], float] = lambda: math.inf

    def of_steps(self, n_steps: int) -> "StepBudget":
        """As long, but another number of steps."""
        return replace(self, n_steps=n_steps)

    def sparing(self, share: float) -> "StepBudget":
        """The same steps, with a share of the time that is left now kept for what follows."""
        spared = share * self.time_left()
        return self if math.isinf(spared) else replace(self, time_left=lambda: self.time_left() - spared)

    def out_of_time(self) -> bool:
        """Whether nothing is left."""
        return self.time_left() <= 0.0


class Run(Protocol):
    """A pure function of the settings that unfolds in steps."""

    @property
    def n_steps(self) -> int:
        """After how many steps the run is complete."""

    def initial_checkpoint(self, settings: Any) -> Checkpoint:
        """Where the run starts, without a frame; every later checkpoint has the same arrays of the same shapes."""

    def start(self, settings: Any) -> Chunk:
        """The frame of step 0."""

    def resume(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The frames after a checkpoint; cut anywhere and resumed anywhere they are the same."""

    def skip(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """As `resume`, without a frame: only how far it went, and the checkpoint there."""
