"""Networks and losses written for automatic differentiation: values only, and no derivative anywhere."""

from collections.abc import Callable

from nnviz.core.autodiff.reverse_mode import Variable, apply
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.network import Network
from nnviz.core.types import FloatArray


def squared_error(z: Variable, y: FloatArray) -> Variable:
    """(z − y)²."""
    return (z - y) ** 2


def log_loss(z: Variable, y: FloatArray) -> Variable:
    """The stable form max(z, 0) − yz + ln(1 + e^−|z|)."""
    return apply("maximum", z, 0.0) - y * z + apply("log", 1.0 + apply("exp", -apply("abs", z)))


def probability_error(z: Variable, y: FloatArray) -> Variable:
    """(σ(z) − y)²."""
    return (apply("sigmoid", z) - y) ** 2


LOSS_FORMULAS: dict[str, Callable[[Variable, FloatArray], Variable]] = {
    "mean squared error": squared_error,
    "log loss": log_loss,
    "squared error of the probability": probability_error,
}
"""ℓ(z, y) per example, by the names of LOSSES."""


def outputs_of(model: Network, weights: Variable, X: FloatArray) -> Variable:
    """The last linear output z (n,) for weights (P,) and X (n, n_features)."""
    a: Variable | FloatArray = X.T
    activation, start = ACTIVATIONS[model.activation].traced, 0
    for layer in model.layers:
        if isinstance(a, Variable):
            a = activation(a)
        flat = weights[start : start + layer.n_parameters]
        W = apply("reshape", flat, shape=(layer.n_outputs, layer.n_columns))
        a = W[:, layer.bias :] @ a
        if layer.bias:
            a = a + W[:, :1]
        start += layer.n_parameters
    return apply("reshape", a, shape=(len(X),))


def mean_loss_of(model: Network, loss: str, weights: Variable, X: FloatArray, y: FloatArray) -> Variable:
    """(1/n) Σ ℓ(zᵢ, yᵢ) as a function that can be differentiated; `loss` is a key of LOSS_FORMULAS."""
    return apply("mean", LOSS_FORMULAS[loss](outputs_of(model, weights, X), y))
