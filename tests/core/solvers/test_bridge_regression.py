import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from nnviz.core.solvers import bridge_regression
from nnviz.core.solvers.bridge_regression import best_size, bridge
from nnviz.core.solvers.coordinate_descent import sweep
from nnviz.core.solvers.lasso import lasso
from nnviz.core.solvers.ridge import ridge
from tests.core.solvers.test_ridge import _problem


@pytest.mark.parametrize("p", [0.5, 0.7, 0.9, 1.0, 1.1, 1.5, 1.9, 2.0, 2.5, 4.0, 10.0])
@pytest.mark.parametrize("curvature", [0.01, 1.0, 50.0])
def test_the_best_weight_is_the_lowest_point_of_a_fine_search(p, curvature):
    pull, strengths = np.full(4, 1.3 * curvature), np.array([1e-3, 0.1, 1.0, 20.0]) * curvature
    found = best_size(pull, curvature, strengths, p)
    for strength, weight in zip(strengths, found, strict=True):

        def height(w, strength=strength):
            return curvature * w * w - 2.0 * pull[0] * w + strength * w**p

        around = np.linspace(0.0, 1.3, 2001)
        start = around[np.argmin(height(around))]
        best = minimize_scalar(height, bounds=(max(start - 1e-3, 0.0), start + 1e-3), method="bounded").fun
        assert height(weight) <= min(best, 0.0) + 1e-14 * curvature


def test_with_p_1_and_2_it_is_the_lasso_and_ridge():
    X, y = _problem(4, correlation=0.5)
    strengths = np.array([0.0, 0.01, 0.5, 5.0])
    np.testing.assert_allclose(bridge(X, y, strengths, 1.0), lasso(X, y, strengths), atol=1e-11)
    np.testing.assert_allclose(bridge(X, y, strengths, 2.0), ridge(X, y, strengths), atol=1e-11)
    np.testing.assert_allclose(bridge(X, y, strengths, 2.0, bias=True), ridge(X, y, strengths, bias=True), atol=1e-11)


@pytest.mark.parametrize("p", [1.1, 1.5, 3.0, 10.0])
@pytest.mark.parametrize("strength", [1e-3, 0.1, 2.0])
def test_for_p_above_1_the_gradient_of_the_objective_is_zero(p, strength):
    X, y = _problem(5, correlation=0.8)
    weights = bridge(X, y, strength, p)
    A = np.column_stack([np.ones(len(y)), X])
    slope = 2.0 * A.T @ (A @ weights - y) / len(y)
    slope[1:] += strength * p * np.abs(weights[1:]) ** (p - 1.0) * np.sign(weights[1:])
    np.testing.assert_allclose(slope, 0.0, atol=1e-10)


@pytest.mark.parametrize("p", [1.1, 1.5, 2.0, 4.0, 10.0])
def test_for_p_above_1_copies_of_a_feature_share_its_weight_equally_however_weak_the_penalty(p):
    X, y = _problem(5, n_features=1)
    weights = bridge(np.hstack([X, X]), y, np.array([1e-4, 1e-3, 0.1, 10.0]), p)
    np.testing.assert_allclose(weights[:, 1], weights[:, 2], rtol=1e-8)


def test_for_p_below_1_the_same_one_of_two_copies_is_zero_for_every_strength():
    X, y = _problem(5, n_features=1)
    weights = bridge(np.hstack([X, X]), y, np.geomspace(1e-4, 1.0, 30), 0.7)
    assert (weights[:, 2] == 0.0).all()
    assert (weights[:20, 1] != 0.0).all()


@pytest.mark.parametrize("p", [0.5, 0.9, 1.1, 1.5, 2.5])
def test_alike_features_and_few_examples_take_few_rounds(p, monkeypatch):
    X, y = _problem(10, n_features=5, correlation=0.95)
    rounds = []
    monkeypatch.setattr(bridge_regression, "sweep", lambda *arguments: rounds.append(sweep(*arguments)))
    bridge(X[:10], y[:10], np.geomspace(1e-4, 100.0, 121), p)
    assert len(rounds) < 80


def test_for_p_below_1_a_weight_jumps_to_zero_instead_of_shrinking_to_it():
    X, y = _problem(6, n_features=1)
    path = np.abs(bridge(X, y, np.geomspace(1e-3, 10.0, 400), 0.5)[:, 1])
    smallest = path[path > 0.0].min()
    assert 0.0 in path
    assert smallest > 0.2 * path[0]


@pytest.mark.parametrize("strength", [0.05, 0.3, 1.0])
def test_for_p_below_1_no_single_weight_can_improve_the_objective(strength):
    X, y = _problem(7, correlation=0.7)
    weights = bridge(X, y, strength, 0.5)

    def objective(w):
        return np.mean((y - w[0] - X @ w[1:]) ** 2) + strength * np.sqrt(np.abs(w[1:])).sum()

    for j in range(1, 5):
        moved = np.tile(weights, (801, 1))
        moved[:, j] = np.linspace(-6.0, 6.0, 801)
        assert min(objective(w) for w in moved) >= objective(weights) - 1e-12


def test_what_is_no_penalty_is_refused():
    with pytest.raises(ValueError, match="exponent"):
        bridge(np.ones((3, 1)), np.ones(3), 1.0, 0.0)
