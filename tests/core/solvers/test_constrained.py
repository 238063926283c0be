import numpy as np
import pytest

from nnviz.core.solvers.bridge_regression import bridge
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.solvers.constrained import Bowl, bowl, constrained

SIZES = np.array([0.05, 0.3, 1.0, 2.0, 3.0, 4.5, 6.0, 20.0])
CONVEX = [1.0, 1.1, 1.3, 1.7, 2.0, 2.5, 4.0, 10.0]


def _data(correlation, centre=(3.0, -1.5), n_samples=60):
    rng = np.random.default_rng(3)
    first, second = rng.normal(size=(2, n_samples))
    X = np.column_stack([2.0 + first, correlation * first + np.sqrt(1.0 - correlation**2) * second - 1.0])
    return X, 5.0 + X @ np.array(centre) + rng.normal(size=n_samples)


def test_the_bowl_is_the_mean_squared_error_with_the_bias_at_its_best():
    X, y = _data(0.6)
    weights = np.array([0.7, 2.0])
    expected = np.mean((y - y.mean() - (X - X.mean(axis=0)) @ weights) ** 2)
    assert bowl(X, y).loss(weights) == pytest.approx(expected, rel=1e-12)
    np.testing.assert_allclose(bowl(X, y).centre, least_squares(X, y)[1:], rtol=1e-11)


def test_the_bowl_of_one_feature_lies_over_bias_and_weight():
    X, y = _data(0.0)
    line = bowl(X[:, :1], y)
    np.testing.assert_allclose(line.centre, least_squares(X[:, :1], y), rtol=1e-11)
    assert line.loss(np.array([1.0, 2.0])) == pytest.approx(np.mean((y - 1.0 - 2.0 * X[:, 0]) ** 2), rel=1e-12)


@pytest.mark.parametrize("p", CONVEX)
@pytest.mark.parametrize("correlation", [0.0, 0.6, -0.95])
@pytest.mark.parametrize("centre", [(3.0, -1.5), (0.1, 4.0), (2.0, 2.0)])
def test_on_the_outline_the_gradient_is_parallel_to_the_normal_or_in_the_cone_at_a_corner(p, correlation, centre):
    loss = bowl(*_data(correlation, centre))
    answer = constrained(loss, SIZES, p)
    for t, w, strength in zip(SIZES, answer.weights, answer.strengths, strict=True):
        gradient = loss.gradient(w)
        if (np.abs(loss.centre) ** p).sum() <= t**p:
            np.testing.assert_array_equal(w, loss.centre)
            assert strength == 0.0
            continue
        assert (np.abs(w) ** p).sum() ** (1.0 / p) == pytest.approx(t, rel=1e-12)
        assert strength > 0.0
        normal = p * np.abs(w) ** (p - 1.0) * np.sign(w)
        if p == 1.0 and np.any(w == 0.0):
            along = int(np.argmax(np.abs(w)))
            assert -gradient[along] * np.sign(w[along]) == pytest.approx(strength, rel=1e-12)
            assert abs(gradient[1 - along]) <= strength * (1.0 + 1e-12)
        else:
            np.testing.assert_allclose(-gradient, strength * normal, rtol=1e-8, atol=1e-9 * np.abs(gradient).max())


@pytest.mark.parametrize("p", [0.5, 0.8, *CONVEX])
@pytest.mark.parametrize("correlation", [0.0, 0.8])
def test_no_point_of_the_ball_has_a_lower_loss(p, correlation):
    loss = bowl(*_data(correlation))
    turn = np.linspace(0.0, 2.0 * np.pi, 7201)
    direction = np.column_stack([np.cos(turn), np.sin(turn)])
    outline = direction / (np.abs(direction) ** p).sum(axis=1, keepdims=True) ** (1.0 / p)
    answer = constrained(loss, SIZES, p)
    for t, w in zip(SIZES, answer.weights, strict=True):
        inside = np.concatenate([share * t * outline for share in (1.0, 0.9, 0.5)])
        assert loss.loss(w) <= loss.loss(inside).min() * (1.0 + 1e-12)


@pytest.mark.parametrize("p", CONVEX)
def test_the_penalty_with_the_lambda_of_a_ball_has_its_minimum_at_the_same_weights(p):
    X, y = _data(0.6)
    answer = constrained(bowl(X, y), np.array([0.5, 1.5, 3.0]), p)
    for w, strength in zip(answer.weights, answer.strengths, strict=True):
        np.testing.assert_allclose(bridge(X, y, strength, p)[1:], w, atol=1e-7)


def test_contours_need_not_be_circles_for_the_diamond_to_give_an_exact_zero():
    loss = bowl(*_data(0.8))
    answer = constrained(loss, np.array([0.5]), 1.0)
    assert np.count_nonzero(answer.weights[0] == 0.0) == 1


def test_with_p_below_1_an_optimum_may_lie_between_the_corners():
    loss = Bowl(np.array([3.0, 3.0]), np.eye(2), 0.0)
    answer = constrained(loss, np.array([1.0, 11.0]), 0.5)
    assert np.count_nonzero(answer.weights[0]) == 1
    assert np.count_nonzero(answer.weights[1]) == 2


def test_more_than_two_weights_and_an_empty_ball_are_refused():
    with pytest.raises(ValueError, match="two weights"):
        bowl(np.ones((4, 3)), np.ones(4))
    with pytest.raises(ValueError, match="above 0"):
        constrained(bowl(*_data(0.0)), np.array([0.0]), 1.0)
