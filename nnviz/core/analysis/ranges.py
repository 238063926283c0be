"""Ranges for axes: wide enough for what is to be seen, with a margin."""

import numpy as np

from nnviz.core.types import FloatArray


def padded_range(values: FloatArray, margin: float = 0.1, least_width: float = 0.0) -> tuple[float, float]:
    """The range of the finite values, widened on both sides by `margin` of its width.

    It is at least `least_width` wide before that; equal values and a least_width of 0 give a width of 1. Values that
    are not finite are left out (a run that diverged); (−½, ½) is the range of nothing.
    """
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    # Halved before the subtraction, so that no two floats overflow it.
    half_width = max(high / 2.0 - low / 2.0, least_width / 2.0) or 0.5
    centre = high / 2.0 + low / 2.0
    reach = half_width * (1.0 + 2.0 * margin)
    return centre - reach, centre + reach
