"""What goes on inside a network at inference: the sums and the activations of its hidden neurons."""

from typing import NamedTuple

from nnviz.core.models.network import NOTHING, Network
from nnviz.core.types import FloatArray, Memory


class HiddenLayer(NamedTuple):
    """What enters a hidden layer's activation, z, and what leaves the layer, a: (..., n_neurons, n).

    Without batch normalisation z are the weighted sums and a = φ(z); before the activation it makes z, after it a.
    """

    z: FloatArray
    a: FloatArray


def hidden_layers(model: Network, weights: FloatArray, X: FloatArray, memory: Memory = NOTHING) -> list[HiddenLayer]:
    """The hidden layers of weights (..., P) at X (n, n_features), from the first to the last.

    A normalised network needs the memory (..., k) that belongs to the weights.
    """
    layers: list[HiddenLayer] = []
    a = X.T
    normals = model.normals(weights, memory)
    bound = zip(model.layers[:-1], model.views(weights), model.dropout_rates, normals, strict=False)
    for depth, (layer, W, rate, normal) in enumerate(bound):
        if rate and not model.inverted_dropout:
            a = a * (1.0 - rate)
        z = W[..., layer.bias :] @ a
        if layer.bias:
            z += W[..., :1]
        layers.append(HiddenLayer(*model.activated(depth, z, normal)))
        a = layers[-1].a
    return layers
