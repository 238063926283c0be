"""What steps of training leave behind: arrays by recorded step, and where a run diverged."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from nnviz.core.training.batches import Block
from nnviz.core.training.clipping import norm
from nnviz.core.training.experiment import Experiment, State
from nnviz.core.training.step_memory import StepMemory
from nnviz.core.types import BoolArray, FloatArray, IntArray, Memory

NOT_YET = -1  # no step


@dataclass(frozen=True, eq=False)
class Recording:
    """Named arrays whose first axis is the recorded step; the axis of runs trained at once follows.

    `loss` is the loss of the batch that led to this step, before its update (without the penalty), `weights` are those
    after it, `gradient` is the one that led here (with the penalty's subgradient, before clipping), `gradient_norm`
    and `update_norm` its length before and after clipping. `memory` are, by name, what the optimizer and batch
    normalisation remember beside the weights, after the update. A diverged run keeps the loss and the gradient of its
    last step; its weights and memory are NaN from that step on, and all else after it.
    """

    step: IntArray  # (S,)
    loss: FloatArray  # (S, ...)
    weights: FloatArray  # (S, ..., P)
    gradient: FloatArray  # (S, ..., P)
    gradient_norm: FloatArray  # (S, ...)
    update_norm: FloatArray  # (S, ...)
    diverged_at: int | tuple[int | None, ...] | None  # a tuple, one entry per run, when there are several
    memory: Memory = field(default_factory=dict)  # (S, ..., k) each

    def at(self, rows: BoolArray | IntArray) -> "Recording":
        """Some of the recorded steps."""
        columns: dict[str, Any] = {name: getattr(self, name)[rows] for name in COLUMNS}
        return replace(self, **columns, memory={name: array[rows] for name, array in self.memory.items()})


COLUMNS = ("step", "loss", "weights", "gradient", "gradient_norm", "update_norm")


def join_recordings(recordings: Sequence[Recording]) -> Recording:
    """The recordings of consecutive pieces of a run as one."""
    last = recordings[-1]
    columns: dict[str, Any] = {name: np.concatenate([getattr(piece, name) for piece in recordings]) for name in COLUMNS}
    memory = {name: np.concatenate([piece.memory[name] for piece in recordings]) for name in last.memory}
    return replace(last, **columns, memory=memory)


class Recorder:
    """Collects blocks of steps into one recording."""

    def __init__(self, experiment: Experiment, state: State, n_steps: int, stride: int) -> None:
        self.experiment, self.stride = experiment, stride
        self.diverged_at = diverged_before(state)
        self.step = np.arange(state.step + 1, state.step + n_steps + 1, dtype=np.int64)
        self.step = self.step[self.step % stride == 0]
        leading = state.weights.shape[:-1]
        self.records = StepMemory(experiment, leading, (len(self.step),))  # as the steps leave them, without a copy
        self.weights, self.gradient = self.records.weights, self.records.gradient
        self.loss, self.gradient_norm, self.update_norm = np.empty((3, *self.weights.shape[:-1]))
        self.rows = slice(0, 0)  # of the latest block

    @property
    def diverged(self) -> BoolArray:
        """Which runs have diverged: (...)."""
        diverged: BoolArray = self.diverged_at != NOT_YET
        return diverged

    def room(self, block: Block) -> FloatArray:
        """The records (S, N) of the steps' N numbers that the next block is to fill."""
        recorded = (block.first_step + block.n_steps) // self.stride - block.first_step // self.stride
        self.rows = slice(self.rows.stop, self.rows.stop + recorded)
        return self.records.numbers[self.rows]

    def add(self, block: Block) -> None:
        """Takes the block whose steps have filled the latest room."""
        losses = block.losses(self.experiment.loss)
        steps = block.first_step + 1 + np.arange(block.n_steps)
        self._find_divergence(steps, losses)
        rows = self.rows
        gradients = self.gradient[rows]
        self.loss[rows] = losses[steps % self.stride == 0]
        self.gradient_norm[rows] = self.update_norm[rows] = norm(gradients)
        if self.experiment.optimizer.clips:
            self.update_norm[rows] = norm(self.experiment.optimizer.clip(gradients))
        if self.diverged.any():
            self._forget_after_divergence(rows)

    def _find_divergence(self, steps: IntArray, losses: FloatArray) -> None:
        """Marks each run at the first step whose batch loss is not finite or above the limit, recorded or not."""
        too_large = ~(np.isfinite(losses) & (losses <= self.experiment.divergence_limit))
        if too_large.any():
            first = steps[too_large.argmax(axis=0)]
            self.diverged_at = np.where(too_large.any(axis=0) & ~self.diverged, first, self.diverged_at)

    def _forget_after_divergence(self, rows: slice) -> None:
        """Leaves nothing of what a diverged run computed later: the arithmetic went on, the run did not."""
        steps = self.step[rows].reshape(-1, *(1,) * self.diverged_at.ndim)
        for recorded in (self.weights, *self.records.remembered.values()):
            recorded[rows][self.diverged & (steps >= self.diverged_at)] = np.nan
        later = self.diverged & (steps > self.diverged_at)
        for recorded in (self.loss, self.gradient, self.gradient_norm, self.update_norm):
            recorded[rows][later] = np.nan

    def recording(self) -> Recording:
        """All that was recorded; rows that were never reached, because every run had diverged, are NaN."""
        columns = (self.loss, self.weights, self.gradient, self.gradient_norm, self.update_norm)
        for recorded in (*columns, *self.records.remembered.values()):
            recorded[self.rows.stop :] = np.nan
        return Recording(self.step, *columns, as_steps(self.diverged_at), self.records.remembered)


def diverged_before(state: State) -> IntArray:
    """The state's step for the runs that come in with undefined weights, NOT_YET for the others: (...)."""
    return np.where(np.isfinite(state.weights).all(axis=-1), NOT_YET, state.step)


def as_steps(diverged_at: IntArray) -> int | tuple[int | None, ...] | None:
    """None or a step for one run, a tuple of them for several."""
    steps = tuple(None if step == NOT_YET else int(step) for step in diverged_at.ravel())
    return steps if diverged_at.ndim else steps[0]
