"""Scores that people read beside the loss, from predictions; over leading axes of recorded steps or runs."""

from collections.abc import Callable

import numpy as np

from nnviz.core.types import FloatArray


def accuracy(y: FloatArray, predicted: FloatArray) -> FloatArray:
    """The share of examples on the right side of one half: ŷ ≥ ½ counts as label 1.

    y (n,) of 0.0 and 1.0, predicted (..., n) -> (...). NaN where a prediction is NaN, as after a divergence.
    """
    right = (predicted >= 0.5) == (y == 1.0)
    return np.where(np.isnan(predicted).any(axis=-1), np.nan, right.mean(axis=-1))


def r_squared(y: FloatArray, predicted: FloatArray) -> FloatArray:
    """The share of the variance explained, R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)².

    y (n,), predicted (..., n) -> (...). It is below 0 where the mean of y would predict better, and NaN, because
    undefined, where all y are equal.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        unexplained: FloatArray = ((y - predicted) ** 2).sum(axis=-1)
    if np.ptp(y) == 0.0:
        return np.full_like(unexplained, np.nan)
    total = float(((y - y.mean()) ** 2).sum())
    return 1.0 - unexplained / total


METRICS: dict[str, Callable[[FloatArray, FloatArray], FloatArray]] = {"accuracy": accuracy, "R²": r_squared}

METRIC_OF_TASK: dict[str, str] = {"classification": "accuracy", "regression": "R²"}
"""The word of the score that suits a task."""
