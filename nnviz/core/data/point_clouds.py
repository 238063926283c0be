"""The shapes of the simulated data sets.

`noise` means the same for all: the standard deviation, in the data's own units, of a Normal displacement of every
example: of its target y in regression, of both its coordinates in classification. The classification shapes
lie within about [-6, 6] in both features when the noise is 0 and have their two classes in turn (0, 1, 0, 1, ...), so
any first n >= 2 examples hold both and are balanced.

Every example takes its numbers from one row of the draws. So a larger sample begins with the smaller one, and a
larger noise moves the same points farther.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from nnviz.core.rng_keys import DATA, NOISE, generator
from nnviz.core.types import FloatArray


class PointCloud(NamedTuple):
    """Features X (n_samples, n_features), targets y (n_samples,), and the weights behind them where there are any."""

    X: FloatArray
    y: FloatArray
    true_weights: FloatArray | None = None


Sampler = Callable[[int, float, int], PointCloud]
"""(n_samples, noise, seed) -> PointCloud."""


def toy_line(n_samples: int, noise: float, seed: int) -> PointCloud:
    """One feature, y = 6 + 4x + ε with x ~ N(0, 1)."""
    X = generator(seed, DATA).standard_normal((n_samples, 1))
    return _linear(X, np.array([6.0, 4.0]), noise, seed)


def unequal_scales(n_samples: int, noise: float, seed: int) -> PointCloud:
    """Two features, y = 6 + 4x₁ + 3x₂ + ε with x₁ ~ N(0, 1) and x₂ ~ N(50, 10²)."""
    X = generator(seed, DATA).standard_normal((n_samples, 2)) * [1.0, 10.0] + [0.0, 50.0]
    return _linear(X, np.array([6.0, 4.0, 3.0]), noise, seed)


def two_gaussians(n_samples: int, noise: float, seed: int) -> PointCloud:
    """Two round Normal clouds of standard deviation 1, around (−1.5, −1.5) and (1.5, 1.5).

    The log-odds are linear in the features: with the noise the variance is σ² = 1 + noise², and the true weights
    of the logistic model are (0, 3/σ², 3/σ²).
    """
    y = _classes(n_samples)
    centres = 1.5 * (2.0 * y - 1.0)
    X = centres[:, None] + generator(seed, DATA).standard_normal((n_samples, 2))
    slope = 3.0 / (1.0 + noise**2)
    return PointCloud(displaced(X, noise, seed), y, np.array([0.0, slope, slope]))


def circle(n_samples: int, noise: float, seed: int) -> PointCloud:
    """A disc of radius 2.5 (class 1) inside a ring from 3.5 to 5 (class 0)."""
    y = _classes(n_samples)
    turn, share = _uniforms(n_samples, 2, seed)
    # The square root spreads the points evenly over the area of the disc and of the ring.
    inner, outer = np.where(y == 1.0, 0.0, 3.5), np.where(y == 1.0, 2.5, 5.0)
    radius = np.sqrt(inner**2 + (outer**2 - inner**2) * share)
    return PointCloud(displaced(_polar(radius, 2.0 * np.pi * turn), noise, seed), y)


def xor(n_samples: int, noise: float, seed: int) -> PointCloud:
    """Four squares, one per quadrant, from 0.5 to 5 in |x₁| and |x₂|; class 1 where the signs differ."""
    index = np.arange(n_samples)
    y = _classes(n_samples)
    first = np.where(index // 2 % 2 == 0, -1.0, 1.0)
    signs = np.stack([first, np.where(y == 1.0, -first, first)], axis=1)
    X = signs * (0.5 + 4.5 * _uniforms(n_samples, 2, seed).T)
    return PointCloud(displaced(X, noise, seed), y)


def spiral(n_samples: int, noise: float, seed: int) -> PointCloud:
    """Two arms r = 5t, t in [0.1, 1], each turning 1¼ times as t goes from 0 to 1, half a turn apart."""
    y = _classes(n_samples)
    (share,) = _uniforms(n_samples, 1, seed)
    t = 0.1 + 0.9 * share
    angle = 2.0 * np.pi * (1.25 * t + 0.5 * y)
    return PointCloud(displaced(_polar(5.0 * t, angle), noise, seed), y)


def moons(n_samples: int, noise: float, seed: int) -> PointCloud:
    """Two half circles of radius 10/3 that reach into each other, within [−5, 5] × [−2.5, 2.5]."""
    y = _classes(n_samples)
    (share,) = _uniforms(n_samples, 1, seed)
    upper = _polar(np.ones(n_samples), np.pi * share) - [0.5, 0.25]
    # The lower moon is the upper one turned by half a turn about the origin.
    X = 10.0 / 3.0 * upper * np.where(y == 1.0, -1.0, 1.0)[:, None]
    return PointCloud(displaced(X, noise, seed), y)


def _linear(X: FloatArray, weights: FloatArray, noise: float, seed: int) -> PointCloud:
    epsilon = noise * generator(seed, NOISE).standard_normal(len(X))
    return PointCloud(X, weights[0] + X @ weights[1:] + epsilon, weights)


def displaced(X: FloatArray, noise: float, seed: int) -> FloatArray:
    """Every coordinate of X with Normal noise of this standard deviation."""
    moved: FloatArray = X + noise * generator(seed, NOISE).standard_normal(X.shape)
    return moved


def _classes(n_samples: int) -> FloatArray:
    return (np.arange(n_samples) % 2).astype(np.float64)


def _uniforms(n_samples: int, n_each: int, seed: int) -> FloatArray:
    return generator(seed, DATA).random((n_samples, n_each)).T


def _polar(radius: FloatArray, angle: FloatArray) -> FloatArray:
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
