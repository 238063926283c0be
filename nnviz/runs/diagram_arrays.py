"""What a network diagram shows of recorded weights: the width of every edge as a byte, and the weights themselves."""

import numpy as np
from numpy.typing import NDArray

from nnviz.core.types import FloatArray
from nnviz.runs.arrays import to_float32
from nnviz.runs.protocol import Array

FULL_WIDTH = 255
"""What the width of the widest edge is recorded as: the largest byte."""


def quantise(values: FloatArray) -> NDArray[np.float32]:
    """The values with three significant digits: bits that say nothing are 0, so that they travel for nothing."""
    single = np.asarray(to_float32(values), dtype=np.float32)
    rounded: NDArray[np.float32] = ((single.view(np.int32) + 0x0800) & ~0x0FFF).view(np.float32)
    return np.where(np.isfinite(single), rounded, single)


def edges(weights: FloatArray, widest: float) -> dict[str, Array]:
    """Edge widths of the weights (K, n_edges): √(|w| / widest) of the full width, by sign.

    A weight of `widest` or more has the full width. Undefined weights have none.
    """
    share = np.sqrt(np.minimum(np.abs(np.nan_to_num(weights)) / widest, 1.0))
    width = np.rint(FULL_WIDTH * share).astype(np.uint8)
    return {
        "edges_positive": np.where(weights > 0.0, width, 0).astype(np.uint8),
        "edges_negative": np.where(weights < 0.0, width, 0).astype(np.uint8),
        "edge_weights": quantise(weights),
    }
