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


def is_quasi_separated(x: FloatArray, y: FloatArray) -> bool:
    """Whether the classes touch in one x, where examples of both are, which no threshold parts."""
    gap = separating_gap(x, y)
    return gap is not None and gap[0] == gap[1] and len(set(y[x == gap[0]])) == 2


def least_loss(x: FloatArray, y: FloatArray) -> float:
    """The log loss that weights without end come near to: Σ of the entropy of the labels in the point where they touch.

    0 where a threshold parts the classes without an error. L = (m/N)·H(share) for m examples in that point.
    """
    if not is_quasi_separated(x, y):
        return 0.0
    there = y[x == separating_gap(x, y)[0]]  # type: ignore[index]
    return float(len(there) / len(y) * entropy_of_share(float(there.mean())))


def entropy_of_share(share: float) -> float:
    """−p ln p − (1 − p) ln(1 − p) of labels of which a share p is 1, in nats: the log loss of the best constant."""
    p = np.array([share, 1.0 - share])
    return float(-np.sum(np.log(p, out=np.zeros(2), where=p > 0.0) * p))


def _range(values: FloatArray) -> tuple[float, float]:
    """The least and the largest value; of no values (∞, −∞), which lie on the right side of everything."""
    return (float(values.min()), float(values.max())) if values.size else (np.inf, -np.inf)
