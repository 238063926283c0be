"""Finite differences: the slope of a function from its values alone, the judge of every derived gradient."""

from collections.abc import Callable

import numpy as np

from nnviz.core.types import FloatArray

STEP = 6e-6
"""About the cube root of the double's rounding error: there truncation (h²) and cancellation (ε/h) cost the same."""


def central_differences(function: Callable[[FloatArray], float], x: FloatArray, step: float = STEP) -> FloatArray:
    """∂f/∂xⱼ ≈ (f(x + h·eⱼ) − f(x − h·eⱼ)) / 2h for each element of x (any shape), with h = step.

    The difference of the two points as they are in floating point divides, not 2h as it is on paper.
    """
    slopes = np.empty(x.shape)
    for place in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[place] += step
        below[place] -= step
        slopes[place] = (function(above) - function(below)) / (above[place] - below[place])
    return slopes
