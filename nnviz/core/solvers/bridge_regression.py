"""Bridge regression: the weights of least mean squared error plus λ Σ|w|ᵖ, for any p from ½ up."""

from functools import partial

import numpy as np

from nnviz.core.objectives.penalty_kinds import soft_threshold
from nnviz.core.solvers.coordinate_descent import moments, sweep
from nnviz.core.types import FloatArray

MOST_SWEEPS = 4_000
MOST_ITERATIONS = 200
SETTLED = 1e-14  # a change that is this small beside the largest weight is rounding


def bridge(X: FloatArray, y: FloatArray, strength: FloatArray | float, p: float, bias: bool = False) -> FloatArray:
    """The weights w that minimise (1/N) Σ(yᵢ − [1, xᵢ]·w)² + λ Σⱼ|wⱼ|ᵖ, for every λ: (..., P), bias first.

    By coordinate descent whose every step is the exact minimum over one weight. For p ≥ 1 the objective is convex and
    this is its minimum. For p < 1 it has many local minima: the descent starts at the least squares weights and at
    zero, and the lower of its two ends is taken; no single weight can improve it, several together might.

    X (n_samples, n_features), y (n_samples,). The bias is penalised only when `bias` is set.
    Frank and Friedman (1993), "A Statistical View of Some Chemometrics Regression Tools".
    Raises ValueError for a negative λ or p ≤ 0.
    """
    strengths = np.asarray(strength, dtype=np.float64)
    if np.any(strengths < 0.0) or p <= 0.0:
        raise ValueError("a penalty's strength is at least 0, its exponent above 0")
    data, flat = moments(X, y, bias), strengths.ravel()
    gram, moment = data.gram, data.moment
    unpenalised = np.linalg.lstsq(data.root, data.target, rcond=None)[0]
    starts = (unpenalised,) if p >= 1.0 else (unpenalised, np.zeros_like(unpenalised))
    ends = [_descend(gram, moment, np.tile(start, (len(flat), 1)), flat, p) for start in starts]
    heights = [((end @ gram - 2.0 * moment) * end).sum(axis=1) + flat * (np.abs(end) ** p).sum(axis=1) for end in ends]
    lowest = np.argmin(heights, axis=0)
    return data.with_bias(np.array(ends)[lowest, np.arange(len(flat))]).reshape(*strengths.shape, -1)


def _descend(gram: FloatArray, moment: FloatArray, weights: FloatArray, strengths: FloatArray, p: float) -> FloatArray:
    """Where coordinate descent from these weights (L, P) ends."""
    rule = partial(_best_weight, strengths=strengths, p=p)
    for _ in range(MOST_SWEEPS):
        before = weights.copy()
        sweep(gram, moment, weights, rule)
        if np.abs(weights - before).max() <= SETTLED * (1.0 + np.abs(weights).max()):
            break
    return weights


def _best_weight(pull: FloatArray, curvature: float, strengths: FloatArray, p: float) -> FloatArray:
    """The w (L,) of least h·w² − 2·pull·w + λ|w|ᵖ, h the curvature."""
    return np.sign(pull) * best_size(np.abs(pull), curvature, strengths, p)


def best_size(pull: FloatArray, curvature: float, strengths: FloatArray, p: float) -> FloatArray:
    """The w ≥ 0 (L,) of least h·w² − 2·pull·w + λwᵖ for a pull (L,) ≥ 0 and strengths λ (L,).

    The slope 2hw − 2·pull + λp·wᵖ⁻¹ is convex in w (in v = wᵖ⁻¹ for 1 < p < 2), so Newton's method comes down to its
    largest root without passing it. For p < 1 the root may not exist, or lie higher than w = 0.
    """
    if p == 1.0:
        return soft_threshold(pull, strengths / 2.0) / curvature
    free = np.where(strengths > 0.0, strengths, 1.0)
    size = _largest_root(pull, curvature, free, p) if p < 1.0 else _only_root(pull, curvature, free, p)
    return np.where(strengths > 0.0, size, pull / curvature)


def _largest_root(pull: FloatArray, curvature: float, strengths: FloatArray, p: float) -> FloatArray:
    """Newton's method from the unpenalised weight for p < 1; 0 where that is lower."""
    turning = (strengths * p * (1.0 - p) / (2.0 * curvature)) ** (1.0 / (2.0 - p))  # where the slope is least
    w = np.maximum(pull / curvature, turning)
    exists = 2.0 * curvature * turning - 2.0 * pull + strengths * p * turning ** (p - 1.0) < 0.0
    for _ in range(MOST_ITERATIONS):
        slope = 2.0 * (curvature * w - pull) + strengths * p * w ** (p - 1.0)
        bend = 2.0 * curvature + strengths * p * (p - 1.0) * w ** (p - 2.0)
        after = np.where(exists, np.maximum(w - slope / np.where(exists, bend, 1.0), turning), w)
        if np.all(np.abs(after - w) <= SETTLED * w):
            break
        w = after
    below_zero = curvature * w * w - 2.0 * pull * w + strengths * w**p < 0.0
    return np.where(exists & below_zero, w, 0.0)


def _only_root(pull: FloatArray, curvature: float, strengths: FloatArray, p: float) -> FloatArray:
    """Newton's method for p > 1, in w for p ≥ 2 and in v = wᵖ⁻¹ below, from a point that is not below the root."""
    outer, inner = (1.0, p - 1.0) if p >= 2.0 else (1.0 / (p - 1.0), 1.0)  # 2h·vᵃ + λp·vᵇ = 2·pull
    v = np.minimum((pull / curvature) ** (1.0 / outer), (2.0 * pull / (strengths * p)) ** (1.0 / inner))
    for _ in range(MOST_ITERATIONS):
        value = 2.0 * (curvature * v**outer - pull) + strengths * p * v**inner
        slope = 2.0 * curvature * outer * v ** (outer - 1.0) + strengths * p * inner * v ** (inner - 1.0)
        after = np.maximum(v - value / np.where(slope > 0.0, slope, 1.0), 0.0)
        if np.all(np.abs(after - v) <= SETTLED * v):
            break
        v = after
    return np.asarray(v**outer)
