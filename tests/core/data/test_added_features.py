import numpy as np
import pytest

from nnviz.core.data.added_features import ADDED_FEATURES, FeatureMap, available, named
from nnviz.core.data.datasets import make_dataset

CIRCLE = make_dataset("circle", 40, 0.3, seed=0)
EACH = pytest.mark.parametrize("word", ADDED_FEATURES)


@EACH
def test_a_feature_is_what_its_source_computes(word):
    computed = FeatureMap.of([word], CIRCLE.X).apply(CIRCLE.X)[:, -1]
    assert np.array_equal(computed, eval(ADDED_FEATURES[word].source, {"np": np, "X": CIRCLE.X}))


@EACH
def test_an_added_feature_reaches_no_farther_than_those_it_is_made_of(word):
    mapped = FeatureMap.of([word], CIRCLE.X).apply(CIRCLE.X)
    assert np.abs(mapped[:, -1]).max() <= np.abs(CIRCLE.X).max() * (1.0 + 1e-12)


def test_the_scale_is_that_of_the_training_examples_whatever_it_is_applied_to():
    fitted = FeatureMap.of(["x1²"], np.array([[2.0, 1.0], [-4.0, 1.0]]))
    np.testing.assert_array_equal(fitted.apply(np.array([[8.0, 0.0]])), [[8.0, 0.0, 16.0]])


def test_features_that_are_zero_throughout_stay_zero():
    fitted = FeatureMap.of(["x1²", "x1·x2"], np.zeros((3, 2)))
    assert not fitted.apply(np.zeros((3, 2))).any()


def test_true_weights_of_added_features_are_0():
    line = make_dataset("toy line", 20, 1.0, seed=0)
    bent = FeatureMap.of(["x1²", "sin x1"], line.X).extend(line)
    assert bent.true_weights.tolist() == [6.0, 4.0, 0.0, 0.0]
    assert bent.feature_names == ("x", "x²", "sin x")
    np.testing.assert_array_equal(bent.X[:, :1], line.X)


def test_without_words_nothing_changes():
    assert FeatureMap.of([], CIRCLE.X).extend(CIRCLE) is CIRCLE
    assert FeatureMap.of([], CIRCLE.X).apply(CIRCLE.X) is CIRCLE.X


def test_of_one_feature_no_product_can_be_made():
    assert available(dict.fromkeys(ADDED_FEATURES, True), 1) == ("x1²", "sin x1")
    assert available(dict.fromkeys(ADDED_FEATURES, True), 2) == tuple(ADDED_FEATURES)
    assert named("x1·x2", ("petal length (cm)", "petal width (cm)")) == "x1·x2"
