"""How training runs become chunks: the loop, the rows of every piece, the keyframes at the end, and honest ends."""

from abc import abstractmethod
from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Protocol

import numpy as np

from nnviz.code_export.trained import Training
from nnviz.core.types import IntArray
from nnviz.runs.loop import pieces
from nnviz.runs.protocol import Array, Checkpoint, Chunk, Frames, Keyframes, StepBudget
from nnviz.runs.recordings import Recordings, joined, step_of, taking
from nnviz.runs.sampled import SHARE_OF_TIME, Sampled, keyframes
from nnviz.runs.sides import NO_ROWS, Side, Sides
from nnviz.runs.thinning import Thinning, in_all_phases


class UnfoldingSides(Protocol):
    """A run of training runs on one timeline; who derives from it says which, and what is shown of them.

    A run that has ended has no state to go on from: its last chunk ends with the checkpoint that it began with.
    """

    apart: ClassVar[bool]
    n_steps: int
    keyframes: tuple[Sampled, ...]

    @abstractmethod
    def sides_of(self, settings: Any) -> Mapping[str, Side]:
        """What trains, by name."""

    @abstractmethod
    def rows_of(self, settings: Any, recordings: Recordings, sides: Sides) -> Mapping[str, Array]:
        """The arrays that are made at every step."""

    def at_frames_of(self, settings: Any, recordings: Recordings) -> Mapping[str, Array]:
        """The arrays that are made at the frames alone."""
        return {}

    @abstractmethod
    def ending_of(self, settings: Any, diverged_at: Mapping[str, int]) -> str:
        """The sentence about the divergence that ended the run, from the steps at which sides diverged."""

    def form_of(self, recordings: Recordings) -> Any:
        """Recordings as the lesson's functions expect them."""
        return recordings

    def initial_checkpoint(self, settings: Any) -> Checkpoint:
        """The first weights."""
        return Sides.at_start(self.sides_of(settings), self.apart).checkpoint()

    def start(self, settings: Any) -> Chunk:
        """The frame of the first weights."""
        sides = Sides.at_start(self.sides_of(settings), self.apart)
        standing = sides.standing()
        rows = {**self.rows_of(settings, standing, sides), **self.at_frames_of(settings, standing)}
        return Chunk({**rows, **self._keyframes(settings, standing, StepBudget(0))}, sides.checkpoint())

    def trained(self, settings: Any, step: int) -> Mapping[str, Training]:
        """Every side."""
        return {name: Training(side.experiment, step * side.pace) for name, side in self.sides_of(settings).items()}

    def resume(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The frames of the next steps, as far as the run goes."""
        sides = Sides.at(checkpoint, self.sides_of(settings), self.apart)
        before, thinning = dict(sides.states), Thinning(in_all_phases(budget.stride, sides.period))
        recordings, kind = [], (self, thinning.stride, sides.kind)
        for n_steps in pieces(budget.sparing(SHARE_OF_TIME) if self.keyframes else budget, kind=kind):
            made = sides.advance(n_steps)
            kept = thinning.of_piece(step_of(made))
            recordings.append(made if kept.all() else taking(made, kept))
            at_frames = self.at_frames_of(settings, recordings[-1])
            thinning.add(self.rows_of(settings, made, sides), kept, at_frames)
            if sides.ended:
                break
        frames, between = thinning.frames(with_last=sides.ended or sides.step >= self.n_steps)
        seen = joined(recordings)
        if len(frames["step"]) < len(step_of(seen)):
            seen = taking(seen, np.isin(step_of(seen), frames["step"]))
        if not len(step_of(seen)):
            seen = Sides(sides.sides, before, sides.diverged_at, self.apart).standing()
        costly = self._keyframes(settings, seen, budget, kind)
        chunk = self._chunk(settings, {**frames, **costly}, checkpoint, sides)
        return replace(chunk, between=between)

    def skip(self, settings: Any, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The next steps without a frame."""
        sides = Sides.at(checkpoint, self.sides_of(settings), self.apart)
        for n_steps in pieces(budget, kind=(self, NO_ROWS, sides.kind)):
            sides.advance(n_steps, NO_ROWS)
            if sides.ended:
                break
        return self._chunk(settings, {}, checkpoint, sides)

    def _chunk(self, settings: Any, frames: Frames, begun: Checkpoint, sides: Sides) -> Chunk:
        if sides.ended:
            return Chunk(frames, begun, self.ending_of(settings, sides.divergences()))
        return Chunk(frames, sides.checkpoint())

    def _keyframes(
        self, settings: Any, recordings: Recordings, budget: StepBudget, kind: Hashable = None
    ) -> dict[str, Keyframes]:
        def make(part: Sampled, rows: IntArray) -> Mapping[str, Array]:
            return part.make(settings, self.form_of(taking(recordings, rows)))

        return keyframes(self.keyframes, make, step_of(recordings), budget, kind)
