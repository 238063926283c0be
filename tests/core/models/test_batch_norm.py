from dataclasses import replace

import numpy as np
import pytest

from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.batch_norm import AFTER, BEFORE, EPSILON, MOVING_MEAN, MOVING_VARIANCE, OFF, BatchNormalisation
from nnviz.core.models.forward_backward import ForwardBackward
from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment, State, advance, initial_state
from nnviz.core.training.optimizers import GradientDescent
from tests.core.numeric import numeric_gradient

generator = np.random.default_rng(4)
X = generator.normal(size=(9, 2))
Y = (generator.random(9) < 0.5).astype(np.float64)
LOSS = LOSSES["log loss"]
PLACES = [(BEFORE, BEFORE), (AFTER, AFTER), (OFF, BEFORE), (BEFORE, AFTER)]


def network(places=(BEFORE, AFTER), activation="tanh", momentum=0.1, **dropout):
    return Network(2, (4, 3), activation, normalisation=BatchNormalisation(places, momentum), **dropout)


def start(model, seed=1):
    """Weights away from their special starting values."""
    return np.random.default_rng(seed).normal(size=model.n_parameters)


def averages(model, seed=2):
    """Moving averages away from their special starting values."""
    random_source = np.random.default_rng(seed)
    return {name: np.abs(random_source.normal(size=first.shape)) for name, first in model.initial_memory().items()}


def in_training(model, weights, X):
    """Outputs (n,) of a training step's forward pass."""
    chain = ForwardBackward(model, weights, np.zeros_like(weights), len(X), averages(model))
    outputs = np.empty((1, len(X)))
    chain.forward(np.vstack([np.ones(len(X)), X.T]), outputs)
    return outputs[0]


def gradient_of(model, weights):
    gradient = np.zeros_like(weights)
    chain = ForwardBackward(model, weights, gradient, len(X), averages(model))
    outputs = np.empty((1, len(X)))
    chain.forward(np.vstack([np.ones(len(X)), X.T]), outputs)
    LOSS.d_output(outputs, Y[None], LOSS.share(len(X)), chain.d_outputs)
    chain.backward()
    return gradient


def experiment(model, batch_size, learning_rate=0.1, n_samples=23):
    data = make_dataset("moons", n_samples, 0.5, 1)
    optimizer = GradientDescent(learning_rate, batch_size)
    return Experiment(data.X, data.y, model, LOSS, optimizer, random_source=KeyedSource(3))


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("places", PLACES)
def test_the_gradient_through_the_batchs_statistics_is_that_of_finite_differences(places, activation):
    model = network(places, activation)
    weights = start(model)
    numeric = numeric_gradient(lambda w: LOSS.of_batch(in_training(model, w, X), Y), weights)
    np.testing.assert_allclose(gradient_of(model, weights), numeric, rtol=1e-7, atol=1e-9)


def test_a_normalised_layer_has_mean_beta_and_deviation_gamma_over_the_batch():
    model = Network(2, (3,), "none", normalisation=BatchNormalisation((BEFORE,)))
    weights = start(model)
    chain = ForwardBackward(model, weights, np.zeros_like(weights), len(X), averages(model))
    chain.forward(np.vstack([np.ones(len(X)), X.T]), np.empty((1, len(X))))
    learnt = model.learnt(weights)[0]
    normalised = chain.layers[1].outputs
    np.testing.assert_allclose(normalised.mean(axis=1), learnt.shift, atol=1e-12)
    variance = chain.layers[0].outputs.var(axis=1)
    expected = np.abs(learnt.scale) * np.sqrt(variance / (variance + EPSILON))
    np.testing.assert_allclose(normalised.std(axis=1), expected, rtol=1e-12)


def test_the_averages_move_by_the_momentum_towards_the_batchs_mean_and_unbiased_variance():
    model = Network(2, (3,), "tanh", normalisation=BatchNormalisation((BEFORE,), 0.25))
    weights, before, after = start(model), averages(model), averages(model)
    chain = ForwardBackward(model, weights, np.zeros_like(weights), len(X), after)
    chain.forward(np.vstack([np.ones(len(X)), X.T]), np.empty((1, len(X))))
    sums = chain.layers[0].outputs
    np.testing.assert_allclose(after[MOVING_MEAN], 0.75 * before[MOVING_MEAN] + 0.25 * sums.mean(axis=1))
    variance = 0.75 * before[MOVING_VARIANCE] + 0.25 * sums.var(axis=1, ddof=1)
    np.testing.assert_allclose(after[MOVING_VARIANCE], variance)


@pytest.mark.parametrize("places", PLACES)
def test_inference_with_the_statistics_of_one_batch_is_the_training_pass_of_that_batch(places):
    model = network(places, momentum=1.0)
    weights, memory = start(model), averages(model)
    chain = ForwardBackward(model, weights, np.zeros_like(weights), len(X), memory)
    for _ in range(3):  # the second layer's statistics are those of its inputs in this very pass
        chain.forward(np.vstack([np.ones(len(X)), X.T]), np.empty((1, len(X))))
    memory[MOVING_VARIANCE] *= (len(X) - 1) / len(X)  # the pass divides by the biased variance
    outputs = model.outputs(weights, X, memory)
    np.testing.assert_allclose(outputs, in_training(model, weights, X), rtol=1e-10, atol=1e-12)


