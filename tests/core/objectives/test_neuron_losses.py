import numpy as np
import pytest

from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.neuron_losses import squared_error_through

Z, Y = np.array([-3.0, -0.4, 0.3, 2.0]), np.array([0.0, 1.0, 0.0, 1.0])


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_derivative_agrees_with_finite_differences(name):
    loss = squared_error_through(ACTIVATIONS[name])
    numeric = central_differences(lambda z: float(loss.value(z, Y).sum()), Z)
    np.testing.assert_allclose(loss.derivative(Z, Y, np.empty(4)), numeric, rtol=1e-8, atol=1e-9)


@pytest.mark.parametrize(
    ("name", "known"), [("none", "mean squared error"), ("sigmoid", "squared error of the probability")]
)
def test_it_is_the_known_loss_where_there_is_one(name, known):
    loss, expected = squared_error_through(ACTIVATIONS[name]), LOSSES[known]
    np.testing.assert_allclose(loss.value(Z, Y), expected.value(Z, Y), rtol=1e-15)
    np.testing.assert_allclose(loss.derivative(Z, Y, np.empty(4)), expected.derivative(Z, Y, np.empty(4)), rtol=1e-14)
    np.testing.assert_allclose(loss.predict(Z), expected.predict(Z), rtol=1e-15)


def test_the_sums_are_left_as_they_are():
    z = Z.copy()
    loss = squared_error_through(ACTIVATIONS["swish"])
    loss.value(z, Y)
    loss.derivative(z, Y, np.empty(4))
    np.testing.assert_array_equal(z, Z)
