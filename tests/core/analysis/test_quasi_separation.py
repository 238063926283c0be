"""Classes that touch in one point: no threshold parts them there, and the loss has a floor."""

import numpy as np
import pytest

from nnviz.core.analysis.separation import entropy_of_share, is_quasi_separated, least_loss, separating_gap

X, Y = np.array([1.0, 2.0, 3.0, 3.0, 4.0, 5.0]), np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])


def log_loss(bias, weight):
    z = bias + weight * X
    return float(np.mean(np.logaddexp(0.0, np.where(Y == 1.0, -z, z))))


def test_the_loss_of_classes_that_touch_comes_near_to_that_of_the_point_where_they_do():
    assert separating_gap(X, Y) == (3.0, 3.0)
    assert is_quasi_separated(X, Y)
    assert least_loss(X, Y) == pytest.approx(2.0 * np.log(2.0) / 6.0)
    assert least_loss(X, Y) < log_loss(-30.0, 10.0) < least_loss(X, Y) + 1e-4


def test_classes_that_a_threshold_parts_or_that_overlap_touch_nowhere():
    apart, mixed = np.array([0.0, 0.0, 0.0, 0.0, 1.0, 1.0]), np.array([0.0, 1.0, 0.0, 1.0, 0.0, 1.0])
    for labels in (apart, mixed, np.ones(6)):
        assert not is_quasi_separated(np.arange(6.0), labels)
        assert least_loss(np.arange(6.0), labels) == 0.0


def test_the_best_constant_has_the_entropy_of_the_labels():
    assert entropy_of_share(0.5) == pytest.approx(np.log(2.0))
    assert entropy_of_share(0.0) == entropy_of_share(1.0) == 0.0
