"""Losses: how wrong the model's last linear output z is about y.

A loss owns its link: squared error predicts z itself, log loss predicts σ(z). So the logarithm of a probability is
never taken, and log loss is exact at any logit. An entry of LOSSES is everything: training, automatic differentiation,
scripts and formulas are made from it, and the tests check its gradient.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import expit

from nnviz.core.autodiff.reverse_mode import Variable, apply
from nnviz.core.models.activations import Activation
from nnviz.core.types import FloatArray


@dataclass(frozen=True)
class LossSource:
    """NumPy source of a function of z and y that gives ℓ for every example and ∂ℓ/∂z: its name and its two values.

    `meaning` is its docstring, `before` the lines before its last. The functions that it may call are those of NumPy
    (as np), sigmoid, and activation and activation_slope, which are those of `activation`.
    """

    name: str
    meaning: str
    value: str
    derivative: str
    before: tuple[str, ...] = ()
    activation: Activation | None = None


@dataclass(frozen=True)
class Loss:
    """L = (1/n) Σᵢ ℓ(zᵢ, yᵢ) where `averages`, else L = Σᵢ ℓ(zᵢ, yᵢ); the examples are the last axis.

    `value` is ℓ per example, `derivative` is ∂ℓ/∂z per example, `predict` is the link, z to ŷ. `traced` is ℓ made of
    the operations of automatic differentiation, `formula` ℓ(ŷᵢ, yᵢ) in LaTeX.
    """

    value: Callable[[FloatArray, FloatArray], FloatArray]  # (z, y) -> per example
    derivative: Callable[[FloatArray, FloatArray, FloatArray], FloatArray]  # (z, y, out) -> out
    predict: Callable[[FloatArray], FloatArray]
    traced: Callable[[Variable, FloatArray], Variable]
    source: LossSource
    formula: str
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


SQUARED_ERROR = Loss(
    squared_error,
    squared_error_derivative,
    identity,
    traced=traced_squared_error,
    source=LossSource(
        "squared_error", "ℓ = (z − y)², and its derivative by z.", value="(z - y) ** 2", derivative="2.0 * (z - y)"
    ),
    formula=r"(\hat y_i - y_i)^2",
)
LOG_LOSS = Loss(
    log_loss,
    log_loss_derivative,
    sigmoid,
    traced=traced_log_loss,
    source=LossSource(
        "log_loss",
        "ℓ = −y ln σ(z) − (1 − y) ln(1 − σ(z)), written without overflow, and its derivative σ(z) − y.",
        value="np.maximum(z, 0.0) - y * z + np.log1p(np.exp(-np.abs(z)))",
        derivative="sigmoid(z) - y",
    ),
    formula=r"\big[ -y_i \ln \hat y_i - (1 - y_i) \ln (1 - \hat y_i) \big]",
)
PROBABILITY_ERROR = Loss(
    probability_error,
    probability_error_derivative,
    sigmoid,
    traced=traced_probability_error,
    source=LossSource(
        "probability_error",
        "ℓ = (p − y)² with p = σ(z), and its derivative 2(p − y)·p(1 − p).",
        value="(p - y) ** 2",
        derivative="2.0 * (p - y) * p * (1.0 - p)",
        before=("p = sigmoid(z)",),
    ),
    formula=SQUARED_ERROR.formula,
)
HALF_PROBABILITY_ERROR = Loss(
    half_probability_error,
    half_probability_error_derivative,
    sigmoid,
    traced=lambda z, y: 0.5 * traced_probability_error(z, y),
    source=LossSource(
        "half_probability_error",
        "ℓ = ½(p − y)² with p = σ(z), and its derivative (p − y)·p(1 − p).",
        value="0.5 * (p - y) ** 2",
        derivative="(p - y) * p * (1.0 - p)",
        before=("p = sigmoid(z)",),
    ),
    formula=r"\tfrac12 (\hat y_i - y_i)^2",
)

LOSSES: dict[str, Loss] = {
    "mean squared error": SQUARED_ERROR,
    "log loss": LOG_LOSS,
    "squared error of the probability": PROBABILITY_ERROR,
    # The notebook's networks drop every constant factor of the gradient: these are the losses that they descend.
    "summed log loss": replace(LOG_LOSS, averages=False),
    "half the summed squared error of the probability": replace(HALF_PROBABILITY_ERROR, averages=False),
}
