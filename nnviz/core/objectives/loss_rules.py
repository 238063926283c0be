"""The rules of the losses: links, values and derivatives of z and y, and the values for automatic differentiation."""

import numpy as np
from scipy.special import expit

from nnviz.core.autodiff.reverse_mode import Variable, apply
from nnviz.core.types import FloatArray


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


def traced_squared_error(z: Variable, y: FloatArray) -> Variable:
    """(z − y)²."""
    return (z - y) ** 2


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


def traced_log_loss(z: Variable, y: FloatArray) -> Variable:
    """The stable form max(z, 0) − yz + ln(1 + e^−|z|)."""
    return apply("maximum", z, 0.0) - y * z + apply("log", 1.0 + apply("exp", -apply("abs", z)))


def probability_error(z: FloatArray, y: FloatArray) -> FloatArray:
    """(σ(z) − y)²."""
    return squared_error(expit(z), y)


def probability_error_derivative(z: FloatArray, y: FloatArray, out: FloatArray) -> FloatArray:
    """2(σ(z) − y)·σ(z)(1 − σ(z)): the factor σ′ makes a neuron that is surely wrong learn slowly."""
    half_probability_error_derivative(z, y, out)
    return np.add(out, out, out)


def traced_probability_error(z: Variable, y: FloatArray) -> Variable:
    """(σ(z) − y)²."""
    return (apply("sigmoid", z) - y) ** 2


def half_probability_error(z: FloatArray, y: FloatArray) -> FloatArray:
    """½(σ(z) − y)²."""
    return 0.5 * probability_error(z, y)


def half_probability_error_derivative(z: FloatArray, y: FloatArray, out: FloatArray) -> FloatArray:
    """(σ(z) − y)·σ(z)(1 − σ(z))."""
    expit(z, out)
    slope = out * (1.0 - out)
    np.subtract(out, y, out)
    return np.multiply(out, slope, out)
