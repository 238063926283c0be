import numpy as np
import pytest

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.flat_weights import LayerShape
from nnviz.core.models.forward_backward import ForwardBackward
from nnviz.core.models.layers import Activated, Dense, Dropout, HiddenUnits, input_buffer
from nnviz.core.models.network import Network
from tests.core.numeric import numeric_gradient

generator = np.random.default_rng(4)


def run(operations):
    for operation in operations:
        operation()


@pytest.mark.parametrize("leading", [(), (3,)])
def test_dense_multiplies_and_its_backward_pass_is_the_chain_rule(leading):
    W, d_W = generator.normal(size=(*leading, 4, 3)), np.empty((*leading, 4, 3))
    inputs = input_buffer(leading, LayerShape(2, 4, True), 5)
    inputs[..., 1:, :] = generator.normal(size=(*leading, 2, 5))
    layer = Dense(W, d_W, np.empty((*leading, 4, 5)))
    run(layer.forward(inputs))
    np.testing.assert_allclose(layer.outputs, W @ inputs, rtol=1e-13)
    d_z = generator.normal(size=(*leading, 4, 5))
    run(layer.backward(d_z))
    np.testing.assert_allclose(layer.d_inputs, W.mT @ d_z, rtol=1e-13)
    np.testing.assert_allclose(d_W, d_z @ inputs.mT, rtol=1e-13)


def test_an_activation_leaves_the_row_of_ones_alone():
    units = HiddenUnits(ACTIVATIONS["tanh"], [LayerShape(3, 1, True)], np.empty(4), 4)
    layer = Activated(units, 0, True)
    run(layer.forward(np.full((3, 4), 0.5)))
    assert (layer.outputs[0] == 1.0).all()
    assert (layer.outputs[1:] == np.tanh(0.5)).all()


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("leading", [(), (2,)])
def test_slopes_of_all_hidden_layers_are_told_in_one_go(activation, leading):
    rule = ACTIVATIONS[activation]
    units = HiddenUnits(rule, [LayerShape(3, 4, True), LayerShape(4, 1, False)], np.empty((*leading, 20)), 5)
    for depth, (bias, n_neurons) in enumerate([(True, 3), (False, 4)]):
        layer = Activated(units, depth, bias)
        layer.z[:] = generator.normal(size=(*leading, n_neurons, 5))
        run(layer.forward(layer.z))
    units.tell_slopes()
    for z, a, slopes, bias in zip(units.z, units.a, units.slopes, (True, False), strict=True):
        alone = rule.derivative(z, a, np.empty_like(z))
        np.testing.assert_array_equal(slopes[..., bias:, :], alone[..., bias:, :])


def test_dropout_drops_one_neuron_for_all_examples_and_stops_its_gradient():
    mask = np.array([[0.0], [2.0]])
    layer = Dropout(mask, input_buffer((), LayerShape(2, 1, True), 3), True)
    run(layer.forward(np.ones((3, 3))))
    assert layer.outputs.tolist() == [[1.0] * 3, [0.0] * 3, [2.0] * 3]
    run(layer.backward(np.ones((3, 3))))
    assert layer.d_inputs[1:].tolist() == [[0.0] * 3, [2.0] * 3]


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
