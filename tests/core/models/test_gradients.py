"""Every gradient that training uses, against finite differences of the objective, over all registries."""

import numpy as np
import pytest

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.gradients import delta_sizes, loss_gradient
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import PENALTIES, Penalty
from nnviz.core.training.advance import Experiment, initial_state
from nnviz.core.training.linear_updates import LinearUpdater
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.training.updates import NetworkUpdater
from tests.core.numeric import numeric_gradient

generator = np.random.default_rng(8)
X = generator.normal(size=(12, 2))
Y = {
    "regression": generator.normal(size=12),
    "classification": (generator.random(12) < 0.5).astype(np.float64),
}
MODELS = {
    "linear": Network(2),
    "linear without bias": Network(2, biases=(False,)),
    "one hidden layer": Network(2, (3,)),
    "some biases": Network(2, (3, 2), biases=(True, False, True)),
    "four hidden layers": Network(2, (3, 2, 4, 2)),
}


def experiment_on(model, loss, penalty=None, learning_rate=0.1):
    y = Y["regression" if loss == "mean squared error" else "classification"]
    weights = np.random.default_rng(5).normal(size=model.n_parameters)
    optimizer = GradientDescent(learning_rate)
    return Experiment(X, y, model, LOSSES[loss], optimizer, penalty, initial_weights=weights)


def gradient_of(experiment, updater=NetworkUpdater):
    """The gradient that the first step uses."""
    run = updater(experiment, initial_state(experiment))
    run.bind(len(X))(*first_batch(experiment))
    return run.memory.gradient


def first_batch(experiment):
    inputs = np.hstack([np.ones((len(X), int(experiment.model.layers[0].bias))), X]).T
    return inputs, experiment.y[None], np.empty((0, 1)), np.empty((1, len(X)))


def objective(experiment):
    """L(w) + λR(w), from the inference of the model and nothing of the backward pass."""
    model, penalty = experiment.model, experiment.penalty

    def value(weights):
        loss = experiment.loss.of_batch(model.outputs(weights, X), experiment.y)
        if penalty is None:
            return loss
        share = 1 / len(X) if penalty.divided_by_batch else 1.0
        return loss + share * penalty.value(weights, model.penalised(penalty.bias))

    return value


def assert_gradient_is_right(experiment, updater=NetworkUpdater):
    expected = numeric_gradient(objective(experiment), experiment.initial_weights)
    got = gradient_of(experiment, updater)
    assert np.linalg.norm(got - expected) <= 1e-6 * np.linalg.norm(expected)
    np.testing.assert_allclose(got, expected, rtol=1e-6, atol=1e-9 * np.abs(expected).max())


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("model", MODELS)
def test_gradients_of_every_model_activation_and_loss_are_those_of_the_loss(model, activation, loss):
    architecture = MODELS[model]
    architecture = Network(2, architecture.hidden, activation, biases=architecture.biases)
    assert_gradient_is_right(experiment_on(architecture, loss))


@pytest.mark.parametrize("bias", [False, True])
@pytest.mark.parametrize("divided_by_batch", [False, True])
@pytest.mark.parametrize("kind", PENALTIES)
@pytest.mark.parametrize("model", MODELS)
def test_gradients_of_every_penalty_are_those_of_the_objective(model, kind, divided_by_batch, bias):
    penalty = Penalty(kind, 0.7, bias, divided_by_batch, l1_share=0.3, exponent=1.5)
    assert_gradient_is_right(experiment_on(MODELS[model], "mean squared error", penalty))


@pytest.mark.parametrize("model", ["linear", "linear without bias"])
def test_the_formula_of_the_linear_model_has_the_right_gradient(model):
    assert_gradient_is_right(experiment_on(MODELS[model], "mean squared error"), LinearUpdater)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("model", MODELS)
def test_several_runs_have_the_gradients_of_each_run(model, loss):
    single = experiment_on(MODELS[model], loss)
    rates = np.array([0.1, 0.2, 0.3])
    several = gradient_of_runs(experiment_on(MODELS[model], loss, learning_rate=rates))
    for gradient in several:
        np.testing.assert_allclose(gradient, gradient_of(single), rtol=1e-12, atol=1e-15)


def gradient_of_runs(experiment):
    run = NetworkUpdater(experiment, initial_state(experiment))
    inputs, targets, mask, _ = first_batch(experiment)
    run.bind(len(X))(inputs, targets, mask, np.empty((3, 1, len(X))))
    return run.memory.gradient


def test_the_sizes_of_delta_are_those_of_the_chain_rule_written_out():
    model, loss = Network(2, (3, 4), "tanh"), LOSSES["log loss"]
    several = np.random.default_rng(5).normal(size=(2, model.n_parameters))
    found = delta_sizes(model, loss, several, X, Y["classification"])
    for weights, sizes in zip(several, found, strict=True):
        W = model.views(weights)
        z1 = W[0][:, 1:] @ X.T + W[0][:, :1]
        z2 = W[1][:, 1:] @ np.tanh(z1) + W[1][:, :1]
        z3 = W[2][:, 1:] @ np.tanh(z2) + W[2][:, :1]
        delta3 = (1.0 / (1.0 + np.exp(-z3)) - Y["classification"]) / len(X)
        delta2 = W[2][:, 1:].T @ delta3 * (1.0 - np.tanh(z2) ** 2)
        delta1 = W[1][:, 1:].T @ delta2 * (1.0 - np.tanh(z1) ** 2)
        expected = [np.sqrt(np.mean(delta**2)) for delta in (delta1, delta2, delta3)]
        np.testing.assert_allclose(sizes, expected, rtol=1e-12)
        bias = model.views(loss_gradient(model, loss, weights, X, Y["classification"]))[1][:, 0]
        np.testing.assert_allclose(bias, delta2.sum(axis=1), rtol=1e-10)
