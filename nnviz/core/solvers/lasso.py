"""Lasso and elastic net exactly: the weights of least mean squared error plus λ(s Σ|w| + (1 − s) Σw²)."""

from dataclasses import dataclass

import numpy as np

from nnviz.core.objectives.penalty_kinds import soft_threshold
from nnviz.core.solvers.coordinate_descent import Moments, moments, sweep
from nnviz.core.types import FloatArray

MOST_MOVES = 50  # for every weight
SLACK = 1e-9  # by how much of the threshold a gradient may exceed it through rounding


def lasso(X: FloatArray, y: FloatArray, strength: float | FloatArray, bias: bool = False) -> FloatArray:
    """The weights that minimise (1/N) Σ(yᵢ − [1, xᵢ]·w)² + λ Σⱼ|wⱼ|: (..., P), bias first; see elastic_net.

    scikit-learn's Lasso minimises (1/2N) Σ(yᵢ − …)² + α Σ|w|: α = λ/2.
    """
    return elastic_net(X, y, strength, l1_share=1.0, bias=bias)


def elastic_net(
    X: FloatArray, y: FloatArray, strength: float | FloatArray, l1_share: float = 0.5, bias: bool = False
) -> FloatArray:
    """The weights w that minimise (1/N) Σ(yᵢ − [1, xᵢ]·w)² + λ(s Σ|wⱼ| + (1 − s) Σwⱼ²): (..., P), bias first.

    s is `l1_share`, λ every entry of `strength`; the bias is penalised only when `bias` is set. Which weights are
    zero, and the signs of the others, is found by an active set method (feature-sign search, Lee et al. 2006); with
    these known the rest is a linear system, solved through the pseudoinverse of a factor of A'A. So it is exact to
    rounding. Where several answers are equally good (copied columns) it is one of them.

    X (n_samples, n_features), y (n_samples,). scikit-learn's ElasticNet minimises
    (1/2N) Σ(yᵢ − …)² + a·r Σ|w| + ½a(1 − r) Σw²: a = λ(1 − s/2), r = s/(2 − s).
    Raises ValueError for a negative λ or a share outside [0, 1], ArithmeticError when the search does not end.
    """
    strengths = np.asarray(strength, dtype=np.float64)
    if np.any(strengths < 0.0) or not 0.0 <= l1_share <= 1.0:
        raise ValueError("a penalty's strength is at least 0, a share between 0 and 1")
    data = moments(X, y, bias)
    factors = Factors(l1_share * strengths.ravel(), (1.0 - l1_share) * strengths.ravel())
    return data.with_bias(_solve(data, factors)).reshape(*strengths.shape, -1)


def coordinate_rounds(X: FloatArray, y: FloatArray, strength: float, n_rounds: int, bias: bool = False) -> FloatArray:
    """The lasso's weights (P,) after some rounds of coordinate descent from zero, as of a solver that stops early."""
    data = moments(X, y, bias)
    weights = np.zeros((1, len(data.moment)))
    for _ in range(n_rounds):
        sweep(data.gram, data.moment, weights, Factors(np.array([strength]), np.zeros(1)).best)
    return data.with_bias(weights[0])


@dataclass(frozen=True, eq=False)
class Factors:
    """The factors l1 (L,) of Σ|w| and l2 (L,) of Σw², one pair for every λ."""

    l1: FloatArray
    l2: FloatArray

    def best(self, pull: FloatArray, curvature: float) -> FloatArray:
        """The w (L,) of least (curvature + l2)·w² − 2·pull·w + l1·|w|."""
        return np.asarray(soft_threshold(pull, self.l1 / 2.0) / (curvature + self.l2))


def _solve(data: Moments, factors: Factors) -> FloatArray:
    """The weights (L, P) for every pair of factors.

    Each round makes one move for every λ: to the best weights with the present signs, or, where a weight would
    change its sign on the way, only as far as that weight is zero, which then rests. Where nothing is left to move
    the resting weight with the steepest descent wakes. Every move descends, so no signs come twice and it ends.
    """
    signs = np.where(factors.l1[:, None] == 0.0, 1.0, np.zeros(len(data.moment)))
    weights = np.zeros_like(signs)
    for _ in range(MOST_MOVES * len(data.moment)):
        best = _with_signs(data, signs, factors)
        weights, signs = _move(weights, best, signs, factors)
        woken = _wake(data, weights, signs, factors)
        if np.array_equal(woken, signs) and np.array_equal(weights, best):
            return weights
        signs = woken
    raise ArithmeticError("the search for the weights that are zero did not end")


def _move(weights: FloatArray, best: FloatArray, signs: FloatArray, factors: Factors) -> tuple[FloatArray, FloatArray]:
    """From weights (L, P) towards the best as far as no weight changes its sign; the weights there and their signs."""
    crosses = (best * signs < 0.0) & (factors.l1 > 0.0)[:, None]
    gone = np.divide(weights, weights - best, where=crosses, out=np.full_like(weights, np.inf))
    share = gone.min(axis=1, initial=1.0)[:, None]
    rests = crosses & (gone <= share)
    moved = np.where(share < 1.0, weights + share * (best - weights), best)
    return np.where(rests, 0.0, moved), np.where(rests, 0.0, signs)


def _wake(data: Moments, weights: FloatArray, signs: FloatArray, factors: Factors) -> FloatArray:
    """The signs (L, P) after the resting weight that the loss pulls most, by more than the penalty holds it, wakes."""
    threshold = 0.5 * factors.l1[:, None]
    slope = data.moment - weights @ data.gram - factors.l2[:, None] * weights
    rounding = SLACK * (np.sqrt(np.diag(data.gram)) * np.linalg.norm(data.target) + threshold)
    settled = (np.abs(slope - threshold * signs) <= rounding) | (signs == 0.0)
    excess = np.where(signs == 0.0, np.abs(slope) - threshold - rounding, -np.inf)
    steepest = np.eye(len(data.moment), dtype=bool)[excess.argmax(axis=1)]
    wakes = steepest & (excess > 0.0) & settled.all(axis=1, keepdims=True)
    return np.where(wakes, np.sign(slope), signs)


def _with_signs(data: Moments, signs: FloatArray, factors: Factors) -> FloatArray:
    """The best weights (L, P) whose signs are given and whose zeros rest: (H + l2)w = c − ½ l1·signs on the others.

    With M the rows [root; √l2] of the weights that are not zero, w = M⁺(target − (M⁺)'·½ l1·signs).
    """
    moving = signs != 0.0
    below = np.sqrt(factors.l2)[:, None, None] * np.eye(signs.shape[1])
    above = np.broadcast_to(data.root, (len(signs), *data.root.shape))
    inverse = np.linalg.pinv(np.concatenate([above, below], axis=1) * moving[:, None, :])
    targets = np.concatenate([data.target, np.zeros(signs.shape[1])])
    pull = 0.5 * factors.l1[:, None, None] * signs[:, :, None]
    weights = inverse @ (targets[:, None] - inverse.mT @ pull)
    return np.where(moving, weights[..., 0], 0.0)
