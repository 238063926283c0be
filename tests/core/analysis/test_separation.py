import numpy as np

from nnviz.core.analysis.separation import separating_gap

X = np.array([-2.0, -1.0, 1.0, 3.0])


def test_the_gap_lies_between_the_nearest_examples_of_both_classes():
    assert separating_gap(X, np.array([0.0, 0, 1, 1])) == (-1.0, 1.0)


def test_it_does_not_matter_which_class_lies_below():
    assert separating_gap(X, np.array([1.0, 1, 1, 0])) == (1.0, 3.0)


def test_overlapping_classes_have_no_gap():
    assert separating_gap(X, np.array([0.0, 1, 0, 1])) is None


def test_classes_that_touch_in_a_point_still_have_no_best_weights():
    assert separating_gap(np.array([0.0, 1.0, 1.0, 2.0]), np.array([0.0, 0, 1, 1])) == (1.0, 1.0)


def test_one_class_alone_is_separable():
    assert separating_gap(X, np.ones(4)) == (-np.inf, -2.0)
    assert separating_gap(X, np.zeros(4)) == (3.0, np.inf)
