"""How much chance decides: the final weights of many runs that differ in their shuffles alone."""

from collections.abc import Sequence

import numpy as np

from nnviz.core.training.affine_maps import composed
from nnviz.core.types import FloatArray, IntArray

LANES = 1000  # walked side by side: enough that a call of NumPy costs little, few enough for the cache


def shuffles(generator: np.random.Generator, n_epochs: int, n_samples: int, n_runs: int) -> IntArray:
    """Independent random orders of all examples, one per epoch and run: (n_epochs, n_samples, n_runs)."""
    ordered = np.broadcast_to(np.arange(n_samples), (n_epochs, n_runs, n_samples))
    return np.ascontiguousarray(generator.permuted(ordered, axis=-1).mT)


def final_weights(
    maps: FloatArray, batch_sizes: Sequence[int], orders: Sequence[IntArray], start: FloatArray
) -> FloatArray:
    """The weights (B, R, P) after all epochs of runs from `start` (P,), for every batch size.

    maps (P, 1 + P, n) are the steps of the examples (`affine.example_maps`); each of the orders (n, R) is that of the
    examples in an epoch of every run, the same for all batch sizes; a shorter one ends before its epoch does. A last
    batch may be smaller. Weights of runs that diverge are not finite, or very large.
    """
    weights = np.tile(start[:, None], (len(batch_sizes), 1, orders[0].shape[-1]))  # (B, P, R)
    with np.errstate(all="ignore"):  # a run may diverge
        for order in orders:
            visits = maps.take(order, axis=-1)
            for of_size, batch_size in zip(weights, batch_sizes, strict=True):
                blocks = _composed_blocks(_of_batches(visits, batch_size))
                for block in range(blocks.shape[2]):
                    of_size[:] = blocks[:, 0, block] + (blocks[:, 1:, block] * of_size).sum(axis=1)
    return weights.mT


def _of_batches(maps: FloatArray, batch_size: int) -> FloatArray:
    """Means of maps (P, 1 + P, n, R) over consecutive batches: (P, 1 + P, n_steps, R)."""
    if batch_size == 1:
        return maps
    n_samples = maps.shape[2]
    starts = np.arange(0, n_samples, batch_size)
    n_rows = np.diff(np.append(starts, n_samples))
    means: FloatArray = np.add.reduceat(maps, starts, axis=2) / n_rows[:, None]
    return means


def _composed_blocks(maps: FloatArray) -> FloatArray:
    """The steps (P, 1 + P, n_steps, R) of an epoch as fewer, longer ones: (P, 1 + P, n_blocks, R)."""
    n_steps, n_runs = maps.shape[2:]
    n_blocks = max(n for n in range(1, 1 + max(1, LANES // n_runs)) if n_steps % n == 0)
    blocks = maps.reshape(*maps.shape[:2], n_blocks, n_steps // n_blocks, n_runs)
    return composed(blocks.swapaxes(2, 3))
