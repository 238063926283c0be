import numpy as np
import pytest
from scipy.special import expit

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.network import Network
from nnviz.core.random_source import KeyedSource

generator = np.random.default_rng(2)
X = generator.normal(size=(20, 2))


def test_a_network_without_hidden_layers_is_the_linear_model():
    weights = np.array([1.0, 2.0, -3.0])
    np.testing.assert_allclose(Network(2).outputs(weights, X), 1.0 + X @ [2.0, -3.0], rtol=1e-13)


def test_a_model_without_a_bias_goes_through_the_origin():
    model = Network(2, biases=(False,))
    assert model.n_parameters == 2
    assert model.outputs(np.array([2.0, -3.0]), np.zeros((1, 2))).tolist() == [0.0]


def test_outputs_are_those_of_the_formula_written_out():
    model = Network(2, (3,), "sigmoid")
    W1, W2 = model.views(weights := generator.normal(size=model.n_parameters))
    hidden = expit(X @ W1[:, 1:].T + W1[:, 0])
    np.testing.assert_allclose(model.outputs(weights, X), hidden @ W2[0, 1:] + W2[0, 0], rtol=1e-13)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_outputs_over_leading_axes_are_those_of_each_weight_vector(activation):
    model = Network(2, (3, 2), activation)
    weights = generator.normal(size=(4, 5, model.n_parameters))
    outputs = model.outputs(weights, X)
    assert outputs.shape == (4, 5, 20)
    np.testing.assert_allclose(outputs[2, 3], model.outputs(weights[2, 3], X), rtol=1e-12)


def test_a_network_without_an_activation_collapses_to_a_line():
    model = Network(2, (4, 3), "none")
    weights = generator.normal(size=model.n_parameters)
    at = model.outputs(weights, np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
    np.testing.assert_allclose(model.outputs(weights, X), at[0] + X @ (at[1:] - at[0]), rtol=1e-12)


def test_views_write_into_the_flat_weights_row_by_neuron_with_the_bias_first():
    model = Network(2, (2,))
    flat = np.zeros(9)
    first, second = model.views(flat)
    first[1] = [10.0, 11.0, 12.0]
    second[0, 0] = 5.0
    assert flat.tolist() == [0, 0, 0, 10, 11, 12, 5, 0, 0]


def test_names_follow_the_order_of_the_weights():
    assert Network(2).parameter_names == ("bias", "w1", "w2")
    assert Network(1, biases=(False,)).parameter_names == ("w1",)
    assert Network(1, n_outputs=2).parameter_names == ("b1", "w11", "b2", "w21")
    assert Network(2, (2,), biases=(True, False)).parameter_names == (
        "layer 1: b1",
        "layer 1: w11",
        "layer 1: w12",
        "layer 1: b2",
        "layer 1: w21",
        "layer 1: w22",
        "layer 2: w11",
        "layer 2: w12",
    )


def test_a_penalty_spares_the_biases_unless_told():
    model = Network(2, (2,))
    assert [name for name, touched in zip(model.parameter_names, model.penalised(), strict=True) if not touched] == [
        "layer 1: b1",
        "layer 1: b2",
        "layer 2: b1",
    ]
    assert model.penalised(bias=True).all()


def test_classic_dropout_scales_inference_by_the_keep_probability_and_inverted_does_not():
    weights = np.array([1.0, 2.0, -3.0])
    classic = Network(2, input_dropout=0.25, inverted_dropout=False)
    np.testing.assert_allclose(classic.outputs(weights, X), Network(2).outputs(weights, 0.75 * X), rtol=1e-15)
    assert (Network(2, input_dropout=0.25).outputs(weights, X) == Network(2).outputs(weights, X)).all()


def test_a_neuron_is_kept_where_its_number_is_at_least_the_rate():
    model = Network(2, (2,), input_dropout=0.25, hidden_dropout=0.5, inverted_dropout=False)
    assert model.masks(np.array([0.2, 0.25, 0.49, 0.5])).tolist() == [0.0, 1.0, 0.0, 1.0]


def test_inverted_masks_average_to_one():
    model = Network(2, (3,), input_dropout=0.2, hidden_dropout=0.5)
    masks = model.masks(generator.random((200_000, 5)))
    np.testing.assert_allclose(masks.mean(axis=0), 1.0, atol=0.012)  # five standard errors
    assert model.n_droppable == 5
    assert Network(2, (3,)).n_droppable == 0


def test_initial_weights_keep_the_size_of_the_signal():
    for activation in ("tanh", "ReLU"):
        model = Network(400, (300,), activation)
        first, second = model.views(model.initial_weights(KeyedSource(1)))
        gain = ACTIVATIONS[activation].gain
        assert first[:, 1:].std() == pytest.approx(gain / 20.0, rel=0.02)
        assert second[0, 1:].std() == pytest.approx(1 / np.sqrt(300), rel=0.2)
        assert not first[:, 0].any()


def test_a_linear_model_starts_from_plain_normal_draws():
    assert (Network(2).initial_weights(KeyedSource(7)) == KeyedSource(7).normal(3)).all()


@pytest.mark.parametrize(
    "wrong",
    [
        {"n_features": 0},
        {"hidden": (3, 0)},
        {"activation": "step"},
        {"input_dropout": 1.0},
        {"hidden_dropout": -0.1},
        {"hidden": (3,), "biases": (True,)},
    ],
)
def test_what_makes_no_network_is_refused(wrong):
    with pytest.raises(ValueError, match=r"neuron|activation|rate|biases"):
        Network(**{"n_features": 2, **wrong})
