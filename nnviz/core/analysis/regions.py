"""What a model predicts across its features: the fitted curve over one feature, the region over a plane of two."""

from typing import NamedTuple

import numpy as np

from nnviz.core.models.network import NOTHING, Network
from nnviz.core.models.weight_blocks import blocks
from nnviz.core.objectives.losses import Loss
from nnviz.core.types import FloatArray, Memory


class PlaneGrid(NamedTuple):
    """A rectangular grid over two features: its axes x (n,) and y (n,), and its points X (n·n, 2), row by row of y."""

    x: FloatArray
    y: FloatArray
    X: FloatArray


def plane_grid(x_range: tuple[float, float], y_range: tuple[float, float], n: int) -> PlaneGrid:
    """The n × n points over a rectangle, its border included."""
    x, y = np.linspace(*x_range, n), np.linspace(*y_range, n)
    return PlaneGrid(x, y, np.column_stack([np.tile(x, n), np.repeat(y, n)]))


def outputs(model: Network, weights: FloatArray, X: FloatArray, memory: Memory = NOTHING) -> FloatArray:
    """Outputs (..., n) of weights (..., P) at X (n, n_features), or (n,) values of one feature: a classifier's logits.

    Of a model with K outputs they are (..., K, n). NaN where weights are not finite. A normalised network needs the
    memory (..., k) that belongs to the weights.
    """
    X = X.reshape(len(X), -1)
    flat = weights.reshape(-1, weights.shape[-1])
    kept = {name: array.reshape(-1, array.shape[-1]) for name, array in memory.items()}
    found = np.empty((len(flat), *model.output_shape, len(X)))
    with np.errstate(over="ignore", invalid="ignore"):
        for block in blocks(len(flat), model, len(X)):
            of_block = {name: array[block] for name, array in kept.items()}
            found[block] = model.outputs(flat[block], X, of_block)
    return found.reshape(*weights.shape[:-1], *found.shape[1:])


def predictions(model: Network, loss: Loss, weights: FloatArray, X: FloatArray, memory: Memory = NOTHING) -> FloatArray:
    """Predictions ŷ (..., n) of weights (..., P) at X, which the loss's link makes from the `outputs`."""
    with np.errstate(over="ignore", invalid="ignore"):
        return loss.predict(outputs(model, weights, X, memory))


def region_outputs(model: Network, weights: FloatArray, grid: PlaneGrid, memory: Memory = NOTHING) -> FloatArray:
    """Outputs on the grid for weights (..., P): (..., n, n), indexed [..., y, x] as contour plots want it."""
    found = outputs(model, weights, grid.X, memory)
    return found.reshape(*found.shape[:-1], len(grid.y), len(grid.x))
