"""From logits to the probabilities of K classes, without overflow: logits (..., K, n), a column for each example."""

import numpy as np
from scipy.special import log_expit

from nnviz.core.types import FloatArray


def softmax(z: FloatArray) -> FloatArray:
    """pₖ = e^zₖ / Σⱼ e^zⱼ of logits (..., K, n): the largest is subtracted first, which changes no probability."""
    return softmax_into(z, np.empty_like(z))


def softmax_into(z: FloatArray, out: FloatArray) -> FloatArray:
    """The softmax of z (..., K, n), written into `out`: no exponent is above 0, and no sum below 1."""
    np.subtract(z, np.maximum.reduce(z, axis=-2, keepdims=True), out)
    np.exp(out, out)
    return np.divide(out, np.add.reduce(out, axis=-2, keepdims=True), out)


def naive_softmax(z: FloatArray) -> FloatArray:
    """The same as it is written: ∞/∞ = NaN from a logit of 709.79 on, 0/0 = NaN where all are below −745.13."""
    with np.errstate(all="ignore"):
        powers = np.exp(z)
        probabilities: FloatArray = powers / np.add.reduce(powers, axis=-2, keepdims=True)
    return probabilities


def log_sum_exp(z: FloatArray) -> FloatArray:
    """The logarithm of Σₖ e^zₖ, as m + ln(1 + Σ e^(zₖ − m)) over all but the largest, m: (..., K, n) -> (..., n)."""
    m, rest = _largest_and_rest(z)
    total: FloatArray = m + rest
    return total


def cross_entropy(z: FloatArray, Y: FloatArray) -> FloatArray:
    """The loss ln Σⱼ e^zⱼ − z_y in nats, of logits (..., K, n) and classes as columns of 0 and one 1, (K, n): (..., n).

    Where the right class has the largest logit it is ln(1 + Σ e^(zₖ − z_y)) over the others: the smallest rest is kept.
    """
    m, rest = _largest_and_rest(z)
    # Zero times an infinite logit would be NaN, so what is wrong is left out of the sum, not multiplied away.
    right = np.add.reduce(np.where(Y == 1.0, z, 0.0), axis=-2)
    values: FloatArray = (m - right) + rest
    return values


def _largest_and_rest(z: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The largest logit m (..., n), and ln(1 + Σ e^(zₖ − m)) over all others."""
    largest = z.argmax(axis=-2, keepdims=True)
    m = np.take_along_axis(z, largest, axis=-2)
    powers = np.exp(z - m)
    np.put_along_axis(powers, largest, np.where(np.isnan(m), np.nan, 0.0), axis=-2)
    return m[..., 0, :], np.log1p(np.add.reduce(powers, axis=-2))


def one_against_rest(z: FloatArray) -> FloatArray:
    """pₖ = σ(zₖ) / Σⱼ σ(zⱼ): K answers "this class or another", divided by their sum: (..., K, n)."""
    return softmax(log_expit(z))


def one_hot(labels: FloatArray, n_classes: int) -> FloatArray:
    """Classes 0.0 ... K − 1.0 (n,) as columns of zeros with a 1 in the row of the class: (K, n)."""
    Y: FloatArray = (np.arange(n_classes)[:, None] == labels).astype(np.float64)
    return Y
