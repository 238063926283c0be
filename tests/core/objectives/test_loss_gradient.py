import numpy as np
import pytest

from nnviz.core.autodiff.autodiff_network import mean_loss_of
from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.autodiff.reverse_mode import gradient_of
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.gradients import gradient_sizes, loss_gradient
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES

RNG = np.random.default_rng(2)
X = RNG.normal(size=(9, 2))
Y = (RNG.random(9) < 0.5).astype(float)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_the_backward_pass_agrees_with_automatic_differentiation(activation):
    model = Network(2, (4, 3), activation)
    weights = RNG.normal(size=model.n_parameters)
    expected = gradient_of(lambda w: mean_loss_of(model, "log loss", w, X, Y), weights)
    np.testing.assert_allclose(
        loss_gradient(model, LOSSES["log loss"], weights, X, Y), expected, rtol=1e-12, atol=1e-15
    )


@pytest.mark.parametrize("name", LOSSES)
def test_the_backward_pass_agrees_with_finite_differences(name):
    model, loss = Network(2, (3,), "tanh"), LOSSES[name]
    weights = RNG.normal(size=model.n_parameters)
    numeric = central_differences(lambda w: float(loss.of_batch(model.outputs(w, X), Y)), weights)
    np.testing.assert_allclose(loss_gradient(model, loss, weights, X, Y), numeric, rtol=1e-7, atol=1e-9)


def test_several_runs_at_once_have_the_gradients_of_each_alone():
    model, loss = Network(2, (3, 3)), LOSSES["log loss"]
    weights = RNG.normal(size=(5, model.n_parameters))
    together = loss_gradient(model, loss, weights, X, Y)
    alone = [loss_gradient(model, loss, w, X, Y) for w in weights]
    np.testing.assert_allclose(together, alone, rtol=1e-12, atol=1e-16)
    assert gradient_sizes(model, together).shape == (5, 3)


def test_the_size_of_a_layer_is_the_root_mean_square_over_its_weights_without_biases():
    model = Network(1, (2,))
    gradient = np.array([9.0, 3.0, 9.0, 4.0, 9.0, 6.0, 8.0])
    np.testing.assert_allclose(gradient_sizes(model, gradient), [np.sqrt(12.5), np.sqrt(50.0)])


def test_a_model_with_dropout_is_refused():
    with pytest.raises(ValueError, match="dropout"):
        loss_gradient(Network(2, (3,), hidden_dropout=0.5), LOSSES["log loss"], np.zeros(13), X, Y)
