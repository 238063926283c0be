"""Which of K classes a model says at every point, how surely, and where exactly one class gives way to another."""

import numpy as np

from nnviz.core.types import FloatArray


def margins(z: FloatArray) -> FloatArray:
    """The lead zₖ − max of the other z, for numbers (..., K, n): above 0 where class k is said, 0 on its border.

    Of logits it is, beside a border of two classes, the difference of these two: for a linear model linear, so that
    its contour at 0 is exact. Of probabilities it says how sure the model is, from 0 (undecided) to 1.
    """
    ordered = np.sort(z, axis=-2)
    first, second = ordered[..., -1:, :], ordered[..., -2:-1, :]
    found: FloatArray = z - np.where(np.arange(z.shape[-2])[:, None] == z.argmax(axis=-2)[..., None, :], second, first)
    return found
