"""Training equals a textbook: its loop step by step, and its closed form."""

import numpy as np
import pytest

from nnviz.core.models.network import Network
from nnviz.core.training.advance import advance, initial_state
from nnviz.core.training.optimizers import GradientDescent
from tests.core.training.class_experiments import experiment_on_classes
from tests.core.training.test_advance import EXPERIMENTS, TARGETS, X, experiment_on


@pytest.mark.parametrize("batch_size", [10, 32])
def test_losses_of_a_network_equal_a_textbook_loop(batch_size):
    experiment = experiment_on(Network(2, (8, 8)), optimizer=GradientDescent(0.1, batch_size))
    start = initial_state(experiment)
    losses = textbook_losses(experiment, start.weights, 400)
    np.testing.assert_allclose(advance(experiment, start, 400)[0].loss, losses, rtol=0, atol=1e-14)


def test_losses_of_three_classes_equal_a_textbook_loop():
    experiment = experiment_on_classes(Network(2, (8, 8), n_outputs=3))
    start = initial_state(experiment)
    losses = textbook_losses(experiment, start.weights, 400)
    np.testing.assert_allclose(advance(experiment, start, 400)[0].loss, losses, rtol=0, atol=1e-14)


def textbook_losses(experiment, weights, n_steps):
    """The same training with one example per row, a list of layers and a copy of everything."""
    layers = [(W[:, 1:].T.copy(), W[:, 0].copy()) for W in experiment.model.views(weights)]
    n, batch_size = len(experiment.y), experiment.optimizer.batch_size
    losses, epoch = [], 0
    while len(losses) < n_steps:
        order = np.random.default_rng([experiment.random_source.seed, epoch]).permutation(n)
        for first in range(0, n, batch_size):
            rows = order[first : first + batch_size]
            losses.append(textbook_step(layers, experiment.X[rows], experiment.y[rows]))
        epoch += 1
    return losses[:n_steps]


def textbook_step(layers, X, y, learning_rate=0.1):
    activations = [X]
    for W, b in layers[:-1]:
        activations.append(np.tanh(activations[-1] @ W + b))
    logits = activations[-1] @ layers[-1][0] + layers[-1][1]
    if logits.shape[1] == 1:
        y = y[:, None]
        loss, delta = np.mean(np.logaddexp(0, logits) - y * logits), np.exp(-np.logaddexp(0, -logits)) - y
    else:
        rows, y = np.arange(len(y)), y.astype(int)
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        delta = powers / powers.sum(axis=1, keepdims=True)
        loss = -np.mean(np.log(delta[rows, y]))
        delta[rows, y] -= 1.0
    delta = delta / len(X)
    for i in reversed(range(len(layers))):
        W, b = layers[i]
        layers[i] = W - learning_rate * activations[i].T @ delta, b - learning_rate * delta.sum(axis=0)
        delta = delta @ W.T * (1 - activations[i] ** 2)
    return loss


def test_full_gradient_descent_on_a_line_follows_its_closed_form():
    """With the mean loss, w(t) − ŵ = (I − η·2X'X/n)ᵗ (w(0) − ŵ)."""
    experiment = EXPERIMENTS["linear, all data"]
    A = np.column_stack([np.ones(53), X])
    best = np.linalg.lstsq(A, TARGETS, rcond=None)[0]
    start = initial_state(experiment)
    contraction = np.linalg.matrix_power(np.eye(3) - 0.1 * 2 * A.T @ A / 53, 30)
    _, state = advance(experiment, start, 30)
    np.testing.assert_allclose(state.weights, best + contraction @ (start.weights - best), rtol=1e-12)
