import numpy as np
import pytest
from scipy.special import expit
from sklearn.metrics import log_loss as reference_log_loss
from sklearn.metrics import mean_squared_error

from nnviz.core.objectives.losses import LOSSES

generator = np.random.default_rng(3)
z, labels = generator.normal(0.0, 3.0, size=50), (generator.random(50) < 0.4) * 1.0


def test_log_loss_is_the_reference_librarys():
    expected = reference_log_loss(labels, expit(z))
    assert LOSSES["log loss"].of_batch(z, labels) == pytest.approx(expected, rel=1e-13)


def test_mean_squared_error_is_the_reference_librarys():
    assert LOSSES["mean squared error"].of_batch(z, labels) == pytest.approx(mean_squared_error(labels, z), rel=1e-13)


def test_log_loss_is_exact_at_logits_where_the_probability_rounds_to_zero_or_one():
    logits = np.array([-1000.0, -1000.0, 1000.0, 1000.0, 0.0])
    y = np.array([0.0, 1.0, 0.0, 1.0, 1.0])
    assert LOSSES["log loss"].value(logits, y).tolist() == [0.0, 1000.0, 1000.0, 0.0, np.log(2.0)]
    surely_right = LOSSES["log loss"].value(np.array([40.0]), np.array([1.0]))[0]
    assert surely_right == pytest.approx(np.exp(-40.0), rel=1e-12, abs=0.0)


@pytest.mark.parametrize("name", LOSSES)
def test_the_derivative_at_an_output_is_the_slope_of_the_value(name):
    loss, width = LOSSES[name], 1e-5
    slope = (loss.value(z + width, labels) - loss.value(z - width, labels)) / (2 * width)
    np.testing.assert_allclose(loss.derivative(z, labels, np.empty(50)), slope, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_says_whether_it_averages_or_sums(name):
    loss = LOSSES[name]
    combine = np.mean if loss.averages else np.sum
    assert loss.of_batch(z, labels) == pytest.approx(combine(loss.value(z, labels)), rel=1e-14)
    share = 1 / 50 if loss.averages else 1.0
    expected = share * loss.derivative(z, labels, np.empty(50))
    np.testing.assert_allclose(loss.d_output(z, labels, loss.share(50), np.empty(50)), expected, rtol=1e-15)


@pytest.mark.parametrize("name", LOSSES)
def test_outputs_of_several_runs_have_the_losses_of_each(name):
    loss, outputs = LOSSES[name], generator.normal(size=(4, 3, 50))
    together = loss.of_batch(outputs, labels)
    assert together.shape == (4, 3)
    assert together[2, 1] == loss.of_batch(outputs[2, 1], labels)


def test_the_link_is_the_identity_for_squared_error_and_the_sigmoid_for_labels():
    assert (LOSSES["mean squared error"].predict(z) == z).all()
    for name in set(LOSSES) - {"mean squared error"}:
        assert (LOSSES[name].predict(z) == expit(z)).all()


def test_log_loss_pushes_a_surely_wrong_output_and_squared_error_of_the_probability_does_not():
    wrong, y, out = np.array([30.0]), np.array([0.0]), np.empty(1)
    assert LOSSES["log loss"].derivative(wrong, y, out)[0] == pytest.approx(1.0)
    assert LOSSES["squared error of the probability"].derivative(wrong, y, out)[0] < 1e-12
