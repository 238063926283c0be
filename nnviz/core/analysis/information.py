"""Information of outcomes and distributions: entropy, cross entropy and Kullback-Leibler divergence, in bits or nats.

Distributions lie along the last axis and broadcast over the others. Three conventions hold throughout, all of them
limits: an outcome that never happens contributes nothing (0·log 0 = 0), one that happens although it was ruled out
is infinitely surprising, and 0·log(0/0) = 0.
"""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import entr, rel_entr, xlogy

from nnviz.core.types import FloatArray

UNITS: dict[str, float] = {"bits": float(np.log(2.0)), "nats": 1.0}
"""The word of a unit -> its size in nats."""

ROUNDING = 1e-9
"""How far the sum of a distribution may be from 1."""


def distribution(weights: ArrayLike) -> FloatArray:
    """The distribution in proportion to weights (..., n): pᵢ = wᵢ/Σw.

    Raises ValueError when a weight is negative or not finite, or all are 0.
    """
    w = np.asarray(weights, dtype=np.float64)
    largest = w.max(axis=-1, keepdims=True)
    if not (np.isfinite(w).all() and (w >= 0.0).all() and (largest > 0.0).all()):
        raise ValueError("weights are finite and not negative, and one of them is above 0")
    shares = w / largest  # so that no sum overflows
    normalised: FloatArray = shares / shares.sum(axis=-1, keepdims=True)
    return normalised


def information(probability: ArrayLike, unit: str = "bits") -> FloatArray:
    """−log p of one outcome, its surprise: ∞ where p = 0, any shape."""
    p = np.asarray(probability, dtype=np.float64)
    with np.errstate(divide="ignore"):  # the impossible is infinitely surprising
        return np.abs(np.log(p)) / UNITS[unit]  # |·| because −ln 1 would be −0


def entropy(p: ArrayLike, unit: str = "bits") -> FloatArray:
    """The mean surprise of an outcome, H(p) = −Σ pᵢ log pᵢ: (..., n) -> (...).

    Raises ValueError when p is no distribution, KeyError for an unknown unit.
    """
    nats: FloatArray = entr(_checked(p)).sum(axis=-1)
    return nats / UNITS[unit]


def cross_entropy(p: ArrayLike, q: ArrayLike, unit: str = "bits") -> FloatArray:
    """The mean surprise of one who expects q, H(p, q) = −Σ pᵢ log qᵢ: (..., n) -> (...).

    It is ∞ where q rules out an outcome of p.
    Raises ValueError when p or q is no distribution, KeyError for an unknown unit.
    """
    nats: FloatArray = -xlogy(_checked(p), _checked(q)).sum(axis=-1)
    return nats / UNITS[unit] + 0.0  # −0 is 0


def kl_divergence(p: ArrayLike, q: ArrayLike, unit: str = "bits") -> FloatArray:
    """What it costs to expect q where p holds, KL(p‖q) = Σ pᵢ log(pᵢ/qᵢ) = H(p, q) − H(p): (..., n) -> (...).

    It is ∞ where q rules out an outcome of p.
    Raises ValueError when p or q is no distribution, KeyError for an unknown unit.
    """
    nats: FloatArray = rel_entr(_checked(p), _checked(q)).sum(axis=-1)
    return np.maximum(nats, 0.0) / UNITS[unit]  # rounding may leave −10⁻¹⁶ near p = q


def _checked(p: ArrayLike) -> FloatArray:
    p = np.asarray(p, dtype=np.float64)
    if not ((p >= 0.0).all() and (np.abs(p.sum(axis=-1) - 1.0) <= ROUNDING).all()):
        raise ValueError("a distribution has no negative entry, and its entries sum to 1")
    return p
