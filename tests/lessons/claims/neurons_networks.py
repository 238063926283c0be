"""What the page on neurons claims of networks, computed from its random network and others like it."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.models.network import Network
from nnviz.lessons.neurons.experiment import X_RANGE, deep_network
from nnviz.lessons.neurons.settings import NeuronSettings
from tests.lessons.claims.neurons_activations import BENDING
from tests.lessons.claims.once import once


@once
def eight_weights_and_three_biases():
    model = Network(3, (2,), "tanh")
    shapes = [(layer.n_inputs * layer.n_outputs, layer.n_outputs) for layer in model.layers]
    assert np.sum(shapes, axis=0).tolist() == [8, 3]
    w = np.random.default_rng(1).normal(size=11)
    first, last = model.views(w)
    x = np.array([0.3, -1.2, 0.7])
    hidden = [np.tanh(b + row @ x) for b, row in ((first[0, 0], first[0, 1:]), (first[1, 0], first[1, 1:]))]
    assert model.outputs(w, x[None])[0] == pytest.approx(last[0, 0] + last[0, 1] * hidden[0] + last[0, 2] * hidden[1])


def deep_from_two_layers(settings):
    assert len(deep_network(settings).model.hidden) > 1


def shallow_with_one(settings):
    assert len(deep_network(settings).model.hidden) == 1


def line_of_the_network(settings):
    assert deep_network(settings).apart(X_RANGE) < 1e-12
    straight = settings.model_copy(update={"inner_activation": "none"})
    assert deep_network(straight).off_line(X_RANGE) == 0.0


def no_neuron_passes_its_bend(settings):
    outputs = deep_network(settings).outputs(X_RANGE)
    assert np.abs(np.diff(outputs, 2)).max() < 1e-9 * max(1.0, np.abs(outputs).max())


def weights_can_make_a_curve(settings):
    bent = [settings.model_copy(update={"inner_activation": name}) for name in BENDING]
    assert any(deep_network(at).off_line(X_RANGE) > 0.0 for at in bent)


@cache
def most_bends(layers, neurons):
    x, most = np.linspace(-3.5, 3.5, 2001), 0
    for seed in range(40):
        settings = NeuronSettings(inner_activation="ReLU", hidden_layers=layers, neurons=neurons, seed=seed)
        y = deep_network(settings).outputs(x)
        bent = np.abs(np.diff(y, 2)) > 1e-7 * max(1.0, np.abs(y).max())
        most = max(most, np.count_nonzero(bent[1:] & ~bent[:-1]))
    return most


@once
def more_bends():
    by_layers = [most_bends(layers, 4) for layers in (1, 2, 4, 8)]
    by_neurons = [most_bends(3, neurons) for neurons in (1, 2, 4, 8)]
    assert np.all(np.diff(by_layers) > 0)
    assert np.all(np.diff(by_neurons) > 0)
    straight = NeuronSettings(hidden_layers=8, neurons=8)
    assert deep_network(straight).off_line(X_RANGE) == 0.0


def within_a_thousandth(settings):
    assert 0.0 < deep_network(settings).off_line(X_RANGE) < 1e-3
