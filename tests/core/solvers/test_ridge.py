import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import Ridge

from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.published import replay
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.solvers.ridge import ridge


def _problem(seed, n_samples=40, n_features=4, correlation=0.0):
    rng = np.random.default_rng(seed)
    common = rng.normal(size=(n_samples, 1))
    X = np.sqrt(correlation) * common + np.sqrt(1.0 - correlation) * rng.normal(size=(n_samples, n_features))
    return X, 3.0 + X @ rng.normal(size=n_features) + rng.normal(size=n_samples)


@given(
    seed=st.integers(0, 10_000),
    correlation=st.sampled_from([0.0, 0.5, 0.99]),
    strength=st.sampled_from([1e-4, 0.01, 1.0, 100.0]),
)
def test_ridge_weights_are_those_of_scikit_learn_with_alpha_n_lambda(seed, correlation, strength):
    X, y = _problem(seed, correlation=correlation)
    reference = Ridge(alpha=len(y) * strength, solver="svd").fit(X, y)
    expected = np.append(reference.intercept_, reference.coef_)
    np.testing.assert_allclose(ridge(X, y, strength), expected, rtol=0, atol=1e-10)


def test_a_penalised_bias_is_the_weight_of_a_penalised_constant_column():
    X, y = _problem(1)
    A = np.column_stack([np.ones(len(y)), X])
    expected = Ridge(alpha=len(y) * 0.3, fit_intercept=False, solver="svd").fit(A, y).coef_
    np.testing.assert_allclose(ridge(X, y, 0.3, bias=True), expected, rtol=0, atol=1e-11)


def test_several_strengths_at_once_are_each_its_own_fit():
    X, y = _problem(2)
    strengths = np.array([[0.0, 0.1], [1.0, 10.0]])
    together = ridge(X, y, strengths)
    assert together.shape == (2, 2, 5)
    np.testing.assert_array_equal(together[1, 0], ridge(X, y, 1.0))
    np.testing.assert_allclose(together[0, 0], least_squares(X, y), rtol=1e-12)


def test_ridge_gives_a_copied_column_the_same_weight_as_the_column():
    X, y = _problem(3, n_features=2)
    weights = ridge(np.column_stack([X, X[:, 1]]), y, 0.2)
    assert weights[2] == pytest.approx(weights[3], abs=1e-13)
    shortest = ridge(np.column_stack([X, X[:, 1]]), y, 0.0)
    assert shortest[2] == pytest.approx(shortest[3], abs=1e-13)
    assert shortest[2] + shortest[3] == pytest.approx(least_squares(X, y)[2], abs=1e-12)


def test_the_factorisation_keeps_digits_that_the_normal_equations_lose():
    x = np.linspace(-1.0, 1.0, 30)
    X = np.column_stack([x, x + 1e-6 * x**2])
    y, strength = X @ [1.0, 2.0], 1e-14
    A = np.column_stack([np.ones(30), X])
    rows = np.vstack([A / np.sqrt(30), np.sqrt(strength) * np.diag([0.0, 1.0, 1.0])]).astype(np.longdouble)
    R = np.eye(3, dtype=np.longdouble)  # Gram-Schmidt in extended precision, twice, as the reference
    Q = rows.copy()
    for _ in range(2):
        step = np.eye(3, dtype=np.longdouble)
        for j in range(3):
            for i in range(j):
                step[i, j] = Q[:, i] @ Q[:, j]
                Q[:, j] -= step[i, j] * Q[:, i]
            step[j, j] = np.sqrt(Q[:, j] @ Q[:, j])
            Q[:, j] /= step[j, j]
        R = step @ R
    right = Q.T @ np.concatenate([y / np.sqrt(30), np.zeros(3)])
    exact = np.zeros(3, dtype=np.longdouble)
    for j in (2, 1, 0):
        exact[j] = (right[j] - R[j, j + 1 :] @ exact[j + 1 :]) / R[j, j]
    normal = np.linalg.solve(A.T @ A / 30 + strength * np.diag([0.0, 1.0, 1.0]), A.T @ y / 30)
    error = np.abs(ridge(X, y, strength) - exact).max()
    assert error < 1e-8
    assert error < 0.1 * np.abs(normal - exact).max()


def test_the_notebooks_exact_ridge_fits_come_out_digit_for_digit():
    _, line = next(replay(CHAIN, "ridge_64"))
    _, noise = next(replay(CHAIN, "ridge_gd_noise"))
    assert str(ridge(line.X, line.y, 2 / 1000, bias=True)) == "[5.99956319 3.95500059]"
    assert str(ridge(noise.X, noise.y, 2 / 1000, bias=True)) == "[5.98214338 3.95518688 0.03392461]"


def test_a_negative_strength_is_refused():
    with pytest.raises(ValueError, match="at least 0"):
        ridge(np.ones((3, 1)), np.ones(3), -1.0)
