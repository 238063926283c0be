import numpy as np
import pytest
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import StandardScaler

from nnviz.core.data.datasets import DATASETS, Dataset, make_dataset, split
from nnviz.core.data.scaling import standardise, standardise_target


def _ols(X, y):
    fit = LinearRegression().fit(X, y)
    return np.append(fit.intercept_, fit.coef_)


@pytest.mark.parametrize("name", DATASETS)
def test_standardised_features_are_those_of_scikit_learn(name):
    dataset = make_dataset(name, 60, 0.5, seed=0)
    np.testing.assert_allclose(
        standardise(dataset)[0].X, StandardScaler().fit_transform(dataset.X), rtol=0.0, atol=1e-13
    )


def test_standardised_features_have_mean_zero_and_population_deviation_one():
    X = standardise(make_dataset("unequal scales", 100, 1.0, seed=0))[0].X
    np.testing.assert_allclose(X.mean(axis=0), 0.0, atol=1e-13)
    np.testing.assert_allclose((X**2).mean(axis=0), 1.0, rtol=1e-13)


def test_weights_of_standardised_features_in_original_units_are_the_ols_weights():
    dataset = make_dataset("unequal scales", 100, 1.0, seed=0)
    standardised, scale = standardise(dataset)
    there = _ols(standardised.X, dataset.y)
    np.testing.assert_allclose(scale.weights_in_original_units(there), _ols(dataset.X, dataset.y), rtol=1e-11)


def test_the_way_to_standard_units_and_back_is_the_identity_over_leading_axes():
    _, scale = standardise(make_dataset("unequal scales", 100, 1.0, seed=0))
    weights = np.random.default_rng(0).normal(size=(4, 5, 3))
    back = scale.weights_in_original_units(scale.weights_in_standard_units(weights))
    np.testing.assert_allclose(back, weights, rtol=0.0, atol=1e-12)


def test_the_true_weights_change_their_units_with_the_features():
    dataset = make_dataset("unequal scales", 100, 0.0, seed=0)
    standardised, _ = standardise(dataset)
    outputs = standardised.true_weights[0] + standardised.X @ standardised.true_weights[1:]
    np.testing.assert_allclose(outputs, dataset.y, rtol=1e-12)


def test_validation_is_standardised_with_the_scale_of_the_training_data():
    training, validation = split(make_dataset("unequal scales", 100, 1.0, seed=0), 0.3, seed=0)
    _, scale = standardise(training)
    standardised, same = standardise(validation, scale)
    assert same is scale
    np.testing.assert_array_equal(standardised.X, (validation.X - scale.mean) / scale.deviation)


@pytest.mark.parametrize("value", [0.0, 0.1, 12345.678])
def test_a_constant_feature_becomes_zeros_and_its_deviation_counts_as_one(value):
    X = np.column_stack([np.full(7, value), np.arange(7.0)])
    dataset = Dataset("ours", X, np.zeros(7), "regression", ("a", "b"), "y")
    standardised, scale = standardise(dataset)
    np.testing.assert_array_equal(standardised.X[:, 0], np.zeros(7))
    assert (scale.mean[0], scale.deviation[0]) == (value, 1.0)


def test_the_names_of_standardised_features_say_so():
    standardised, _ = standardise(make_dataset("stopping distances", 50, 0.0, seed=0))
    assert standardised.feature_names == ("speed (mph), standardised",)


def test_a_standardised_target_has_mean_0_and_deviation_1_and_its_true_weights_are_those_of_least_squares():
    dataset = make_dataset("unequal scales", 100, 0.0, seed=0)
    standardised = standardise_target(dataset)
    np.testing.assert_allclose([standardised.y.mean(), standardised.y.std()], [0.0, 1.0], atol=1e-13)
    np.testing.assert_allclose(_ols(standardised.X, standardised.y), standardised.true_weights, rtol=1e-11)
    assert standardised.target_name == "y, standardised"


def test_a_constant_target_is_not_standardised():
    constant = Dataset("line", np.arange(4.0)[:, None], np.ones(4), "regression", ("x",), "y")
    with pytest.raises(ValueError, match="constant"):
        standardise_target(constant)
