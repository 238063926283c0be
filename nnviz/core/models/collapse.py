"""A network without activations is a linear model: its layers, multiplied out."""

import numpy as np

from nnviz.core.models.network import Network
from nnviz.core.types import FloatArray


def collapsed_layers(model: Network, weights: FloatArray) -> list[FloatArray]:
    """Every layer's outputs as linear functions of the features: row j of layer ℓ is neuron j's bias and weights.

    A₀ = [0 | I], A_ℓ = [b_ℓ | 0] + W_ℓ·A_{ℓ−1}, each (n_outputs, 1 + n_features), for weights (P,).
    Raises ValueError when the model has an activation.
    """
    if model.hidden and model.activation != "none":
        raise ValueError(f"a network with {model.activation} does not collapse")
    rows = np.hstack([np.zeros((model.n_features, 1)), np.eye(model.n_features)])
    found = []
    for layer, W in zip(model.layers, model.views(weights), strict=True):
        rows = W[:, layer.bias :] @ rows
        if layer.bias:
            rows[:, 0] += W[:, 0]
        found.append(rows)
    return found


def collapsed_weights(model: Network, weights: FloatArray) -> FloatArray:
    """The weights (1 + n_features,), bias first, of the linear model that the network computes."""
    row: FloatArray = collapsed_layers(model, weights)[-1][0]
    return row
