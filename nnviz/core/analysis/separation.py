"""Whether a threshold on one feature parts two classes, in which case the logistic model has no best weights."""

import numpy as np

from nnviz.core.types import FloatArray


def separating_gap(x: FloatArray, y: FloatArray) -> tuple[float, float] | None:
    """The interval of thresholds with one class below and the other above, or None when the classes overlap.

    Each threshold in it fits better and better as the weights grow: the log loss falls to 0, or at least ever on where
    both classes touch in one point, and no finite weights are best (Albert and Anderson 1984). With one class only,
    the interval has an infinite end.

    x (n_samples,), y (n_samples,) of 0.0 and 1.0.
    """
    ends = [_range(x[y == label]) for label in (0.0, 1.0)]
    for (_, below), (above, _) in (ends, ends[::-1]):
        if below <= above:
            return below, above
    return None


def _range(values: FloatArray) -> tuple[float, float]:
    """The least and the largest value; of no values (∞, −∞), which lie on the right side of everything."""
    return (float(values.min()), float(values.max())) if values.size else (np.inf, -np.inf)
