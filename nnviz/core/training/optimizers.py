"""Optimizers: how the gradient of a batch moves the weights. Here is what all have, and plain gradient descent."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import ClassVar

import numpy as np

from nnviz.core.training.clipping import clip_by_norm, clip_by_value
from nnviz.core.types import FloatArray, Memory

Update = Callable[[FloatArray], None]  # (gradient)


@dataclass(frozen=True)
class UpdateSource:
    """NumPy source of an update: the lines of a step, which move w by the clipped gradient g and learning_rate.

    `before` are the lines before the first step, after which w is known. `numbers` are the optimizer's own fields that
    the lines name, each with its meaning.
    """

    step: tuple[str, ...]
    before: tuple[str, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Optimizer(ABC):
    """Takes the gradient over the next batch_size examples, clips it, and moves the weights by its own rule.

    `learning_rate` is η, one number or one per run. `batch_size` None takes all the data at every step and shuffles
    nothing. A gradient longer than `clip_norm` is shortened to it; each entry is bounded by ±`clip_value`. `proximal`
    applies the penalty by its proximal step after the update instead of adding its subgradient to the gradient.
    Raises ValueError for a batch size below 1 or a clip limit that is not positive.
    """

    source: ClassVar[UpdateSource]

    learning_rate: float | FloatArray
    batch_size: int | None = None
    clip_norm: float = inf
    clip_value: float = inf
    proximal: bool = False

    def __post_init__(self) -> None:
        if self.batch_size is not None and self.batch_size < 1:
            raise ValueError("a batch has at least one example")
        if not (self.clip_norm > 0.0 and self.clip_value > 0.0):
            raise ValueError("a clip limit is above 0")

    @property
    def clips(self) -> bool:
        """Whether any limit is set."""
        return min(self.clip_norm, self.clip_value) < inf

    def clip(self, gradient: FloatArray) -> FloatArray:
        """The gradients (..., P) within both limits: by value first, then by norm."""
        if self.clip_value < inf:
            gradient = clip_by_value(gradient, self.clip_value)
        if self.clip_norm < inf:
            gradient = clip_by_norm(gradient, self.clip_norm)
        return gradient

    @property
    def is_plain_descent(self) -> bool:
        """Whether a step is w ← w − η∇ and nothing else: what a kernel asks that has this formula built in."""
        return False

    def initial_memory(self, n_parameters: int) -> dict[str, FloatArray]:
        """What it remembers from step to step as it is before the first: arrays (k,) by name."""
        return {}

    @abstractmethod
    def update_rule(self, weights: FloatArray, memory: Memory) -> Update:
        """The rule, bound to weights (..., P) and to its memory (..., k): a call moves both in place by a gradient."""

    def update(self, weights: FloatArray, memory: Memory) -> Update:
        """The rule after clipping, where that is on."""
        rule, clip = self.update_rule(weights, memory), self.clip
        if not self.clips:
            return rule

        def clipped(gradient: FloatArray) -> None:
            rule(clip(gradient))

        return clipped


@dataclass(frozen=True, eq=False)
class GradientDescent(Optimizer):
    """w ← w − η·clip(∇), which remembers nothing."""

    source = UpdateSource(("w = w - learning_rate * g",))

    @property
    def is_plain_descent(self) -> bool:
        """Unless it clips."""
        return not self.clips

    def update_rule(self, weights: FloatArray, memory: Memory) -> Update:
        """The update w ← w − η·g."""
        change, rate = np.empty_like(weights), per_run(self.learning_rate)
        if rate.ndim:  # one number for each weight: what lies alike is multiplied in one sweep
            rate = np.broadcast_to(rate, weights.shape).copy()

        def descend(gradient: FloatArray) -> None:
            np.multiply(gradient, rate, change)
            np.subtract(weights, change, weights)

        return descend


OPTIMIZERS: dict[str, type[Optimizer]] = {"gradient descent": GradientDescent}
"""The optimizers by the word that the user sees."""


def per_run(number: float | FloatArray) -> FloatArray:
    """One number () as it is; one per run (R,) with an axis for the weights, (R, 1)."""
    numbers = np.asarray(number, dtype=np.float64)
    return numbers[..., None] if numbers.ndim else numbers
