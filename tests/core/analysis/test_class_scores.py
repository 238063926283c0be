import numpy as np
import pytest
from sklearn.calibration import calibration_curve
from sklearn.metrics import accuracy_score, confusion_matrix

from nnviz.core.analysis.class_scores import class_accuracy, confusion_counts, reliability
from nnviz.core.objectives.softmax import softmax

generator = np.random.default_rng(2)
z = generator.normal(size=(5, 4, 200))
p, y = softmax(z), generator.integers(0, 4, 200).astype(float)


def test_accuracy_and_confusion_are_the_reference_librarys_at_every_step():
    for step in range(5):
        called = p[step].argmax(axis=0)
        assert class_accuracy(y, p)[step] == pytest.approx(accuracy_score(y, called), abs=1e-15)
        np.testing.assert_array_equal(confusion_counts(y, p)[step], confusion_matrix(y, called))


def test_accuracy_is_undefined_where_a_probability_is():
    broken = p.copy()
    broken[1, 2, 3] = np.nan
    assert np.isnan(class_accuracy(y, broken)).tolist() == [False, True, False, False, False]


def test_reliability_is_the_reference_librarys_curve():
    found = reliability(y, p[0])
    shares, means = calibration_curve(p[0].argmax(axis=0) == y, p[0].max(axis=0), n_bins=10)
    seen = found.size > 0
    np.testing.assert_allclose(found.accuracy[seen], shares, rtol=1e-13)
    np.testing.assert_allclose(found.confidence[seen], means, rtol=1e-13)
    assert found.size.sum() == 200
    assert np.isnan(found.accuracy[~seen]).all()


def test_the_calibration_error_is_zero_where_confidence_is_accuracy_and_half_where_it_is_half_off():
    sure = np.array([[1.0, 1.0], [0.0, 0.0]])
    assert reliability(np.array([0.0, 0.0]), sure).calibration_error == 0.0
    assert reliability(np.array([0.0, 1.0]), sure).calibration_error == 0.5
