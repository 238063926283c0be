"""Mini-batch gradient descent, and clipping: what keeps an exploding gradient from throwing the weights away."""

from dataclasses import dataclass
from math import inf, sqrt

import numpy as np

from nnviz.core.types import FloatArray


@dataclass(frozen=True, eq=False)
class GradientDescent:
    """w ← w − η·clip(∇), with ∇ the gradient over the next batch_size examples.

    `learning_rate` is η, one number or one per run. `batch_size` None takes all the data at every step and shuffles
    nothing. A gradient longer than `clip_norm` is shortened to it; each entry is bounded by ±`clip_value`. `proximal`
    applies the penalty by its proximal step after the gradient step instead of adding its subgradient.
    Raises ValueError for a batch size below 1 or a clip limit that is not positive.
    """

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


def norm(gradient: FloatArray) -> FloatArray:
    """‖g‖ = √Σg², (..., P) -> (...), also where the squares would overflow or vanish."""
    lengths: FloatArray = np.sqrt(np.vecdot(gradient, gradient))
    exact = (lengths > 1e-140) & (lengths < inf)
    if exact.all():
        return lengths
    largest = np.abs(gradient).max(axis=-1)
    unit = gradient / np.where((largest > 0.0) & (largest < inf), largest, 1.0)[..., None]
    scaled = np.where(largest < inf, largest, 1.0) * np.sqrt(np.vecdot(unit, unit))
    return np.where(exact, lengths, scaled)


def clip_by_norm(gradient: FloatArray, limit: float) -> FloatArray:
    """g·min(1, limit/‖g‖), which keeps the direction: (..., P) -> (..., P).

    A gradient of length 0 stays as it is; one with an infinite or undefined entry becomes undefined.
    """
    if gradient.ndim == 1:
        length = sqrt(np.dot(gradient, gradient))
        if length <= limit:
            return gradient
        if length < inf:
            return gradient * limit / length
    lengths = norm(gradient)[..., None]
    return np.where(lengths > limit, gradient * (limit / np.where(lengths > 0.0, lengths, 1.0)), gradient)


def clip_by_value(gradient: FloatArray, limit: float) -> FloatArray:
    """min(max(g, −limit), limit) entry by entry, which may turn the direction."""
    return np.minimum(np.maximum(gradient, -limit), limit)
