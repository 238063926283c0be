"""Which of K classes a model says at every point, how surely, and where exactly one class gives way to another."""

from itertools import combinations

import numpy as np

from nnviz.core.types import FloatArray

Range = tuple[float, float]


def margins(z: FloatArray) -> FloatArray:
    """The lead zₖ − max of the other z, for numbers (..., K, n): above 0 where class k is said, 0 on its border.

    Of logits it is, beside a border of two classes, the difference of these two: for a linear model linear, so that
    its contour at 0 is exact. Of probabilities it says how sure the model is, from 0 (undecided) to 1.
    """
    ordered = np.sort(z, axis=-2)
    first, second = ordered[..., -1:, :], ordered[..., -2:-1, :]
    found: FloatArray = z - np.where(np.arange(z.shape[-2])[:, None] == z.argmax(axis=-2)[..., None, :], second, first)
    return found


def straight_borders(W: FloatArray, x_range: Range, y_range: Range) -> FloatArray:
    """The borders of a linear model over two features, within a rectangle, as pieces of straight lines.

    For weights (S, K, 3), a row (b, w₁, w₂) for each class, the two ends of the piece of every pair of classes:
    (S, K(K − 1)/2, 2, 2), the last axis x and y. NaN where the two have no border there. On the line zᵢ = zⱼ every
    other logit, and each side of the rectangle, sets a bound on how far along it the border goes: an interval is left.
    """
    pieces = [_border(W, i, j, x_range, y_range) for i, j in combinations(range(W.shape[1]), 2)]
    return np.stack(pieces, axis=1)


def _border(W: FloatArray, i: int, j: int, x_range: Range, y_range: Range) -> FloatArray:
    """The piece of one pair: (S, 2, 2)."""
    d = W[:, i] - W[:, j]
    normal = d[:, 1:]
    with np.errstate(all="ignore"):  # no line without a difference: all is NaN then, and stays so
        foot = -d[:, :1] * normal / (normal**2).sum(axis=1, keepdims=True)
        along = np.stack([-normal[:, 1], normal[:, 0]], axis=1) / np.linalg.norm(normal, axis=1, keepdims=True)
        others = [W[:, i] - W[:, k] for k in range(W.shape[1]) if k not in {i, j}]
        levels = [o[:, 0] + (o[:, 1:] * foot).sum(axis=1) for o in others]
        slopes = [(o[:, 1:] * along).sum(axis=1) for o in others]
        for axis, (low, high) in enumerate((x_range, y_range)):
            levels += [foot[:, axis] - low, high - foot[:, axis]]
            slopes += [along[:, axis], -along[:, axis]]
        level, slope = np.stack(levels, axis=1), np.stack(slopes, axis=1)  # level + slope·t ≥ 0
        bound = -level / slope
        first = np.where(slope > 0.0, bound, -np.inf).max(axis=1)
        last = np.where(slope < 0.0, bound, np.inf).min(axis=1)
        there = (first < last) & ~((slope == 0.0) & (level < 0.0)).any(axis=1)
        t = np.where(there[:, None], np.stack([first, last], axis=1), np.nan)
        ends: FloatArray = foot[:, None] + t[:, :, None] * along[:, None]
    return ends
