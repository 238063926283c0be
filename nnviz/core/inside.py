"""What goes on inside a network at inference: the sums and the activations of its hidden neurons."""

from typing import NamedTuple

import numpy as np

from nnviz.core.activations import ACTIVATIONS
from nnviz.core.models import Network
from nnviz.core.types import FloatArray


class HiddenLayer(NamedTuple):
    """A hidden layer's sums z and activations a = φ(z): (..., n_neurons, n)."""

    z: FloatArray
    a: FloatArray


def hidden_layers(model: Network, weights: FloatArray, X: FloatArray) -> list[HiddenLayer]:
    """The hidden layers of weights (..., P) at X (n, n_features), from the first to the last."""
    layers: list[HiddenLayer] = []
    activation = ACTIVATIONS[model.activation]
    a = X.T
    for layer, W, rate in zip(model.layers[:-1], model.views(weights), model.dropout_rates, strict=False):
        if rate and not model.inverted_dropout:
            a = a * (1.0 - rate)
        z = W[..., layer.bias :] @ a
        if layer.bias:
            z += W[..., :1]
        a = activation.value(z, np.empty_like(z))
        layers.append(HiddenLayer(z, a))
    return layers
