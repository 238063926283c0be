"""Losses: how wrong the model's last linear output z is about y.

A loss owns its link: squared error predicts z itself, log loss predicts σ(z). So the logarithm of a probability is
never taken, and log loss is exact at any logit.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from nnviz.core.types import FloatArray


@dataclass(frozen=True)
class Loss:
    """L = (1/n) Σᵢ ℓ(zᵢ, yᵢ) where `averages`, else L = Σᵢ ℓ(zᵢ, yᵢ); the examples are the last axis.

    `value` is ℓ per example, `derivative` is ∂ℓ/∂z per example, `predict` is the link, z to ŷ.
    """

    value: Callable[[FloatArray, FloatArray], FloatArray]  # (z, y) -> per example
    derivative: Callable[[FloatArray, FloatArray, FloatArray], FloatArray]  # (z, y, out) -> out
    predict: Callable[[FloatArray], FloatArray]
    averages: bool = True

    def of_batch(self, z: FloatArray, y: FloatArray) -> FloatArray:
        """L of outputs z (..., n) and targets y broadcastable to it: (...)."""
        values = self.value(z, y)
        total: FloatArray = np.add.reduce(values, axis=-1)
        return total / values.shape[-1] if self.averages else total

    def share(self, n: int) -> FloatArray:
        """The weight of one of n examples in L, 1/n or 1: (), an array because the steps multiply arrays with it."""
        return np.array(1.0 / n if self.averages else 1.0)

    def d_output(self, z: FloatArray, y: FloatArray, share: FloatArray, out: FloatArray) -> FloatArray:
        """∂L/∂z = share·∂ℓ/∂z, written into `out`, with the share of one of these examples."""
        return np.multiply(self.derivative(z, y, out), share, out)


def identity(z: FloatArray) -> FloatArray:
    """ŷ = z."""
    return z


def sigmoid(z: FloatArray) -> FloatArray:
    """ŷ = σ(z), the probability of label 1."""
    probability: FloatArray = expit(z)
    return probability


def squared_error(z: FloatArray, y: FloatArray) -> FloatArray:
    """(z − y)²."""
    residual = z - y
    return np.multiply(residual, residual, residual)


def squared_error_derivative(z: FloatArray, y: FloatArray, out: FloatArray) -> FloatArray:
    """2(z − y)."""
    np.subtract(z, y, out)
    return np.add(out, out, out)


def log_loss(z: FloatArray, y: FloatArray) -> FloatArray:
    """−y ln σ(z) − (1 − y) ln(1 − σ(z)) = max(z, 0) − yz + ln(1 + e^−|z|), in nats."""
    values = np.abs(z)
    np.log1p(np.exp(np.negative(values, values), values), values)  # ln(1 + e^−|z|), in place
    linear = np.maximum(z, 0.0)
    linear -= y * z  # exactly 0 where the label is right, so that the small rest is kept
    return np.add(values, linear, values)


def log_loss_derivative(z: FloatArray, y: FloatArray, out: FloatArray) -> FloatArray:
    """σ(z) − y."""
    expit(z, out)
    return np.subtract(out, y, out)


def probability_error(z: FloatArray, y: FloatArray) -> FloatArray:
    """(σ(z) − y)²."""
    return squared_error(expit(z), y)


def probability_error_derivative(z: FloatArray, y: FloatArray, out: FloatArray) -> FloatArray:
    """2(σ(z) − y)·σ(z)(1 − σ(z)): the factor σ′ makes a neuron that is surely wrong learn slowly."""
    half_probability_error_derivative(z, y, out)
    return np.add(out, out, out)


def half_probability_error(z: FloatArray, y: FloatArray) -> FloatArray:
    """½(σ(z) − y)²."""
    return 0.5 * probability_error(z, y)


def half_probability_error_derivative(z: FloatArray, y: FloatArray, out: FloatArray) -> FloatArray:
    """(σ(z) − y)·σ(z)(1 − σ(z))."""
    expit(z, out)
    slope = out * (1.0 - out)
    np.subtract(out, y, out)
    return np.multiply(out, slope, out)


LOSSES: dict[str, Loss] = {
    "mean squared error": Loss(squared_error, squared_error_derivative, identity),
    "log loss": Loss(log_loss, log_loss_derivative, sigmoid),
    "squared error of the probability": Loss(probability_error, probability_error_derivative, sigmoid),
    # The notebook's networks drop every constant factor of the gradient: these are the losses that they descend.
    "summed log loss": Loss(log_loss, log_loss_derivative, sigmoid, averages=False),
    "half the summed squared error of the probability": Loss(
        half_probability_error, half_probability_error_derivative, sigmoid, averages=False
    ),
}
