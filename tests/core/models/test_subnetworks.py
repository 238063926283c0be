import numpy as np
import pytest

from nnviz.core.models.forward_backward import ForwardBackward
from nnviz.core.models.network import Network
from nnviz.core.models.subnetworks import sample_masks, subnetwork_outputs

N_SUBNETWORKS = 10_000
x = np.array([0.7, -1.3])


def weights_of(model, seed=0):
    return np.random.default_rng(seed).normal(size=model.n_parameters)


def z_score(model, seed=0):
    """How many standard errors the mean over sampled subnetworks lies from the output of inference."""
    weights = weights_of(model, seed)
    sampled = subnetwork_outputs(model, weights, x, sample_masks(model, N_SUBNETWORKS, seed))
    standard_error = sampled.std(ddof=1) / np.sqrt(N_SUBNETWORKS)
    return (sampled.mean() - model.outputs(weights, x[None])[0]) / standard_error


@pytest.mark.parametrize("n_outputs", [1, 3])
@pytest.mark.parametrize("inverted", [True, False])
@pytest.mark.parametrize("hidden", [(), (6,), (6, 5)])
def test_a_subnetwork_answers_what_a_training_step_with_its_mask_computes(hidden, inverted, n_outputs):
    rates = {"input_dropout": 0.3, "hidden_dropout": 0.5, "inverted_dropout": inverted}
    model = Network(2, hidden, "tanh", **rates, n_outputs=n_outputs)
    weights = weights_of(model)
    masks = sample_masks(model, 20, 3)
    chain = ForwardBackward(model, weights, np.zeros_like(weights), 1)
    stepped = np.empty((20, n_outputs, 1))
    for mask, output in zip(masks, stepped, strict=True):
        chain.mask[:] = mask[:, None]
        chain.forward(np.array([[1.0], *x[:, None]]), output)
    answers, expected = subnetwork_outputs(model, weights, x, masks), stepped[..., 0].T
    np.testing.assert_allclose(answers, expected if n_outputs > 1 else expected[0], rtol=1e-13, atol=1e-13)


@pytest.mark.parametrize("inverted", [True, False])
@pytest.mark.parametrize("seed", range(3))
def test_scaled_inference_is_the_mean_of_10_000_subnetworks_where_the_output_is_linear_in_the_mask(inverted, seed):
    one_layer = Network(2, (8,), "tanh", hidden_dropout=0.5, inverted_dropout=inverted)
    no_layer = Network(2, (), input_dropout=0.3, inverted_dropout=inverted)
    assert abs(z_score(one_layer, seed)) < 4.0
    assert abs(z_score(no_layer, seed)) < 4.0


def test_with_two_hidden_layers_scaled_inference_is_only_near_the_mean():
    deep = Network(2, (8, 8), "tanh", hidden_dropout=0.5)
    assert max(abs(z_score(deep, seed)) for seed in range(3)) > 10.0


def test_without_dropout_every_subnetwork_is_the_network():
    model = Network(2, (5,), "tanh")
    weights = weights_of(model)
    sampled = subnetwork_outputs(model, weights, x, sample_masks(model, 7, 0))
    np.testing.assert_allclose(sampled, np.full(7, model.outputs(weights, x[None])[0]))


def test_kept_shares_are_the_keep_probability():
    model = Network(2, (8,), input_dropout=0.2, hidden_dropout=0.5)
    shares = (sample_masks(model, N_SUBNETWORKS, 0) > 0).mean(axis=0)
    np.testing.assert_allclose(shares, [0.8] * 2 + [0.5] * 8, atol=4 * 0.5 / np.sqrt(N_SUBNETWORKS))
