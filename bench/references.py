"""The references: training loops as a textbook and as the notebook write them."""

import numpy as np


def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


class TextbookNetwork:
    """A list of layers (W, b) with tanh between and a sigmoid or a softmax at the end, one example per row."""

    def __init__(self, model, weights):
        self.layers = [(W[:, 1:].T.copy(), W[:, 0].copy()) for W in model.views(weights)]

    def forward(self, X):
        """Every layer's inputs, and the logits."""
        activations = [X]
        for W, b in self.layers[:-1]:
            activations.append(np.tanh(activations[-1] @ W + b))
        W, b = self.layers[-1]
        return activations, activations[-1] @ W + b

    def loss(self, logits, y):
        """The mean loss of logits (n, 1) and labels, or (n, K) and classes, and its derivative by the logits."""
        if logits.shape[1] == 1:
            y = y[:, None]
            return np.mean(np.logaddexp(0, logits) - y * logits), (sigmoid(logits) - y) / len(y)
        rows = np.arange(len(y))
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        probabilities = powers / powers.sum(axis=1, keepdims=True)
        loss = -np.mean(np.log(probabilities[rows, y]))
        probabilities[rows, y] -= 1.0
        return loss, probabilities / len(y)

    def step(self, X, y, learning_rate):
        """The loss of the batch before the update."""
        activations, logits = self.forward(X)
        loss, delta = self.loss(logits, y)
        gradients = []
        for i in reversed(range(len(self.layers))):
            W, _ = self.layers[i]
            gradients.append((activations[i].T @ delta, delta.sum(axis=0)))
            if i:
                delta = (delta @ W.T) * (1 - activations[i] ** 2)
        for i, (d_W, d_b) in enumerate(reversed(gradients)):
            W, b = self.layers[i]
            self.layers[i] = (W - learning_rate * d_W, b - learning_rate * d_b)
        return loss


def textbook_training(experiment, weights, n_steps):
    """The losses of n_steps steps, with the draws of the experiment."""
    network = TextbookNetwork(experiment.model, weights)
    learning_rate, batch_size = experiment.optimizer.learning_rate, experiment.optimizer.batch_size
    X, y, n = experiment.X, experiment.y.astype(int), len(experiment.y)
    losses, epoch = [], 0
    while len(losses) < n_steps:
        order = np.random.default_rng([experiment.random_source.seed, epoch]).permutation(n)
        for start in range(0, n, batch_size):
            if len(losses) == n_steps:
                break
            rows = order[start : start + batch_size]
            losses.append(network.step(X[rows], y[rows], learning_rate))
        epoch += 1
    return np.array(losses)


def notebook_sgd(X, y, learning_rate, orders):
    """One example per update, the loss of each recorded: the notebook's loop on its design matrix."""

    def gradient(X, y, beta):
        return -2 * ((y - X.dot(beta)).dot(X)) / X.shape[0]

    def loss(X, y, beta):
        return ((X.dot(beta) - y) ** 2).mean()

    b = np.zeros(X.shape[1])
    losses = []
    for order in orders:
        for i in order:
            losses.append(loss(X[None, i, :], y[i], b))
            b -= learning_rate * gradient(X[None, i, :], y[i], b)
    return b, np.array(losses)


def tight_sgd(X, y, learning_rate, orders):
    """The same with nothing left out of reach: rows cut beforehand, prepared outputs, the residual used twice."""
    rows, targets = list(X), y.tolist()
    b, change = np.zeros(X.shape[1]), np.empty(X.shape[1])
    losses = []
    for order in orders:
        for i in order.tolist():
            x = rows[i]
            residual = np.dot(x, b) - targets[i]
            losses.append(residual * residual)
            np.multiply(x, 2.0 * learning_rate * residual, change)
            np.subtract(b, change, b)
    return b, np.array(losses)
