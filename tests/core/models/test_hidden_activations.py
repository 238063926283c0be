import numpy as np
import pytest

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.models.network import Network

X = np.random.default_rng(0).normal(size=(7, 2))


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("inverted", [True, False])
def test_the_last_activations_times_the_last_weights_are_the_models_output(activation, inverted):
    model = Network(2, (3, 4), activation, hidden_dropout=0.4, inverted_dropout=inverted)
    weights = np.random.default_rng(1).normal(size=(5, model.n_parameters))
    last = hidden_layers(model, weights, X)[-1].a
    W = model.views(weights)[-1]
    keep = 1.0 if inverted else 0.6
    outputs = (W[..., 1:] @ (keep * last) + W[..., :1])[..., 0, :]
    np.testing.assert_allclose(outputs, model.outputs(weights, X), rtol=1e-12, atol=1e-12)


def test_the_sums_of_the_first_layer_are_bias_plus_weighted_features():
    model = Network(2, (3,), "tanh")
    weights = np.arange(model.n_parameters, dtype=float)
    ((z, a),) = hidden_layers(model, weights, X)
    np.testing.assert_allclose(z[1], 3.0 + 4.0 * X[:, 0] + 5.0 * X[:, 1])
    np.testing.assert_allclose(a, np.tanh(z))