def test_a_neuron_may_be_shifted_and_scaled_without_any_effect_while_it_is_normalised():
    model = network((BEFORE, BEFORE))
    weights = start(model)
    moved = weights.copy()
    model.views(moved)[0][:] *= 7.0
    model.views(moved)[0][:, 0] += 3.0
    np.testing.assert_allclose(in_training(model, moved, X), in_training(model, weights, X), rtol=1e-3)
    at_inference = [model.outputs(each, X, averages(model)) for each in (moved, weights)]
    assert not np.allclose(*at_inference, rtol=1e-3)


def test_a_batch_of_one_gives_the_same_output_for_every_example_and_leaves_the_variances_alone():
    model = network((BEFORE, BEFORE))
    run = experiment(model, batch_size=1)
    outputs = [in_training(model, start(model), x[None])[0] for x in X]
    np.testing.assert_allclose(outputs, outputs[0], rtol=1e-12)
    recording, state = advance(run, initial_state(run), 200)
    assert np.isfinite(recording.weights).all()
    first = initial_state(run).weights
    for W, at_start in zip(model.views(state.weights)[:-1], model.views(first)[:-1], strict=True):
        np.testing.assert_array_equal(W, at_start)
    assert (state.memory[MOVING_VARIANCE] == 1.0).all()


@pytest.mark.parametrize("batch_size", [None, 11, 2])
@pytest.mark.parametrize("cut", [1, 13, 30])
def test_a_cut_run_goes_on_with_the_same_bytes_averages_included(batch_size, cut):
    run = experiment(network(hidden_dropout=0.3), batch_size)
    _, whole = advance(run, initial_state(run), 60)
    _, half = advance(run, initial_state(run), cut)
    sent = {name: np.frombuffer(array.tobytes()).copy() for name, array in half.as_arrays().items()}
    _, resumed = advance(run, State.from_arrays(half.step, sent), 60 - cut)
    assert resumed.weights.tobytes() == whole.weights.tobytes()
    for name, array in run.initial_memory().items():
        assert resumed.memory[name].tobytes() == whole.memory[name].tobytes()
        assert (whole.memory[name] != array).all()


def test_several_runs_at_once_are_each_the_run_alone():
    model = network()
    rates = np.array([0.05, 0.3])
    together = replace(experiment(model, 8), optimizer=GradientDescent(rates, 8))
    _, state = advance(together, initial_state(together), 40)
    for rate, weights in zip(rates, state.weights, strict=True):
        alone = experiment(model, 8, float(rate))
        np.testing.assert_allclose(weights, advance(alone, initial_state(alone), 40)[1].weights, rtol=1e-9, atol=1e-12)


def test_every_parameter_has_a_gradient_and_what_is_learnt_is_not_penalised():
    model = network()
    gradient = gradient_of(model, start(model))
    for learnt in model.learnt(gradient):
        assert learnt.scale.all()
        assert learnt.shift.any()
    assert not model.penalised(bias=True)[model.n_weights :].any()
    shrunk = replace(experiment(model, 8, 1e-9), penalty=Penalty("L2", 1.0, bias=True))
    assert np.isfinite(advance(shrunk, initial_state(shrunk), 10)[1].weights).all()


def test_the_start_is_that_of_the_plain_network_with_scales_and_variances_of_1():
    plain, normalised = Network(2, (4, 3), "tanh"), network()
    weights = normalised.initial_weights(KeyedSource(6))
    np.testing.assert_array_equal(weights[: plain.n_parameters], plain.initial_weights(KeyedSource(6)))
    for learnt, observed in normalised.normals(weights, normalised.initial_memory()):
        assert [set(part) for part in (*learnt, *observed)] == [{1.0}, {0.0}, {0.0}, {1.0}]


def test_inference_of_a_normalised_network_asks_for_its_averages():
    with pytest.raises(KeyError, match="moving mean"):
        network().outputs(start(network()), X)


def test_every_number_of_the_flat_vector_has_a_name_of_its_own():
    model = network((OFF, AFTER))
    assert len(set(model.parameter_names)) == len(model.parameter_names) == model.n_parameters
    assert model.parameter_names[model.n_weights] == "layer 2: γ1"
    assert model.parameter_names[-1] == "layer 2: β3"


def test_what_leaves_the_last_hidden_layer_makes_the_output():
    model = network()
    weights, memory = start(model), averages(model)
    W = model.views(weights)[-1]
    outputs = W[:, 1:] @ hidden_layers(model, weights, X, memory)[-1].a + W[:, :1]
    np.testing.assert_allclose(outputs[0], model.outputs(weights, X, memory), rtol=1e-12)


@pytest.mark.parametrize("places", [(BEFORE,), ("sideways", OFF)])
def test_places_that_make_no_network_are_refused(places):
    with pytest.raises(ValueError, match="place"):
        network(places)


@pytest.mark.parametrize("momentum", [0.0, 1.5])
def test_a_momentum_that_is_no_share_is_refused(momentum):
    with pytest.raises(ValueError, match="momentum"):
        BatchNormalisation((BEFORE,), momentum)
