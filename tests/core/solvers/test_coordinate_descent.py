import numpy as np
import pytest

from nnviz.core.solvers.closed_form import design_matrix, least_squares
from nnviz.core.solvers.coordinate_descent import moments, sweep
from tests.core.solvers.test_ridge import _problem


@pytest.mark.parametrize("bias", [True, False])
def test_the_moments_tell_the_mean_squared_error_apart_from_a_constant(bias):
    X, y = _problem(0)
    data, rng = moments(X, y, bias), np.random.default_rng(1)
    weights = rng.normal(size=(2, len(data.moment)))
    heights = ((weights @ data.gram - 2.0 * data.moment) * weights).sum(axis=1)
    errors = data.with_bias(weights) @ design_matrix(X).T - y
    assert np.diff(heights) == pytest.approx(np.diff((errors**2).mean(axis=1)), rel=1e-11)


def test_rounds_without_a_penalty_end_at_least_squares():
    X, y = _problem(2)
    data = moments(X, y, bias=False)
    weights = np.zeros((1, 4))
    for _ in range(200):
        sweep(data.gram, data.moment, weights, lambda pull, curvature: pull / curvature)
    np.testing.assert_allclose(data.with_bias(weights)[0], least_squares(X, y), rtol=1e-11)


def test_a_column_without_variance_rests():
    data = moments(np.column_stack([np.arange(5.0), np.zeros(5)]), np.arange(5.0), bias=False)
    weights = np.ones((3, 2))
    sweep(data.gram, data.moment, weights, lambda pull, curvature: pull / curvature)
    np.testing.assert_array_equal(weights[:, 1], 0.0)
