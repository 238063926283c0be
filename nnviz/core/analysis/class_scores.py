"""Scores of K classes from probabilities: who is right, who is taken for whom, whether "90 % sure" is right in 90 %.

Probabilities are (..., K, n), a column for each example; classes y (n,) are numbers from 0 to K − 1.
"""

from typing import NamedTuple

import numpy as np

from nnviz.core.analysis.metrics import accuracy
from nnviz.core.objectives.losses import Loss
from nnviz.core.types import FloatArray, IntArray

N_BINS = 10


def class_accuracy(y: FloatArray, p: FloatArray) -> FloatArray:
    """The share of examples whose largest number is that of their class: (...); NaN where a number is NaN."""
    right: FloatArray = (p.argmax(axis=-2) == y).mean(axis=-1)
    return np.where(np.isnan(p).any(axis=(-2, -1)), np.nan, right)


def share_right(loss: Loss, outputs: FloatArray, y: FloatArray) -> FloatArray:
    """The `accuracy` of a model with one output (..., n), or the `class_accuracy` of one with K outputs (..., K, n)."""
    score = class_accuracy if loss.of_classes else accuracy
    return score(y, loss.predict(outputs))


def confusion_counts(y: FloatArray, p: FloatArray) -> IntArray:
    """How many examples of class i (row) are called j (column): (..., K, K)."""
    n_classes = p.shape[-2]
    cells = (n_classes * y + p.argmax(axis=-2)).astype(np.int64)
    counts: IntArray = (cells[..., None, :] == np.arange(n_classes**2)[:, None]).sum(axis=-1)
    return counts.reshape((*p.shape[:-2], n_classes, n_classes))


class Reliability(NamedTuple):
    """By bins of equal width over the largest probability: their mean, how often they are right, how many (..., bins).

    Mean and share are NaN in a bin without an example.
    """

    confidence: FloatArray
    accuracy: FloatArray
    size: IntArray

    @property
    def calibration_error(self) -> FloatArray:
        """The expected calibration error Σ (n_b/n)·|accuracy − confidence|: (...).

        Guo et al. (2017), On Calibration of Modern Neural Networks.
        """
        gaps = np.where(self.size > 0, np.abs(self.accuracy - self.confidence), 0.0)
        total: FloatArray = (self.size * gaps).sum(axis=-1) / self.size.sum(axis=-1)
        return total


def reliability(y: FloatArray, p: FloatArray, n_bins: int = N_BINS) -> Reliability:
    """How often the class with the largest probability is right, by how large that probability is."""
    top, right = p.max(axis=-2), p.argmax(axis=-2) == y
    place = np.minimum((np.nan_to_num(top) * n_bins).astype(np.int64), n_bins - 1)
    inside = place[..., None, :] == np.arange(n_bins)[:, None]
    count = inside.sum(axis=-1)
    with np.errstate(invalid="ignore"):
        confidence, accuracy = ((inside * part[..., None, :]).sum(axis=-1) / count for part in (top, right))
    return Reliability(confidence, accuracy, count)
