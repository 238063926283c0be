"""Penalties on the size of the weights: the objective is L(w) + λ·R(w)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnviz.core.types import BoolArray, FloatArray


@dataclass(frozen=True, eq=False)
class Penalty:
    """λ·R(w), where R is the entry `kind` of PENALTIES and λ the strength, one number or one per run.

    `bias` penalises the biases as well. `divided_by_batch` divides λ by the rows of the batch, so that batches of
    another size shrink the weights by another amount: the notebook's ridge. `l1_share` is the elastic net's α in
    α Σ|w| + (1 − α) Σw², `p` the exponent of the p-norm.
    Raises ValueError for an unknown kind, a negative λ, a share outside [0, 1] or p ≤ 0.
    """

    kind: str
    strength: float | FloatArray
    bias: bool = False
    divided_by_batch: bool = False
    l1_share: float = 0.5
    p: float = 2.0

    def __post_init__(self) -> None:
        if self.kind not in PENALTIES:
            raise ValueError(f"no penalty {self.kind!r}")
        if np.any(np.asarray(self.strength) < 0.0) or not 0.0 <= self.l1_share <= 1.0 or self.p <= 0.0:
            raise ValueError("a strength is at least 0, a share between 0 and 1, an exponent above 0")

    def size(self, weights: FloatArray, penalised: BoolArray | bool = True) -> FloatArray:
        """R(w) over the penalised weights: (..., P) -> (...)."""
        summands = PENALTIES[self.kind].value(weights, self) * penalised
        total: FloatArray = summands.sum(axis=-1)
        return total

    def value(self, weights: FloatArray, penalised: BoolArray | bool = True) -> FloatArray:
        """λ·R(w), the strength as it stands (not divided by a batch): (..., P) -> (...)."""
        return self.strength * self.size(weights, penalised)

    def strength_in_batch(self, n_rows: int) -> FloatArray:
        """λ as the update of a batch of n_rows uses it, with an axis for the weights: () or (R, 1)."""
        strength = np.asarray(self.strength, dtype=np.float64)
        return (strength / n_rows if self.divided_by_batch else strength)[..., *(None,) * (strength.ndim > 0)]

    def subgradient(self, weights: FloatArray) -> FloatArray:
        """∂R/∂w, with 0 at a weight of 0, so that a weight which crosses zero stays alive: (..., P)."""
        return PENALTIES[self.kind].subgradient(weights, self)

    def proximal_step(self, weights: FloatArray, step: FloatArray | float) -> FloatArray:
        """The u that minimises ½‖u − w‖² + step·R(u), where step = learning rate · λ.

        Raises ValueError for a p-norm, whose proximal step has no closed form.
        """
        return PENALTIES[self.kind].proximal(weights, step, self)

    def outline(self, size: float, n_points: int = 361) -> tuple[FloatArray, FloatArray]:
        """The curve R(w) = size in the plane of two weights, closed, corners included: two arrays (n_points,)."""
        turn = np.linspace(0.0, 2.0 * np.pi, n_points)
        direction = np.stack([np.cos(turn), np.sin(turn)])
        radius = PENALTIES[self.kind].radius(direction, size, self)
        return radius * direction[0], radius * direction[1]


@dataclass(frozen=True)
class PenaltyKind:
    """The rules of one R: its summands, their slope, its proximal step, its ball's radius in a direction (2, n)."""

    value: Callable[[FloatArray, Penalty], FloatArray]
    subgradient: Callable[[FloatArray, Penalty], FloatArray]
    proximal: Callable[[FloatArray, FloatArray | float, Penalty], FloatArray]
    radius: Callable[[FloatArray, float, Penalty], FloatArray]


def soft_threshold(weights: FloatArray, threshold: FloatArray | float) -> FloatArray:
    """sign(w)·max(|w| − threshold, 0): small weights become exactly zero."""
    return np.sign(weights) * np.maximum(np.abs(weights) - threshold, 0.0)


def _net(l1: float, l2: float) -> PenaltyKind:
    """l1·Σ|w| + l2·Σw², of which L1 and L2 are the two ends."""
    return _mixed(lambda penalty: (l1, l2))


def _mixed(shares: Callable[[Penalty], tuple[float, float]]) -> PenaltyKind:
    """The rules of a·Σ|w| + b·Σw² for the shares (a, b) that a penalty gives."""

    def value(w: FloatArray, penalty: Penalty) -> FloatArray:
        a, b = shares(penalty)
        return np.asarray(a * np.abs(w) + b * w * w)

    def subgradient(w: FloatArray, penalty: Penalty) -> FloatArray:
        a, b = shares(penalty)
        return a * np.sign(w) + 2.0 * b * w

    def proximal(w: FloatArray, step: FloatArray | float, penalty: Penalty) -> FloatArray:
        a, b = shares(penalty)
        return np.asarray(soft_threshold(w, step * a) / (1.0 + 2.0 * step * b))

    def radius(direction: FloatArray, size: float, penalty: Penalty) -> FloatArray:
        a, b = shares(penalty)
        linear = a * np.abs(direction).sum(axis=0)  # the root of linear·r + b·r² = size, without cancellation
        return np.asarray(2.0 * size / (linear + np.sqrt(linear * linear + 4.0 * b * size)))

    return PenaltyKind(value, subgradient, proximal, radius)


def _power(w: FloatArray, penalty: Penalty) -> FloatArray:
    """|w|ᵖ."""
    return np.asarray(np.abs(w) ** penalty.p)


def _power_subgradient(w: FloatArray, penalty: Penalty) -> FloatArray:
    """p|w|ᵖ⁻¹ sign(w), 0 at w = 0 (where the slope of p < 1 has no bound)."""
    size = np.abs(w)
    slope = penalty.p * np.power(size, penalty.p - 1.0, where=size > 0.0, out=np.zeros_like(size))
    return slope * np.sign(w)


def _no_proximal(w: FloatArray, step: FloatArray | float, penalty: Penalty) -> FloatArray:
    raise ValueError("the proximal step of a p-norm has no closed form")


def _power_radius(direction: FloatArray, size: float, penalty: Penalty) -> FloatArray:
    """(size / Σ|direction|ᵖ)^(1/p)."""
    radius: FloatArray = (size / (np.abs(direction) ** penalty.p).sum(axis=0)) ** (1.0 / penalty.p)
    return radius


PENALTIES: dict[str, PenaltyKind] = {
    "L1": _net(1.0, 0.0),
    "L2": _net(0.0, 1.0),
    "elastic net": _mixed(lambda penalty: (penalty.l1_share, 1.0 - penalty.l1_share)),
    "p-norm": PenaltyKind(_power, _power_subgradient, _no_proximal, _power_radius),
}
