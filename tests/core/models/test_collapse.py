import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.core.models.collapse import collapsed_layers, collapsed_weights
from nnviz.core.models.network import Network


@given(
    n_features=st.integers(1, 3),
    hidden=st.lists(st.integers(1, 8), max_size=6),
    seed=st.integers(0, 99),
)
def test_a_network_of_any_depth_without_activations_is_the_collapsed_linear_model(n_features, hidden, seed):
    rng = np.random.default_rng(seed)
    model = Network(n_features, tuple(hidden), "none")
    weights = rng.normal(size=model.n_parameters) / np.sqrt(max([n_features, *hidden]))
    X = rng.uniform(-1, 1, size=(50, n_features))
    b, *w = collapsed_weights(model, weights)
    np.testing.assert_allclose(model.outputs(weights, X), b + X @ w, rtol=1e-12, atol=1e-12)


def test_two_neurons_collapse_to_the_sums_that_algebra_gives():
    a, b, c, d, e, f, g = 0.5, -1.0, 2.0, 0.25, 3.0, -0.7, 1.5
    model = Network(1, (2,), "none")
    weights = np.array([b, a, d, c, e, f, g])
    np.testing.assert_allclose(collapsed_weights(model, weights), [e + f * b + g * d, f * a + g * c], rtol=1e-15)


def test_every_layer_of_a_collapsed_network_is_a_linear_function_of_the_features():
    model = Network(1, (2,), "none")
    rows = collapsed_layers(model, np.array([-1.0, 0.5, 0.25, 2.0, 3.0, -0.7, 1.5]))
    np.testing.assert_array_equal(rows[0], [[-1.0, 0.5], [0.25, 2.0]])


def test_layers_without_biases_collapse_to_a_line_through_the_origin():
    model = Network(1, (3,), "none", biases=(False, False))
    assert collapsed_weights(model, np.arange(1.0, 7.0))[0] == 0.0


def test_a_network_with_an_activation_does_not_collapse():
    with pytest.raises(ValueError, match="does not collapse"):
        collapsed_weights(Network(1, (2,), "tanh"), np.ones(7))
