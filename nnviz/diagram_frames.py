"""What a network diagram shows of recorded weights: the width of every edge as a byte, and the weights themselves."""

import numpy as np

from nnviz.core.types import FloatArray, IntArray
from nnviz.figures.network_diagram import FULL_WIDTH
from nnviz.lesson import Keyframes
from nnviz.training_frames import glimpse


def edge_keyframes(step: IntArray, weights: FloatArray, widest: float) -> dict[str, Keyframes]:
    """Edge widths of the weights (K, n_edges) at step (K,): √(|w| / widest) of the full width, by sign.

    A weight of `widest` or more has the full width. Undefined weights have none.
    """
    share = np.sqrt(np.minimum(np.abs(np.nan_to_num(weights)) / widest, 1.0))
    width = np.rint(FULL_WIDTH * share).astype(np.uint8)
    shown = {
        "edges_positive": np.where(weights > 0.0, width, 0).astype(np.uint8),
        "edges_negative": np.where(weights < 0.0, width, 0).astype(np.uint8),
        "edge_weights": glimpse(weights),
    }
    return {name: Keyframes(step, values) for name, values in shown.items()}
