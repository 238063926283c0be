import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import ElasticNet, Lasso

from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.published import replay
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.solvers.lasso import coordinate_rounds, elastic_net, lasso
from nnviz.core.solvers.ridge import ridge
from tests.core.solvers.test_ridge import _problem


def _fitted(reference, X, y):
    """The fit of scikit-learn, asked for the last digit, where its estimate of the error is rounding itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return reference.set_params(tol=1e-15, max_iter=20_000).fit(X, y)


@given(
    seed=st.integers(0, 10_000),
    correlation=st.sampled_from([0.0, 0.5, 0.99]),
    strength=st.sampled_from([0.01, 0.1, 1.0, 5.0]),
)
def test_lasso_weights_are_those_of_scikit_learn_with_alpha_half_lambda(seed, correlation, strength):
    X, y = _problem(seed, correlation=correlation)
    reference = _fitted(Lasso(alpha=strength / 2), X, y)
    expected = np.append(reference.intercept_, reference.coef_)
    np.testing.assert_allclose(lasso(X, y, strength), expected, rtol=0, atol=1e-8)


def _worst_violation(X, y, weights, l1, l2):
    """How far the weights are from the conditions of a minimum, the bias unpenalised."""
    A = np.column_stack([np.ones(len(y)), X])
    slope = 2.0 * A.T @ (A @ weights - y) / len(y) + 2.0 * l2 * np.append(0.0, weights[1:])
    moving = np.append(True, weights[1:] != 0.0)
    pull = np.append(0.0, l1 * np.sign(weights[1:]))
    return max(np.abs(slope + pull)[moving].max(), (np.abs(slope) - l1)[~moving].max(initial=0.0))


@given(
    seed=st.integers(0, 10_000),
    correlation=st.sampled_from([0.0, 0.9, 0.9999]),
    share=st.sampled_from([0.0, 0.3, 0.5, 1.0]),
    strength=st.sampled_from([0.0, 1e-4, 0.05, 1.0, 30.0]),
)
def test_every_fit_meets_the_conditions_of_a_minimum_to_ten_digits(seed, correlation, share, strength):
    X, y = _problem(seed, n_features=6, correlation=correlation)
    weights = elastic_net(X, y, strength, share)
    assert _worst_violation(X, y, weights, share * strength, (1.0 - share) * strength) < 1e-10


@given(seed=st.integers(0, 1_000), share=st.sampled_from([0.2, 0.5, 0.8]), strength=st.sampled_from([0.05, 1.0]))
def test_elastic_net_weights_are_those_of_scikit_learn_with_its_own_factors(seed, share, strength):
    X, y = _problem(seed, correlation=0.5)
    alpha, l1_ratio = strength * (1.0 - share / 2.0), (share / 2.0) / (1.0 - share / 2.0)
    reference = _fitted(ElasticNet(alpha=alpha, l1_ratio=l1_ratio), X, y)
    expected = np.append(reference.intercept_, reference.coef_)
    np.testing.assert_allclose(elastic_net(X, y, strength, share), expected, rtol=0, atol=1e-8)


@pytest.mark.parametrize("strength", [0.01, 0.5, 2.0])
def test_a_copied_column_changes_neither_the_predictions_nor_the_objective(strength):
    X, y = _problem(5, n_features=3)
    copied = np.column_stack([X, X[:, 0], X[:, 2]])
    alone, both = lasso(X, y, strength), lasso(copied, y, strength)
    np.testing.assert_allclose(copied @ both[1:], X @ alone[1:], atol=1e-10)
    assert np.abs(both[1:]).sum() == pytest.approx(np.abs(alone[1:]).sum(), abs=1e-10)
    reference = _fitted(Lasso(alpha=strength / 2), copied, y)
    np.testing.assert_allclose(copied @ both[1:] + both[0], reference.predict(copied), atol=1e-8)


def test_an_elastic_net_splits_the_weight_of_a_copied_column_evenly():
    X, y = _problem(5, n_features=2)
    weights = elastic_net(np.column_stack([X, X[:, 0]]), y, 0.1)
    assert weights[1] == pytest.approx(weights[3], abs=1e-12)


def test_many_strengths_at_once_are_each_its_own_fit():
    X, y = _problem(6, n_features=5, correlation=0.8)
    strengths = np.geomspace(1e-4, 10.0, 60)
    together = lasso(X, y, strengths)
    np.testing.assert_allclose(together, [lasso(X, y, one) for one in strengths], atol=1e-12)


def test_without_penalty_both_are_least_squares_and_without_l1_the_elastic_net_is_ridge():
    X, y = _problem(7)
    np.testing.assert_allclose(lasso(X, y, 0.0), least_squares(X, y), rtol=1e-11)
    np.testing.assert_allclose(elastic_net(X, y, 0.4, 0.0), ridge(X, y, 0.4), rtol=1e-11)
    np.testing.assert_allclose(elastic_net(X, y, 0.4, 0.0, bias=True), ridge(X, y, 0.4, bias=True), rtol=1e-11)


def test_above_the_largest_correlation_all_weights_are_exactly_zero():
    X, y = _problem(8)
    limit = 2.0 * np.abs((X - X.mean(0)).T @ (y - y.mean())).max() / len(y)
    assert not lasso(X, y, 1.0001 * limit)[1:].any()
    assert np.count_nonzero(lasso(X, y, 0.9999 * limit)[1:]) == 1


def test_a_constant_feature_gets_no_weight():
    X, y = _problem(9, n_features=2)
    assert lasso(np.column_stack([X, np.full(len(y), 2.0)]), y, 0.1)[3] == pytest.approx(0.0, abs=1e-15)


@pytest.mark.parametrize(
    ("entry", "printed"), [("lasso_gd", [5.042239, 3.00143701]), ("lasso_gd_noise", [5.042239, 3.00143701, 0.0])]
)
def test_three_rounds_of_coordinate_descent_give_the_notebooks_lasso_digit_for_digit(entry, printed):
    _, run = next(replay(CHAIN, entry))
    rounds = coordinate_rounds(run.X, run.y, 2.0, n_rounds=3, bias=True)
    np.testing.assert_array_equal(np.round(rounds, 8), printed)
    exact = lasso(run.X, run.y, 2.0, bias=True)
    np.testing.assert_allclose(exact, printed, rtol=0, atol=1.1e-7)
    assert exact[2:].tolist() == [0.0] * (len(printed) - 2)


def test_a_share_outside_its_range_and_a_negative_strength_are_refused():
    X, y = _problem(0)
    with pytest.raises(ValueError, match="at least 0"):
        lasso(X, y, -0.1)
    with pytest.raises(ValueError, match="between 0 and 1"):
        elastic_net(X, y, 0.1, 1.5)
