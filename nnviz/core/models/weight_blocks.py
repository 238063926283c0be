"""Many weight vectors at once, but only so many that their outputs stay in a core's cache."""

from collections.abc import Iterator

from nnviz.core.models.network import Network

BLOCK_BYTES = 262_144
"""Outputs of the widest layer computed at once: a quarter of a megabyte. Ten times more is half as fast."""


def blocks(n_weights: int, model: Network, n_samples: int, itemsize: int = 8) -> Iterator[slice]:
    """Consecutive slices of range(n_weights), each as long as its outputs on n_samples examples fit the cache.

    A number has itemsize bytes.
    """
    widest = max((*model.hidden, model.n_outputs))
    length = max(1, BLOCK_BYTES // (n_samples * widest * itemsize))
    for start in range(0, n_weights, length):
        yield slice(start, min(start + length, n_weights))
