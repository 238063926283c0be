"""What the fields of a simulated sample decide on the pages of linear models: least squares over many samples.

The samples are those that the pages draw: y = 6 + 4x + noise·ε, and y = 6 + 4x₁ + 3x₂ + noise·ε with x₂ around 50.
"""

import numpy as np

from nnviz.core.data.datasets import make_dataset
from nnviz.core.solvers.quadratic import Bowl
from tests.lessons.claims.once import once

N_SEEDS = 60
TRUTH = {"toy line": [6.0, 4.0], "unequal scales": [6.0, 4.0, 3.0]}


def bowls(name, n_samples, noise):
    """The bowls of many samples."""
    drawn = [make_dataset(name, n_samples, noise, seed) for seed in range(N_SEEDS)]
    return [Bowl.of(dataset.X, dataset.y) for dataset in drawn]


@once
def less_chance_with_more_points():
    for name, truth in TRUTH.items():
        found = [np.array([bowl.optimum for bowl in bowls(name, n, 1.0)]) for n in (20, 100, 1000)]
        assert np.all(np.diff([weights.std(axis=0) for weights in found], axis=0) < 0.0)
        assert np.all(np.diff([np.abs(weights - truth).mean(axis=0) for weights in found], axis=0) < 0.0)


@once
def errors_grow_with_the_noise():
    for name, truth in TRUTH.items():
        found = [bowls(name, 50, noise) for noise in (0.5, 1.0, 3.0)]
        least = np.array([[bowl.least for bowl in of_noise] for of_noise in found])
        errors = np.array([[np.abs(bowl.optimum - truth) for bowl in of_noise] for of_noise in found])
        assert np.all(np.diff(least, axis=0) > 0.0)
        assert np.all(np.diff(errors, axis=0) > 0.0)
