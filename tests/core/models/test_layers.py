import numpy as np
import pytest

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.forward_backward import ForwardBackward
from nnviz.core.models.layers import Activated, Dense, Dropout, SharedDense, input_buffer
from nnviz.core.models.network import Network
from tests.core.numeric import numeric_gradient

generator = np.random.default_rng(4)


@pytest.mark.parametrize("leading", [(), (3,)])
def test_dense_multiplies_and_its_backward_pass_is_the_chain_rule(leading):
    W, d_W = generator.normal(size=(*leading, 4, 3)), np.empty((*leading, 4, 3))
    inputs = input_buffer(leading, 2, True, 5)
    inputs[..., 1:, :] = generator.normal(size=(*leading, 2, 5))
    layer = Dense(W, d_W, True, 5)
    np.testing.assert_allclose(layer.forward(inputs), W @ inputs, rtol=1e-13)
    d_z = generator.normal(size=(*leading, 4, 5))
    np.testing.assert_allclose(layer.backward(d_z), W[..., 1:].mT @ d_z, rtol=1e-13)
    np.testing.assert_allclose(d_W, d_z @ inputs.mT, rtol=1e-13)


def test_one_tall_product_for_all_runs_is_the_product_of_each():
    W, d_W, other = generator.normal(size=(3, 4, 2)), np.empty((3, 4, 2)), np.empty((3, 4, 2))
    inputs, d_z = generator.normal(size=(2, 5)), generator.normal(size=(3, 4, 5))
    shared, plain = SharedDense(W, d_W, False, 5), Dense(W, other, False, 5)
    np.testing.assert_allclose(shared.forward(inputs), plain.forward(inputs), rtol=1e-13)
    shared.backward_to_weights(d_z)
    plain.backward_to_weights(d_z)
    np.testing.assert_allclose(d_W, other, rtol=1e-13)


def test_an_activation_leaves_the_row_of_ones_alone():
    layer = Activated(ACTIVATIONS["tanh"], input_buffer((), 3, True, 4), True)
    outputs = layer.forward(np.full((3, 4), 0.5))
    assert (outputs[0] == 1.0).all()
    assert (outputs[1:] == np.tanh(0.5)).all()


def test_dropout_drops_one_neuron_for_all_examples_and_stops_its_gradient():
    mask = np.array([[0.0], [2.0]])
    layer = Dropout(mask, input_buffer((), 2, True, 3), True)
    outputs = layer.forward(np.ones((3, 3)))
    assert outputs.tolist() == [[1.0] * 3, [0.0] * 3, [2.0] * 3]
    assert layer.backward(np.ones((2, 3))).tolist() == [[0.0] * 3, [2.0] * 3]


@pytest.mark.parametrize("inverted", [True, False])
@pytest.mark.parametrize("hidden", [(), (4,), (4, 3)])
def test_gradients_of_a_network_with_dropped_neurons_are_those_of_its_subnetwork(hidden, inverted):
    model = Network(3, hidden, "swish", input_dropout=0.4, hidden_dropout=0.3, inverted_dropout=inverted)
    X = np.vstack([np.ones(6), generator.normal(size=(3, 6))])
    mask = model.masks(generator.random(model.n_droppable))[:, None]
    weights = generator.normal(size=model.n_parameters)

    def chain_at(weights):
        chain = ForwardBackward(model, weights, np.empty(model.n_parameters), 6)
        chain.mask[:] = mask
        outputs = np.empty((1, 6))
        chain.forward(X, outputs)
        return chain, outputs

    gradient = np.empty(model.n_parameters)
    chain = ForwardBackward(model, weights, gradient, 6)
    chain.mask[:] = mask
    outputs = np.empty((1, 6))
    chain.forward(X, outputs)
    chain.d_outputs[:] = outputs
    chain.backward()
    expected = numeric_gradient(lambda w: 0.5 * np.sum(chain_at(w)[1] ** 2), weights)
    np.testing.assert_allclose(gradient, expected, rtol=1e-6, atol=1e-9 * np.abs(expected).max())
