"""Losses: how wrong the model's last linear output z is about y.

A loss owns its link: squared error predicts z itself, log loss predicts σ(z). So the logarithm of a probability is
never taken, and log loss is exact at any logit. An entry of LOSSES is everything: training, automatic differentiation,
scripts and formulas are made from it, and the tests check its gradient.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf, sqrt

import numpy as np

from nnviz.core.autodiff.reverse_mode import Variable
from nnviz.core.models.activations import Activation
from nnviz.core.objectives import loss_rules as rules
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
    the operations of automatic differentiation, `formula` ℓ(ŷᵢ, yᵢ) in LaTeX, `largest_curvature` the largest
    |∂²ℓ/∂z²| over all z, ∞ where no bound is known.
    """

    value: Callable[[FloatArray, FloatArray], FloatArray]  # (z, y) -> per example
    derivative: Callable[[FloatArray, FloatArray, FloatArray], FloatArray]  # (z, y, out) -> out
    predict: Callable[[FloatArray], FloatArray]
    traced: Callable[[Variable, FloatArray], Variable]
    source: LossSource
    formula: str
    largest_curvature: float = inf
    averages: bool = True
    of_classes: bool = False  # whether a model has an output for each class

    def targets(self, y: FloatArray, n_outputs: int) -> FloatArray:
        """What the outputs (n_outputs, n) are compared with: y (n,) as one row, (1, n)."""
        return y[None]

    def per_example(self, outputs: FloatArray, y: FloatArray) -> FloatArray:
        """ℓ of every example, (..., n), from the outputs of a model, (..., n) or (..., K, n), and y (n,)."""
        return self.value(outputs, y)

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


# (σ(z) − 0)² has ∂²/∂z² = 2p²(1 − p)(2 − 3p) with p = σ(z), largest in size at this p; label 1 is the mirror image.
BENT_MOST = (15.0 - sqrt(33.0)) / 24.0
CURVATURE_OF_PROBABILITY_ERROR = 2.0 * BENT_MOST**2 * (1.0 - BENT_MOST) * (2.0 - 3.0 * BENT_MOST)

SQUARED_ERROR = Loss(
    rules.squared_error,
    rules.squared_error_derivative,
    rules.identity,
    traced=rules.traced_squared_error,
    source=LossSource(
        "squared_error", "ℓ = (z − y)², and its derivative by z.", value="(z - y) ** 2", derivative="2.0 * (z - y)"
    ),
    formula=r"(\hat y_i - y_i)^2",
    largest_curvature=2.0,
)
LOG_LOSS = Loss(
    rules.log_loss,
    rules.log_loss_derivative,
    rules.sigmoid,
    traced=rules.traced_log_loss,
    source=LossSource(
        "log_loss",
        "ℓ = −y ln σ(z) − (1 − y) ln(1 − σ(z)), written without overflow, and its derivative σ(z) − y.",
        value="np.maximum(z, 0.0) - y * z + np.log1p(np.exp(-np.abs(z)))",
        derivative="sigmoid(z) - y",
    ),
    formula=r"\big[ -y_i \ln \hat y_i - (1 - y_i) \ln (1 - \hat y_i) \big]",
    largest_curvature=0.25,
)
PROBABILITY_ERROR = Loss(
    rules.probability_error,
    rules.probability_error_derivative,
    rules.sigmoid,
    traced=rules.traced_probability_error,
    source=LossSource(
        "probability_error",
        "ℓ = (p − y)² with p = σ(z), and its derivative 2(p − y)·p(1 − p).",
        value="(p - y) ** 2",
        derivative="2.0 * (p - y) * p * (1.0 - p)",
        before=("p = sigmoid(z)",),
    ),
    formula=SQUARED_ERROR.formula,
    largest_curvature=CURVATURE_OF_PROBABILITY_ERROR,
)
HALF_PROBABILITY_ERROR = Loss(
    rules.half_probability_error,
    rules.half_probability_error_derivative,
    rules.sigmoid,
    traced=lambda z, y: 0.5 * rules.traced_probability_error(z, y),
    source=LossSource(
        "half_probability_error",
        "ℓ = ½(p − y)² with p = σ(z), and its derivative (p − y)·p(1 − p).",
        value="0.5 * (p - y) ** 2",
        derivative="(p - y) * p * (1.0 - p)",
        before=("p = sigmoid(z)",),
    ),
    formula=r"\tfrac12 (\hat y_i - y_i)^2",
    largest_curvature=CURVATURE_OF_PROBABILITY_ERROR / 2.0,
)

LOSSES: dict[str, Loss] = {
    "mean squared error": SQUARED_ERROR,
    "log loss": LOG_LOSS,
    "squared error of the probability": PROBABILITY_ERROR,
    # The notebook's networks drop every constant factor of the gradient: these are the losses that they descend.
    "summed log loss": replace(LOG_LOSS, averages=False),
    "half the summed squared error of the probability": replace(HALF_PROBABILITY_ERROR, averages=False),
}
