import numpy as np
import pytest
from sklearn.metrics import accuracy_score, r2_score

from nnviz.core.analysis.metrics import METRIC_OF_TASK, METRICS, accuracy, r_squared


def test_accuracy_is_that_of_scikit_learn_over_leading_axes():
    rng = np.random.default_rng(0)
    y, predicted = (rng.random(30) > 0.4) * 1.0, rng.random((4, 3, 30))
    expected = [[accuracy_score(y, row >= 0.5) for row in rows] for rows in predicted]
    np.testing.assert_allclose(accuracy(y, predicted), expected, rtol=1e-15)


def test_r_squared_is_that_of_scikit_learn_over_leading_axes():
    rng = np.random.default_rng(0)
    y, predicted = rng.normal(size=30), rng.normal(size=(4, 3, 30))
    expected = [[r2_score(y, row) for row in rows] for rows in predicted]
    np.testing.assert_allclose(r_squared(y, predicted), expected, rtol=1e-13)


def test_a_prediction_of_one_half_counts_as_label_one():
    assert accuracy(np.array([1.0, 0.0]), np.array([0.5, 0.5])) == 0.5
    assert accuracy(np.array([1.0]), np.array([0.5])) == 1.0


def test_r_squared_is_one_for_the_truth_and_zero_for_the_mean():
    y = np.array([1.0, 2.0, 6.0])
    np.testing.assert_array_equal(r_squared(y, np.stack([y, np.full(3, 3.0)])), [1.0, 0.0])


def test_r_squared_is_undefined_where_all_targets_are_equal():
    assert np.isnan(r_squared(np.full(4, 0.1), np.arange(4.0)))


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
def test_a_diverged_prediction_has_no_score_and_leaves_the_others_theirs(metric):
    y = np.array([0.0, 1.0, 1.0])
    scores = metric(y, np.array([[0.0, 1.0, 1.0], [np.nan, 1.0, 1.0]]))
    assert scores[0] == 1.0
    assert np.isnan(scores[1])


def test_predictions_too_large_to_square_score_minus_infinity():
    assert r_squared(np.array([0.0, 1.0]), np.array([1e200, 0.0])) == -np.inf


def test_every_task_has_its_metric():
    assert {METRICS[word] for word in METRIC_OF_TASK.values()} == {accuracy, r_squared}
