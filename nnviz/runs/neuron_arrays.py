"""What a living network shows of recorded weights beside its edges: what every neuron says over the features."""

import numpy as np
from numpy.typing import NDArray

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.models.network import Network
from nnviz.core.types import FloatArray
from nnviz.runs.arrays import percent
from nnviz.runs.diagram_arrays import quantise
from nnviz.runs.protocol import Array

GAP = 125
"""What stands between two pictures of one image: beyond all percentages."""


def signed_percent(shares: FloatArray) -> NDArray[np.uint8]:
    """Shares from −1 to 1 as 0 to 100; what is undefined is 50, neither + nor −."""
    return percent(0.5 + 0.5 * shares)


def as_curves(shares: FloatArray) -> Array:
    """Shares (K, neurons, n) as 0 to 100 in one row (K, neurons · n), which a line needs more finely than a colour."""
    inside = np.clip(np.nan_to_num(shares, nan=0.0), -1.0, 1.0)
    return quantise(50.0 + 50.0 * inside.reshape(len(shares), -1))


def hidden_shares(model: Network, weights: FloatArray, X: FloatArray) -> list[FloatArray]:
    """What each hidden layer says at X (n, n_features), as shares of the largest: (K, n_neurons, n).

    The largest is that of the activation where it is bounded, else that of the neuron at these points.
    """
    low, high = ACTIVATIONS[model.activation].bounds
    with np.errstate(over="ignore", invalid="ignore"):
        layers = hidden_layers(model, weights, X)
        return [_shares(layer.a, max(abs(low), abs(high))) for layer in layers]


def _shares(a: FloatArray, bound: float) -> FloatArray:
    largest = bound if np.isfinite(bound) else np.abs(a).max(axis=-1, keepdims=True)
    found: FloatArray = a / np.where(largest > 0.0, largest, 1.0)
    return found


def stacked(pictures: NDArray[np.uint8], gap: int) -> NDArray[np.uint8]:
    """Pictures (..., n, rows, columns) as one image, the last at the bottom, with rows of GAP between them.

    Rows of an image count upwards: (..., n · rows + (n − 1) · gap, columns).
    """
    *leading, n, rows, columns = pictures.shape
    spaced = np.full((*leading, n, rows + gap, columns), GAP, dtype=np.uint8)
    spaced[..., :rows, :] = pictures[..., ::-1, :, :]
    return spaced.reshape(*leading, n * (rows + gap), columns)[..., : n * (rows + gap) - gap, :]
