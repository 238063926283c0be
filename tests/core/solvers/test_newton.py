import numpy as np
import pytest
import statsmodels.api as sm
from scipy.special import expit

from nnviz.core.data.labels import random_labels, separable_labels
from nnviz.core.models.network import Network
from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.published import replay
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.solvers.newton import newton
from nnviz.core.training.advance import mean_loss

((_, NOTEBOOK),) = replay(CHAIN, "logit_100")
TRUTH = np.array([1.0, 2.0])
CLOUD = random_labels(200, TRUTH, 3)
STARTS = [np.zeros(2), np.array([-2.0, 1.5]), np.array([6.0, -6.0]), np.array([20.0, 20.0])]


def test_the_notebooks_maximum_likelihood_weights_come_out_to_every_digit():
    path = newton(NOTEBOOK.X, NOTEBOOK.y, np.zeros(2))
    assert np.array2string(path.weights[-1]) == "[6.65211962 4.50262017]"
    assert f"{path.loss[-1]:.6f}" == "0.107650"
    assert path.converged


def test_the_weights_are_those_of_statsmodels():
    fitted = sm.Logit(CLOUD.y, design_matrix(CLOUD.X)).fit(disp=0)
    path = newton(CLOUD.X, CLOUD.y, np.zeros(2))
    np.testing.assert_allclose(path.weights[-1], fitted.params, rtol=1e-8)


@pytest.mark.parametrize("start", STARTS)
def test_the_gradient_vanishes_at_the_end_whatever_the_start(start):
    path = newton(CLOUD.X, CLOUD.y, start)
    assert path.converged
    A = design_matrix(CLOUD.X)
    gradient = A.T @ (expit(A @ path.weights[-1]) - CLOUD.y) / len(CLOUD.y)
    np.testing.assert_allclose(gradient, 0.0, atol=1e-12)
    assert path.gradient_norm[-1] == pytest.approx(np.linalg.norm(gradient), abs=1e-15)


@pytest.mark.parametrize("start", STARTS)
def test_every_step_but_the_last_rounding_lowers_the_loss(start):
    path = newton(CLOUD.X, CLOUD.y, start)
    assert np.all(np.diff(path.loss) <= 1e-15)
    np.testing.assert_array_equal(path.weights[0], start)


def test_a_full_step_that_would_overshoot_is_halved():
    path = newton(CLOUD.X, CLOUD.y, np.array([6.0, -6.0]))
    assert np.nanmin(path.step_size) < 1.0
    assert path.step_size[-1] == 1.0


def test_the_number_of_right_digits_doubles_near_the_minimum():
    path = newton(CLOUD.X, CLOUD.y, np.zeros(2))
    error = np.linalg.norm(path.weights - path.weights[-1], axis=1)
    near = error[(error < 0.1) & (error > 1e-7)]
    assert len(near) >= 2
    assert np.all(near[1:] < 2.0 * near[:-1] ** 2)


def test_the_losses_are_those_of_the_model_that_gradient_descent_trains():
    path = newton(CLOUD.X, CLOUD.y, np.zeros(2))
    again = mean_loss(Network(1), LOSSES["log loss"], path.weights, CLOUD.X, CLOUD.y)
    np.testing.assert_allclose(path.loss, again, rtol=1e-14)


def test_separable_data_make_the_weights_grow_and_the_loss_vanish_without_converging():
    cloud = separable_labels(100, TRUTH, 0)
    path = newton(cloud.X, cloud.y, np.zeros(2))
    assert not path.converged
    assert np.all(np.diff(np.linalg.norm(path.weights, axis=1)) > 0)
    assert path.loss[-1] < 1e-6
    assert np.isfinite(path.weights).all()


def test_one_class_alone_ends_without_converging():
    path = newton(CLOUD.X, np.ones(200), np.zeros(2))
    assert not path.converged
    assert np.isfinite(path.weights).all()
