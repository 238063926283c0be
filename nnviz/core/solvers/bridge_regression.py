"""Bridge regression: the weights of least mean squared error plus λ Σ|w|ᵖ, for any p from ½ up."""

import math
from functools import partial, reduce

import numpy as np

from nnviz.core.objectives.penalty_kinds import soft_threshold
from nnviz.core.solvers.bridge_step import Objective, lower_of, part_of_the_way, together
from nnviz.core.solvers.coordinate_descent import moments, sweep
from nnviz.core.types import FloatArray

MOST_ROUNDS = 4_000
FIRST_ROUNDS = 20
SAME = 1e-12  # copied features: which of them is zero is the same for the objective, and is not left to rounding
MOST_ITERATIONS = 200
SETTLED = 1e-14  # a change that is this small beside the largest weight is rounding
AT_REST = 2e-13  # the same where Newton has been: for p near 1 a round moves alike features by 6e-14 for ever
ROUNDING = 1e-14  # of the objective: near its minimum a better step is not lower by more


def bridge(X: FloatArray, y: FloatArray, strength: FloatArray | float, p: float, bias: bool = False) -> FloatArray:
    """The weights w that minimise (1/N) Σ(yᵢ − [1, xᵢ]·w)² + λ Σⱼ|wⱼ|ᵖ, for every λ: (..., P), bias first.

    By coordinate descent whose every step is the exact minimum over one weight, with Newton's steps of all weights
    between its rounds. For p ≥ 1 the objective is convex and
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
    starts = [unpenalised] if p >= 1.0 else [np.zeros_like(unpenalised), unpenalised]
    begun = np.repeat(starts, len(flat), axis=0)
    ends = np.split(_descend(Objective(gram, moment, np.tile(flat, len(starts)), p), begun), len(starts))
    lowest = reduce(partial(lower_of, Objective(gram, moment, flat, p), margin=SAME), ends)
    return data.with_bias(lowest).reshape(*strengths.shape, -1)


def _descend(objective: Objective, weights: FloatArray) -> FloatArray:
    """Where descent from these weights (L, P) ends: rounds over the weights, a joint step of all after each.

    Rounds alone crawl where features are alike; the joint step has nothing to say about which weights are zero. No
    step goes up, and a λ is done when a round no longer moves its weights.
    """
    left = np.arange(len(weights))
    for n_rounds in range(MOST_ROUNDS):
        here, before = objective.at(left), weights[left]
        after = before.copy()
        sweep(here.gram, here.moment, after, partial(_best_weight, strengths=here.strengths, p=here.p))
        small = AT_REST if n_rounds > first_joint_step(here.p) else SETTLED
        moves = np.abs(after - before).max(axis=1) > small * (1.0 + np.abs(after).max(axis=1))
        weights[left] = after
        left = left[moves]
        if not left.size:
            break
        if n_rounds >= first_joint_step(here.p):
            here, after = objective.at(left), weights[left]
            goal = together(here, after)
            goal = part_of_the_way(here, after, goal) if here.p > 1.0 else goal
            weights[left] = lower_of(here, after, goal, -ROUNDING)
    return weights


def first_joint_step(p: float) -> float:
    """The round from which on joint steps are tried: for p < 1 first steps choose which weights are zero.

    For p = 1 rounds are cheap, and choose among answers that are equally good.
    """
    return math.inf if p == 1.0 else FIRST_ROUNDS if p < 1.0 else 0


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
