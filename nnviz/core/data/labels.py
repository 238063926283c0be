"""Binary labels over one feature: drawn with a logistic probability, or cut by a threshold."""

from collections.abc import Callable

import numpy as np
from scipy.special import expit

from nnviz.core.data.point_clouds import PointCloud
from nnviz.core.rng_keys import DATA, NOISE, generator
from nnviz.core.types import FloatArray


def random_labels(n_samples: int, weights: FloatArray, seed: int) -> PointCloud:
    """Labels with P(y = 1) = σ(b + wx) over x ~ N(0, 1); weights are (b, w).

    More examples of the same seed begin with the same examples.
    """
    X = generator(seed, DATA).standard_normal((n_samples, 1))
    drawn = generator(seed, NOISE).random(n_samples) < expit(weights[0] + weights[1] * X[:, 0])
    return PointCloud(X, drawn.astype(np.float64), weights)


def separable_labels(n_samples: int, weights: FloatArray, seed: int) -> PointCloud:
    """Labels that are 1 exactly where b + wx > 0, over the same x as those of `random_labels`; weights are (b, w)."""
    X = generator(seed, DATA).standard_normal((n_samples, 1))
    return PointCloud(X, (weights[0] + weights[1] * X[:, 0] > 0.0).astype(np.float64))


LABELS: dict[str, Callable[[int, FloatArray, int], PointCloud]] = {
    "random labels": random_labels,
    "separable labels": separable_labels,
}
"""The word the user sees -> (n_samples, weights, seed) to examples."""
