import numpy as np
import pytest
from scipy.special import expit

from nnviz.core.analysis.separation import separating_gap
from nnviz.core.data.labels import LABELS, random_labels

TRUTH = np.array([6.0, 4.0])


@pytest.mark.parametrize("make", LABELS.values(), ids=LABELS)
def test_labels_are_zeros_and_ones_and_a_larger_sample_begins_with_the_smaller(make):
    small, large = make(50, TRUTH, 1), make(200, TRUTH, 1)
    assert set(np.unique(large.y)) <= {0.0, 1.0}
    np.testing.assert_array_equal(large.X[:50], small.X)
    np.testing.assert_array_equal(large.y[:50], small.y)


def test_the_share_of_ones_is_the_probability_of_the_model():
    weights = np.array([0.5, 1.5])
    cloud = random_labels(100_000, weights, 0)
    p = expit(weights[0] + weights[1] * cloud.X[:, 0])
    for low, high in ((0.0, 0.2), (0.4, 0.6), (0.8, 1.0)):
        inside = (p >= low) & (p < high)
        deviation = np.sqrt((p * (1 - p))[inside].mean() / inside.sum())
        assert abs(cloud.y[inside].mean() - p[inside].mean()) < 4 * deviation


@pytest.mark.parametrize("seed", range(5))
def test_separable_labels_are_separable_at_the_models_own_threshold(seed):
    cloud = LABELS["separable labels"](300, np.array([1.0, 2.0]), seed)
    low, high = separating_gap(cloud.X[:, 0], cloud.y)
    assert low < -0.5 < high
