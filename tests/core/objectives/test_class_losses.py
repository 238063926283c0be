"""Losses of K classes: against scikit-learn, finite differences, automatic differentiation and the two-class model."""

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from nnviz.core.autodiff.reverse_mode import derivatives, variable
from nnviz.core.models.gradients import loss_gradient
from nnviz.core.models.network import Network
from nnviz.core.objectives.class_losses import CLASS_LOSSES
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.objectives.softmax import one_hot
from nnviz.core.training.advance import mean_loss
from tests.core.numeric import numeric_gradient

generator = np.random.default_rng(3)
X = generator.normal(size=(60, 2))
LABELS = (X @ generator.normal(size=(2, 3)) + 0.7 * generator.normal(size=(60, 3))).argmax(axis=1).astype(float)
TWO = (LABELS > 0.5).astype(float)
SOFTMAX, SIGMOID, BRIER = (
    CLASS_LOSSES["softmax"],
    LOSSES["log loss"],
    CLASS_LOSSES["squared error of the probabilities"],
)
LINEAR, DEEP = Network(2, n_outputs=3), Network(2, (5, 4), "tanh", n_outputs=3)


@pytest.mark.parametrize("name", CLASS_LOSSES)
def test_the_derivative_at_the_logits_is_the_slope_of_the_value(name):
    loss, z, Y, width = CLASS_LOSSES[name], generator.normal(size=(3, 40)), one_hot(LABELS[:40], 3), 1e-5
    for k in range(3):
        step = width * (np.arange(3) == k)[:, None]
        slope = (loss.value(z + step, Y) - loss.value(z - step, Y)) / (2 * width)
        np.testing.assert_allclose(loss.derivative(z, Y, np.empty_like(z))[k], slope, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("name", CLASS_LOSSES)
def test_automatic_differentiation_finds_the_same_value_and_derivative(name):
    loss, z, Y = CLASS_LOSSES[name], generator.normal(size=(3, 40)), one_hot(LABELS[:40], 3)
    at = variable(z)
    traced = loss.traced(at, Y)
    np.testing.assert_allclose(traced.value, loss.value(z, Y), rtol=1e-13)
    np.testing.assert_allclose(derivatives(traced)[at], loss.derivative(z, Y, np.empty_like(z)), rtol=0, atol=1e-14)


@pytest.mark.parametrize("model", [LINEAR, DEEP], ids=["linear", "two hidden layers"])
@pytest.mark.parametrize("name", CLASS_LOSSES)
def test_the_gradient_by_all_weights_is_that_of_finite_differences(name, model):
    loss, weights = CLASS_LOSSES[name], generator.normal(size=model.n_parameters)
    expected = numeric_gradient(lambda w: mean_loss(model, loss, w, X, LABELS), weights, 1e-3)
    np.testing.assert_allclose(loss_gradient(model, loss, weights, X, LABELS), expected, rtol=0, atol=1e-9)


def test_the_gradient_of_softmax_regression_is_the_mean_error_times_the_inputs():
    weights = generator.normal(size=LINEAR.n_parameters)
    inputs = np.vstack([np.ones(60), X.T])
    errors = SOFTMAX.predict(LINEAR.outputs(weights, X)) - one_hot(LABELS, 3)
    np.testing.assert_allclose(
        loss_gradient(LINEAR, SOFTMAX, weights, X, LABELS), (errors @ inputs.T / 60).ravel(), rtol=0, atol=1e-15
    )


def test_the_squared_error_of_two_classes_is_twice_that_of_one_sigmoid():
    z, one = generator.normal(size=(2, 60)), LOSSES["squared error of the probability"]
    Y, difference, first = one_hot(TWO, 2), z[1] - z[0], np.empty(60)
    np.testing.assert_allclose(BRIER.value(z, Y), 2.0 * one.value(difference, TWO), rtol=1e-12)
    slope = BRIER.derivative(z, Y, np.empty_like(z))
    np.testing.assert_allclose(slope[1], 2.0 * one.derivative(difference, TWO, first), rtol=1e-11, atol=1e-16)


def test_the_squared_error_of_all_classes_equal_is_known_and_its_pull_two_kths_of_that_of_cross_entropy():
    for K in (2, 3, 10):
        Y, z = one_hot(np.arange(float(K)), K), np.zeros((K, K))
        np.testing.assert_allclose(BRIER.value(z, Y), 1.0 - 1.0 / K, rtol=1e-14)
        squared, log = (loss.derivative(z, Y, np.empty_like(z)) for loss in (BRIER, SOFTMAX))
        np.testing.assert_allclose(squared, 2.0 / K * log, rtol=1e-13, atol=1e-16)


def test_the_squared_error_is_finite_at_any_logits_and_never_above_two():
    z, Y = np.array([[1000.0, -1000.0], [-1000.0, 1000.0], [0.0, 0.0]]), one_hot(np.array([0.0, 0.0]), 3)
    np.testing.assert_array_equal(BRIER.value(z, Y), [0.0, 2.0])
    np.testing.assert_array_equal(BRIER.derivative(z, Y, np.empty_like(z)), 0.0)


def test_the_value_is_the_reference_librarys_cross_entropy():
    weights = generator.normal(size=LINEAR.n_parameters)
    p = SOFTMAX.predict(LINEAR.outputs(weights, X))
    assert mean_loss(LINEAR, SOFTMAX, weights, X, LABELS) == pytest.approx(log_loss(LABELS, p.T), rel=1e-13)


def fitted(objective, n_weights):
    """The minimum, by the gradient of `objective`, which gives both."""
    found = minimize(objective, np.zeros(n_weights), jac=True, method="BFGS", options={"gtol": 1e-12})
    return found.x


def test_the_penalised_fit_is_the_reference_librarys_to_1e_9_in_its_probabilities():
    penalty, penalised = Penalty("L2", 0.01), LINEAR.penalised()

    def objective(w):
        slope = loss_gradient(LINEAR, SOFTMAX, w, X, LABELS) + 0.01 * penalty.subgradient(w) * penalised
        return mean_loss(LINEAR, SOFTMAX, w, X, LABELS) + float(penalty.value(w, penalised)), slope

    weights = fitted(objective, LINEAR.n_parameters)
    # scikit-learn minimises C·Σℓ + ½‖W‖², ours (1/n)Σℓ + λ‖W‖²: C = 1/(2nλ).
    reference = LogisticRegression(C=1.0 / (2 * 60 * 0.01), tol=1e-14, max_iter=20_000, solver="newton-cg").fit(
        X, LABELS
    )
    ours = SOFTMAX.predict(LINEAR.outputs(weights, X)).T
    np.testing.assert_allclose(ours, reference.predict_proba(X), rtol=0, atol=1e-9)
    np.testing.assert_allclose(weights.reshape(3, 3)[:, 1:], reference.coef_, rtol=0, atol=1e-8)


def test_the_same_vector_added_to_the_weights_of_all_classes_changes_nothing():
    weights, shift = generator.normal(size=(3, 3)), generator.normal(size=3)
    before, after = (LINEAR.outputs(W.ravel(), X) for W in (weights, weights + shift))
    np.testing.assert_allclose(SOFTMAX.predict(after), SOFTMAX.predict(before), rtol=1e-12)
    gradient = loss_gradient(LINEAR, SOFTMAX, weights.ravel(), X, LABELS).reshape(3, 3)
    np.testing.assert_allclose(gradient.sum(axis=0), 0.0, atol=1e-16)


def test_of_all_weights_with_the_same_probabilities_a_penalty_takes_those_that_sum_to_zero():
    penalty = Penalty("L2", 0.02, bias=True)

    def objective(w):
        slope = loss_gradient(LINEAR, SOFTMAX, w, X, LABELS) + 0.02 * penalty.subgradient(w)
        return mean_loss(LINEAR, SOFTMAX, w, X, LABELS) + float(penalty.value(w)), slope

    np.testing.assert_allclose(fitted(objective, 9).reshape(3, 3).sum(axis=0), 0.0, atol=1e-10)


def test_two_classes_by_softmax_are_the_sigmoid_of_the_difference():
    two, one = Network(2, n_outputs=2), Network(2)
    W = generator.normal(size=(2, 3))
    z, difference = two.outputs(W.ravel(), X), one.outputs(W[1] - W[0], X)
    np.testing.assert_allclose(SOFTMAX.predict(z)[1], expit(difference), rtol=1e-13)
    np.testing.assert_allclose(SOFTMAX.per_example(z, TWO), SIGMOID.value(difference, TWO), rtol=1e-11, atol=1e-15)


def test_a_penalty_on_two_classes_weighs_half_as_much_as_on_one_sigmoid():
    """At the minimum W₁ = −W₀ = w/2, so Σ W² = w²/2: λ for two classes is λ/2 for the sigmoid."""
    two, one = Network(2, n_outputs=2), Network(2)

    def penalised(model, loss, strength):
        penalty, mask = Penalty("L2", strength), model.penalised()

        def objective(w):
            slope = loss_gradient(model, loss, w, X, TWO) + strength * penalty.subgradient(w) * mask
            return mean_loss(model, loss, w, X, TWO) + float(penalty.value(w, mask)), slope

        return fitted(objective, model.n_parameters)

    W, w = penalised(two, SOFTMAX, 0.04).reshape(2, 3), penalised(one, SIGMOID, 0.02)
    np.testing.assert_allclose(W[1] - W[0], w, rtol=0, atol=1e-9)
    np.testing.assert_allclose(W[1, 1:], -W[0, 1:], rtol=0, atol=1e-9)
