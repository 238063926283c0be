"""One step of all weights at once towards least mean squared error plus λ Σ|w|ᵖ, for many λ."""

from dataclasses import dataclass, replace

import numpy as np

from nnviz.core.types import FloatArray, IntArray

SHARES = (0.5, 0.25, 0.1)  # of a joint step
NO_CHANCE = 1e-12  # relative; near the minimum rounding would choose the shorter step
ROUNDING = 1e-15  # a bend that is this small beside the others is none


@dataclass(frozen=True, eq=False)
class Objective:
    """F(w) = w'Hw − 2c'w + λ Σⱼ|wⱼ|ᵖ for every λ: gram H (P, P), moment c (P,), strengths (L,)."""

    gram: FloatArray
    moment: FloatArray
    strengths: FloatArray
    p: float

    def at(self, places: IntArray) -> "Objective":
        """That of some of the strengths."""
        return replace(self, strengths=self.strengths[places])

    def height(self, weights: FloatArray) -> FloatArray:
        """F at weights (L, P): (L,)."""
        quadratic = ((weights @ self.gram - 2.0 * self.moment) * weights).sum(axis=1)
        return np.asarray(quadratic + self.strengths * (np.abs(weights) ** self.p).sum(axis=1))

    def slope_and_bend(self, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The first and the second derivative of λ|w|ᵖ at weights (L, P) that are not zero; 0 where they are."""
        size = np.where(weights == 0.0, np.inf if self.p < 2.0 else 0.0, np.abs(weights))
        bend = self.strengths[:, None] * self.p * (self.p - 1.0) * size ** (self.p - 2.0)
        rising = np.where(weights == 0.0, 0.0, size ** (self.p - 1.0))
        return self.strengths[:, None] * self.p * np.sign(weights) * rising, bend


def lower_of(objective: Objective, weights: FloatArray, others: FloatArray, margin: float = 0.0) -> FloatArray:
    """For every λ the others (L, P) where the objective is lower by more than a relative margin, else the weights."""
    height = objective.height(weights)
    lower = objective.height(others) < height - margin * (1.0 + np.abs(height))
    return np.where(lower[:, None], others, weights)


def part_of_the_way(objective: Objective, weights: FloatArray, goal: FloatArray) -> FloatArray:
    """The goal (L, P) or, where it is lower, a point on the way there: for p near 1 a step may be far too long."""
    best = goal
    for share in SHARES:
        best = lower_of(objective, best, weights + share * (goal - weights), NO_CHANCE)
    return best


def together(objective: Objective, weights: FloatArray) -> FloatArray:
    """Weights (L, P) after Newton's step in those that are not zero, or, from a saddle, down to where one is zero.

    Newton's step solves 2Hw + s + s′·(w − w₀) = 2c, s the slope of the penalty. A weight whose penalty bends more than
    the loss does (p < 2, near zero) is read off its slope 2c − 2Hw instead, where the penalty is the straighter one.
    Where the objective bends down, which only p < 1 does, its steepest bend leads to an end where a weight is zero.
    """
    slope, bend = objective.slope_and_bend(weights)
    moving = weights != 0.0
    curvature = 2.0 * objective.gram * (moving[:, :, None] & moving[:, None, :])
    curvature = curvature + np.eye(weights.shape[1]) * np.where(moving, bend, 1.0)[:, None, :]
    gradient = np.where(moving, 2.0 * (weights @ objective.gram - objective.moment) + slope, 0.0)
    unit = np.sqrt(np.abs(np.diagonal(curvature, axis1=1, axis2=2)))  # the bends may be 1e16 times another
    bends, axes = np.linalg.eigh(curvature / (unit[:, :, None] * unit[:, None, :]))
    axes = axes / unit[:, :, None]
    along = (axes.mT @ gradient[:, :, None])[:, :, 0]
    inverse = np.divide(1.0, bends, where=np.abs(bends) > ROUNDING, out=np.zeros_like(bends))
    newton = np.where(moving, weights - (axes @ (inverse * along)[:, :, None])[:, :, 0], 0.0)
    if objective.p >= 1.0:
        return _read_off(objective, newton, bend) if objective.p < 2.0 else newton
    down = axes[:, :, 0] * np.where(along[:, :1] > 0.0, -1.0, 1.0)
    return np.where(bends[:, :1] < 0.0, _to_a_zero(weights, down), _to_a_zero(weights, newton - weights, 1.0))


def _read_off(objective: Objective, weights: FloatArray, bend: FloatArray) -> FloatArray:
    """The weights where λp|w|ᵖ⁻¹ is the slope 2c − 2Hw, for those whose penalty bends more than the loss."""
    slope = 2.0 * (objective.moment - weights @ objective.gram)
    strengths = np.where(objective.strengths > 0.0, objective.strengths, 1.0)[:, None]
    size = (np.abs(slope) / (strengths * objective.p)) ** (1.0 / (objective.p - 1.0))
    return np.where(bend > 2.0 * np.diag(objective.gram), np.sign(slope) * size, weights)


def _to_a_zero(weights: FloatArray, way: FloatArray, most: float = np.inf) -> FloatArray:
    """The weights (L, P) moved along a way until the first of them is zero, or at `most` that often."""
    shares = np.divide(-weights, way, where=weights * way < 0.0, out=np.full_like(weights, np.inf))
    share = shares.min(axis=1, keepdims=True)
    reached = np.where(np.isfinite(np.minimum(share, most)), np.minimum(share, most), 0.0)
    return np.where((shares == share) & (share <= most), 0.0, weights + reached * way)
