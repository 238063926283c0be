import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn import metrics

from nnviz.core.analysis.roc import area_under_curve, confusion, rates, roc_curve, scores

THRESHOLDS = np.linspace(0, 1, 21)


@st.composite
def labelled(draw):
    """Labels of both classes and probabilities with many ties."""
    n = draw(st.integers(2, 40))
    y = draw(arrays(float, n, elements=st.sampled_from([0.0, 1.0])).filter(lambda y: 0 < y.sum() < n))
    return y, draw(arrays(float, n, elements=st.integers(0, 10).map(lambda k: k / 10)))


@given(labelled())
def test_the_confusion_matrix_is_that_of_scikit_learn_at_every_threshold(example):
    y, predicted = example
    for counts, threshold in zip(confusion(y, predicted, THRESHOLDS), THRESHOLDS, strict=True):
        reference = metrics.confusion_matrix(y, predicted >= threshold, labels=[0, 1])
        np.testing.assert_array_equal(counts, reference.ravel())


@given(labelled())
def test_the_roc_curve_has_the_points_of_scikit_learn(example):
    y, predicted = example
    curve = roc_curve(y, predicted)
    false_positive, true_positive, _ = metrics.roc_curve(y, predicted, drop_intermediate=False)
    ours = np.unique(np.round(np.column_stack(curve), 12), axis=0)
    theirs = np.unique(np.round(np.column_stack([false_positive, true_positive]), 12), axis=0)
    np.testing.assert_allclose(ours, theirs, atol=1e-12)
    assert all((np.diff(rate) >= 0).all() for rate in curve)


@given(labelled())
def test_the_area_is_that_of_scikit_learn(example):
    y, predicted = example
    area = area_under_curve(roc_curve(y, predicted))
    assert area == pytest.approx(metrics.roc_auc_score(y, predicted), abs=1e-12)


@given(labelled(), st.floats(0, 1))
def test_every_threshold_lies_on_the_roc_curve(example, threshold):
    y, predicted = example
    point = rates(confusion(y, predicted, np.array([threshold]))[0])
    curve = np.column_stack(roc_curve(y, predicted))
    assert np.abs(curve - np.array(point)).sum(axis=1).min() < 1e-12


@given(labelled())
def test_scores_are_those_of_scikit_learn_where_they_are_defined(example):
    y, predicted = example
    called = predicted >= 0.5
    accuracy, precision, recall, specificity = scores(confusion(y, predicted, np.array([0.5]))[0])
    assert accuracy == pytest.approx(metrics.accuracy_score(y, called))
    assert recall == pytest.approx(metrics.recall_score(y, called))
    assert specificity == pytest.approx(metrics.recall_score(y, called, pos_label=0))
    if called.any():
        assert precision == pytest.approx(metrics.precision_score(y, called))
    else:
        assert np.isnan(precision)


def test_threshold_zero_calls_everything_one():
    y = np.array([0.0, 0, 1])
    np.testing.assert_array_equal(confusion(y, np.array([0.0, 0.3, 0.9]), np.array([0.0]))[0], [0, 2, 0, 1])


def test_without_a_class_its_rate_is_undefined():
    curve = roc_curve(np.ones(3), np.array([0.1, 0.2, 0.3]))
    assert np.isnan(curve.false_positive).all()
    np.testing.assert_allclose(curve.true_positive, [0, 1 / 3, 2 / 3, 1])
    assert np.isnan(rates(confusion(np.ones(3), np.ones(3), np.array([0.5]))[0]).false_positive)


def test_leading_axes_are_runs_of_their_own():
    y, predicted = np.array([0.0, 1, 1, 0]), np.array([[0.1, 0.9, 0.4, 0.4], [0.2, 0.2, 0.2, 0.2]])
    curve = roc_curve(y, predicted)
    for i in range(2):
        alone = roc_curve(y, predicted[i])
        np.testing.assert_array_equal(curve.false_positive[i], alone.false_positive)
        np.testing.assert_array_equal(curve.true_positive[i], alone.true_positive)
    np.testing.assert_allclose(area_under_curve(curve), [0.875, 0.5])
    assert confusion(y, predicted, THRESHOLDS).shape == (2, 21, 4)
