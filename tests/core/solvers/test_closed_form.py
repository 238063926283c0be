import math

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.special import expit
from sklearn.linear_model import LinearRegression

from nnviz.core.data.datasets import DATASETS, make_dataset
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.neuron_losses import squared_error_through
from nnviz.core.solvers.closed_form import design_matrix, largest_stable_learning_rate, least_squares


@pytest.mark.parametrize("name", DATASETS)
def test_least_squares_weights_are_those_of_scikit_learn(name):
    dataset = make_dataset(name, 50, 1.0, seed=0)
    fit = LinearRegression().fit(dataset.X, dataset.y)
    expected = np.append(fit.intercept_, fit.coef_)
    np.testing.assert_allclose(least_squares(dataset.X, dataset.y), expected, rtol=1e-11, atol=1e-13)


def test_least_squares_weights_leave_a_residual_orthogonal_to_every_column():
    dataset = make_dataset("unequal scales", 50, 1.0, seed=0)
    A = design_matrix(dataset.X)
    residual = dataset.y - A @ least_squares(dataset.X, dataset.y)
    cosines = A.T @ residual / np.linalg.norm(A, axis=0) / np.linalg.norm(residual)
    np.testing.assert_allclose(cosines, 0.0, atol=1e-12)


def test_least_squares_finds_the_true_weights_when_there_is_no_noise():
    dataset = make_dataset("unequal scales", 3, 0.0, seed=0)
    np.testing.assert_allclose(least_squares(dataset.X, dataset.y), dataset.true_weights, rtol=1e-10)


def test_qr_keeps_the_digits_that_the_normal_equations_lose():
    x = 1e6 + np.arange(5.0)
    y = 2.0 * x
    A = design_matrix(x[:, None])
    by_normal_equations = np.linalg.solve(A.T @ A, A.T @ y)
    by_qr = least_squares(x[:, None], y)
    assert abs(by_qr[1] - 2.0) < 1e-8
    assert abs(by_qr[1] - 2.0) < abs(by_normal_equations[1] - 2.0)


@pytest.mark.parametrize("scale", [1e-12, 1.0, 1e12])
def test_dependent_columns_are_refused_whatever_their_scale(scale):
    x = np.random.default_rng(0).normal(loc=3.0, size=20)
    with pytest.raises(ValueError, match="feature 2 is a linear combination"):
        least_squares(np.column_stack([x, scale * (2.0 * x - 1.0)]), x)
    with pytest.raises(ValueError, match="feature 1 is a linear combination"):
        least_squares(np.column_stack([np.full(20, 0.1 * scale), x]), x)
    independent = np.column_stack([x, scale * x**2])
    assert np.isfinite(least_squares(independent, x)).all()


def test_fewer_examples_than_weights_are_refused():
    with pytest.raises(ValueError, match="3 weights need at least 3 examples, there are 2"):
        least_squares(np.eye(2), np.ones(2))


def _gradient_descent(X, y, learning_rate, n_steps, ridge=0.0):
    A = design_matrix(X)
    mask = np.arange(A.shape[1]) > 0
    weights = np.zeros(A.shape[1])
    for _ in range(n_steps):
        gradient = 2.0 * A.T @ (A @ weights - y) / len(y) + 2.0 * ridge * mask * weights
        weights = weights - learning_rate * gradient
    return weights


@pytest.mark.parametrize("ridge", [0.0, 0.7])
def test_descent_converges_just_below_the_largest_stable_learning_rate_and_diverges_just_above(ridge):
    dataset = make_dataset("toy line", 40, 1.0, seed=0)
    curvature = np.array([0.0, 2.0 * ridge])
    limit = largest_stable_learning_rate(dataset.X, LOSSES["mean squared error"], curvature)
    A = design_matrix(dataset.X)
    optimum = np.linalg.solve(A.T @ A / 40 + ridge * np.diag([0.0, 1.0]), A.T @ dataset.y / 40)
    below = _gradient_descent(dataset.X, dataset.y, 0.99 * limit, 4_000, ridge)
    np.testing.assert_allclose(below, optimum, rtol=1e-9)
    above = _gradient_descent(dataset.X, dataset.y, 1.01 * limit, 4_000, ridge)
    assert np.abs(above).max() > 1e6


@pytest.mark.parametrize("seed", range(8))
def test_where_penalty_and_loss_cancel_there_is_no_limit_made_of_rounding(seed):
    X = np.random.default_rng(seed).normal(size=(160, 1))
    X = (X - X.mean()) / X.std()  # then both eigenvalues of the loss are 2, which a proximal step with λ = 1 takes away
    assert math.isinf(largest_stable_learning_rate(X, LOSSES["mean squared error"], -2.0))


def test_the_limit_of_a_mean_and_of_a_sum_differ_by_the_number_of_examples():
    X = make_dataset("moons", 40, 0.3, seed=0).X
    mean = largest_stable_learning_rate(X, LOSSES["log loss"])
    assert largest_stable_learning_rate(X, LOSSES["summed log loss"]) == pytest.approx(mean / 40, rel=1e-12)


def test_below_the_limit_of_log_loss_every_step_descends():
    dataset = make_dataset("two Gaussians", 60, 1.0, seed=0)
    A, log_loss = design_matrix(dataset.X), LOSSES["log loss"]
    limit = largest_stable_learning_rate(dataset.X, log_loss)
    weights = np.random.default_rng(0).normal(scale=5.0, size=3)
    losses = []
    for _ in range(500):
        losses.append(log_loss.of_batch(A @ weights, dataset.y))
        weights = weights - 0.999 * limit * A.T @ (expit(A @ weights) - dataset.y) / 60
    assert (np.diff(losses) < 0.0).all()


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("label", [0.0, 1.0])
def test_the_largest_curvature_is_the_largest_second_derivative_of_the_loss(name, label):
    loss, step = LOSSES[name], 1e-5

    def minus_curvature(z):
        ends = np.array([z - step, z + step])
        slopes = loss.derivative(ends, np.full(2, label), np.empty(2))
        return -abs(slopes[1] - slopes[0]) / (2.0 * step)

    z = np.linspace(-10.0, 10.0, 401)
    best = z[np.argmin([minus_curvature(point) for point in z])]
    found = minimize_scalar(minus_curvature, bounds=(best - 0.1, best + 0.1), method="bounded")
    assert -found.fun == pytest.approx(loss.largest_curvature, rel=1e-7)


def test_a_loss_whose_curvature_has_no_known_bound_has_no_limit_of_the_learning_rate():
    loss = squared_error_through(ACTIVATIONS["swish"])
    with pytest.raises(ValueError, match="no known bound"):
        largest_stable_learning_rate(np.ones((3, 1)), loss)
