"""Decisions from probabilities: the confusion matrix at a threshold, and the ROC curve over all of them."""

from typing import NamedTuple

import numpy as np

from nnviz.core.types import FloatArray, IntArray


class Rates(NamedTuple):
    """The share of label 0, and of label 1, that is called 1; NaN where there is no such label."""

    false_positive: FloatArray
    true_positive: FloatArray


def confusion(y: FloatArray, predicted: FloatArray, thresholds: FloatArray) -> IntArray:
    """Counts of true negatives, false positives, false negatives and true positives, in this order.

    An example is called 1 when its probability is at least the threshold.
    y (n,) of 0.0 and 1.0, predicted (..., n), thresholds (T,) -> (..., T, 4).
    """
    called = predicted[..., None, :] >= thresholds[:, None]
    true_positive = (called & (y == 1.0)).sum(axis=-1)
    false_positive = (called & (y == 0.0)).sum(axis=-1)
    n_positive = int((y == 1.0).sum())
    counts = [len(y) - n_positive - false_positive, false_positive, n_positive - true_positive, true_positive]
    return np.stack(counts, axis=-1).astype(np.int64)


def rates(counts: IntArray) -> Rates:
    """The rates of confusion counts (..., 4): (...)."""
    true_negative, false_positive, false_negative, true_positive = np.moveaxis(counts.astype(np.float64), -1, 0)
    with np.errstate(invalid="ignore"):  # 0/0 is undefined, and NaN says so
        return Rates(
            false_positive / (false_positive + true_negative), true_positive / (true_positive + false_negative)
        )


def scores(counts: IntArray) -> FloatArray:
    """Accuracy, precision, recall and specificity of confusion counts (..., 4): (..., 4), NaN where undefined."""
    true_negative, false_positive, false_negative, true_positive = np.moveaxis(counts.astype(np.float64), -1, 0)
    with np.errstate(invalid="ignore"):
        return np.stack(
            [
                (true_negative + true_positive) / counts.sum(axis=-1),
                true_positive / (true_positive + false_positive),
                true_positive / (true_positive + false_negative),
                true_negative / (true_negative + false_positive),
            ],
            axis=-1,
        )


def roc_curve(y: FloatArray, predicted: FloatArray) -> Rates:
    """The rates as the threshold falls past one prediction after the other: y (n,), predicted (..., n) -> (..., n + 1).

    The curve begins at (0, 0), above all predictions. Equal predictions pass the threshold together, so they share the
    point at the end of their group.
    """
    order = np.argsort(-predicted, axis=-1, kind="stable")
    descending, labels = np.take_along_axis(predicted, order, axis=-1), y[order]
    last = np.ones(predicted.shape, dtype=bool)
    last[..., :-1] = descending[..., 1:] < descending[..., :-1]
    # The place of the next end of a group, seen from every place.
    places = np.where(last, np.arange(predicted.shape[-1]), predicted.shape[-1])
    ends = np.minimum.accumulate(places[..., ::-1], axis=-1)[..., ::-1]
    return Rates(*(_share_passed(called, ends) for called in (1.0 - labels, labels)))


def _share_passed(labels: FloatArray, ends: IntArray) -> FloatArray:
    passed = np.take_along_axis(np.cumsum(labels, axis=-1), ends, axis=-1)
    with np.errstate(invalid="ignore"):
        share = np.concatenate([np.zeros_like(passed[..., :1]), passed], axis=-1) / passed[..., -1:]
    return np.asarray(share)


def area_under_curve(curve: Rates) -> FloatArray:
    """The area under a ROC curve by trapezia: (..., m) -> (...).

    It is the probability that a random example of label 1 is ranked above one of label 0, ties counting half.
    """
    return np.asarray(np.trapezoid(curve.true_positive, curve.false_positive, axis=-1))
