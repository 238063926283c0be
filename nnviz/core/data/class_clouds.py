"""Point clouds of three classes in the plane, as those of two are in `point_clouds`."""

import numpy as np

from nnviz.core.data.point_clouds import PointCloud, displaced
from nnviz.core.rng_keys import DATA, generator
from nnviz.core.types import FloatArray

N_CLASSES = 3
RADIUS = 2.2
"""How far the middles of the three Gaussians lie from the origin."""


def centres() -> FloatArray:
    """The middles of the three Gaussians, 2.2·(cos αₖ, sin αₖ) with αₖ = 90°, 210°, 330°: (3, 2)."""
    angle = 2.0 * np.pi * (0.25 + np.arange(N_CLASSES) / N_CLASSES)
    return RADIUS * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def three_gaussians(n_samples: int, noise: float, seed: int) -> PointCloud:
    """Three round Normal clouds of standard deviation 1 around `centres`.

    With the noise the variance is σ² = 1 + noise², and the probability of class k is the softmax of μₖ·x/σ²: softmax
    regression without a bias is the true model.
    """
    y = _classes(n_samples)
    X = centres()[y.astype(int)] + generator(seed, DATA).standard_normal((n_samples, 2))
    return PointCloud(displaced(X, noise, seed), y)


def three_arms(n_samples: int, noise: float, seed: int) -> PointCloud:
    """Three arms r = 5t, t in [0.1, 1], each turning once as t goes from 0 to 1, a third of a turn apart."""
    y = _classes(n_samples)
    t = 0.1 + 0.9 * generator(seed, DATA).random(n_samples)
    angle = 2.0 * np.pi * (t + y / N_CLASSES)
    X = np.stack([5.0 * t * np.cos(angle), 5.0 * t * np.sin(angle)], axis=1)
    return PointCloud(displaced(X, noise, seed), y)


def _classes(n_samples: int) -> FloatArray:
    return (np.arange(n_samples) % N_CLASSES).astype(np.float64)
