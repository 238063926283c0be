"""The length of a gradient, and what keeps one that explodes from throwing the weights away."""

from math import inf, sqrt

import numpy as np

from nnviz.core.types import FloatArray


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
