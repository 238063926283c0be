"""How much chance decides: the final weights of many runs that differ in their shuffles alone."""

from collections.abc import Sequence

import numpy as np

from nnviz.core.types import FloatArray, IntArray


def shuffles(generator: np.random.Generator, n_epochs: int, n_samples: int, n_runs: int) -> IntArray:
    """Independent random orders of all examples, one per epoch and run: (n_epochs, n_samples, n_runs)."""
    ordered = np.broadcast_to(np.arange(n_samples), (n_epochs, n_runs, n_samples))
    return np.ascontiguousarray(generator.permuted(ordered, axis=-1).mT)


def final_weights(
    maps: FloatArray, batch_sizes: Sequence[int], orders: Sequence[IntArray], start: FloatArray
) -> FloatArray:
    """The weights (B, R, P) after all epochs of runs from `start`, (P,) or (B, R, P), for every batch size.

    maps (P, 1 + P, n) are the steps of the examples (`affine.example_maps`); each of the orders (n, R) is that of the
    examples in an epoch of every run, the same for all batch sizes; a shorter one ends before its epoch does. A last
    batch may be smaller. Weights of runs that diverge are not finite, or very large.
    """
    n_runs = orders[0].shape[-1]
    weights = np.empty((len(batch_sizes), maps.shape[0], n_runs))  # (B, P, R)
    weights[:] = start[:, None] if start.ndim == 1 else start.mT
    with np.errstate(all="ignore"):  # a run may diverge
        for order in orders:
            visits = maps.take(order, axis=-1)
            for of_size, batch_size in zip(weights, batch_sizes, strict=True):
                _walk(_of_batches(visits, batch_size), of_size)
    return weights.mT


def _walk(maps: FloatArray, weights: FloatArray) -> None:
    """Takes the weights (P, R) through the steps (P, 1 + P, n_steps, R) of an epoch, in place."""
    products = np.empty((len(weights), *weights.shape))
    for constant, slopes in zip(maps[:, 0].swapaxes(0, 1), maps[:, 1:].transpose(2, 0, 1, 3), strict=True):
        np.multiply(slopes, weights, products)
        np.add.reduce(products, axis=1, out=weights)
        np.add(weights, constant, weights)


def _of_batches(maps: FloatArray, batch_size: int) -> FloatArray:
    """Means of maps (P, 1 + P, n, R) over consecutive batches: (P, 1 + P, n_steps, R)."""
    if batch_size == 1:
        return maps
    n_samples = maps.shape[2]
    starts = np.arange(0, n_samples, batch_size)
    n_rows = np.diff(np.append(starts, n_samples))
    means: FloatArray = np.add.reduceat(maps, starts, axis=2) / n_rows[:, None]
    return means
