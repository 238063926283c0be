"""The least loss inside a ball: where the contours of a quadratic loss of two weights first touch Σ|w|ᵖ = tᵖ."""

from dataclasses import dataclass

import numpy as np

from nnviz.core.solvers.coordinate_descent import moments
from nnviz.core.types import FloatArray, IntArray

N_CELLS = 64
N_HALVINGS = 80

_MAIN = np.array([0, 0, 0, 0, 1, 1, 1, 1])  # of eight arcs: the weight that is the larger one on it
_SIGNS = np.array([[1, 1], [1, -1], [-1, 1], [-1, -1]] * 2, dtype=np.float64)  # of the larger and of the smaller weight


@dataclass(frozen=True, eq=False)
class Bowl:
    """The mean squared error of two weights: L(w) = floor + (w − centre)'H(w − centre), H = gram (2, 2)."""

    centre: FloatArray
    gram: FloatArray
    floor: float

    def loss(self, weights: FloatArray) -> FloatArray:
        """L at weights (..., 2): (...)."""
        away = weights - self.centre
        return np.asarray(self.floor + ((away @ self.gram) * away).sum(axis=-1))

    def gradient(self, weights: FloatArray) -> FloatArray:
        """2H(w − centre) at weights (..., 2)."""
        return 2.0 * (weights - self.centre) @ self.gram


def bowl(X: FloatArray, y: FloatArray) -> Bowl:
    """The bowl of a linear model: over bias and weight for one feature, over the two weights for two.

    With two features the bias is at its best for every pair of weights. X (n_samples, 1 or 2), y (n_samples,).
    Raises ValueError for another number of features.
    """
    if X.shape[1] not in (1, 2):
        raise ValueError(f"two weights are needed, not those of {X.shape[1]} features")
    data = moments(X, y, bias=X.shape[1] == 1)
    centre = np.asarray(np.linalg.lstsq(data.root, data.target, rcond=None)[0], dtype=np.float64)
    weights = data.with_bias(centre)
    residual = y - weights[0] - X @ weights[1:]
    return Bowl(centre, data.gram, float(np.mean(residual**2)))


@dataclass(frozen=True, eq=False)
class Constrained:
    """The weights (T, 2) of least loss with (Σ|w|ᵖ)^(1/p) ≤ t, for T sizes t, and the λ (T,) that belong to them.

    They also minimise L(w) + λ Σ|w|ᵖ (for p < 1: are a stationary point of it), λ = −∇L·w / (p tᵖ); λ is 0 where the
    ball holds the unconstrained minimum.
    """

    weights: FloatArray
    strengths: FloatArray


def constrained(loss: Bowl, sizes: FloatArray, p: float) -> Constrained:
    """The least loss in balls of these sizes (T,), all above 0.

    Where the bowl's centre lies outside, the minimum lies on the ball's outline: on one of eight arcs, between an
    axis and a diagonal, where the loss stops falling along the arc, or, for p ≤ 1, at a corner. The slope along the
    arc is exact, and its root is found by bisection. For p ≥ 1 there is only one; for p < 1 the lowest is taken.
    Raises ValueError for p ≤ 0 or a size that is not positive.
    """
    if p <= 0.0 or np.any(sizes <= 0.0):
        raise ValueError("the exponent and the sizes are above 0")
    ball, arc, place = _stops(loss, sizes, p)
    weights = _on_arc(sizes[ball], arc, place, p)
    if p <= 1.0:
        ball = np.concatenate([ball, np.repeat(np.arange(len(sizes)), 4)])
        corners = sizes[:, None, None] * np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
        weights = np.concatenate([weights, corners.reshape(-1, 2)])
    best = np.tile(loss.centre, (len(sizes), 1))
    outside = (np.abs(loss.centre) ** p).sum() > sizes**p
    order = np.argsort(-loss.loss(weights), kind="stable")
    order = order[outside[ball[order]]]
    best[ball[order]] = weights[order]  # the lowest is written last
    pull = -(loss.gradient(best) * best).sum(axis=1) / (p * sizes**p)
    return Constrained(best, np.where(outside, np.maximum(pull, 0.0), 0.0))


def _ratio(place: FloatArray, p: float) -> FloatArray:
    """The smaller weight over the larger one at a place from 0 (axis) to 1 (diagonal) of an arc.

    Below p = 2 the place is the slope of the outline itself, which resolves ratios that are nearly zero.
    """
    return np.asarray(place ** (1.0 / (p - 1.0)) if 1.0 < p < 2.0 else place)


def _on_arc(sizes: FloatArray, arc: IntArray, place: FloatArray, p: float) -> FloatArray:
    """The weights (..., 2) at places of arcs of balls."""
    ratio = _ratio(place, p)
    larger = sizes / (1.0 + ratio**p) ** (1.0 / p)
    pair = np.stack([larger, ratio * larger], axis=-1) * _SIGNS[arc]
    return np.where((_MAIN[arc] == 0)[..., None], pair, pair[..., ::-1])


def _slope(loss: Bowl, sizes: FloatArray, arc: IntArray, place: FloatArray, p: float) -> FloatArray:
    """The loss's slope along the arc, from the axis towards the diagonal, up to a positive factor: (...)."""
    gradient = loss.gradient(_on_arc(sizes, arc, place, p))
    gradient = np.where((_MAIN[arc] == 0)[..., None], gradient, gradient[..., ::-1]) * _SIGNS[arc]
    ratio = _ratio(place, p)
    if p < 1.0:
        return np.asarray(gradient[..., 1] * ratio ** (1.0 - p) - gradient[..., 0])
    return np.asarray(gradient[..., 1] - ratio ** (p - 1.0) * gradient[..., 0])


def _stops(loss: Bowl, sizes: FloatArray, p: float) -> tuple[IntArray, IntArray, FloatArray]:
    """Where the loss stops falling along an arc and begins to rise: the number of the ball, of the arc, the place."""
    edges = np.linspace(0.0, 1.0, N_CELLS + 1)
    arcs = np.arange(8)[:, None]
    slope = _slope(loss, sizes[:, None, None], arcs, edges, p)
    ball, arc, cell = np.nonzero((slope[..., :-1] <= 0.0) & (slope[..., 1:] >= 0.0))
    low, high = edges[cell], edges[cell + 1]
    for _ in range(N_HALVINGS):
        middle = 0.5 * (low + high)
        rising = _slope(loss, sizes[ball], arc, middle, p) >= 0.0
        low, high = np.where(rising, low, middle), np.where(rising, middle, high)
    return ball, arc, high
