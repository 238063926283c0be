"""Losses of models with an output for each of K classes: softmax with cross entropy or squared error, one against rest.

Logits z and targets Y are (..., K, n): a row for each class, a column for each example, and a 1 where they meet.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from nnviz.core.autodiff.reverse_mode import Variable, apply
from nnviz.core.objectives.loss_rules import log_loss, traced_log_loss
from nnviz.core.objectives.losses import LOG_LOSS, Loss, LossSource
from nnviz.core.objectives.softmax import cross_entropy, one_against_rest, one_hot, softmax, softmax_into
from nnviz.core.types import FloatArray


@dataclass(frozen=True)
class ClassLoss(Loss):
    """A loss whose `value` (..., n) is of all K logits of an example; `derivative` and `predict` are (..., K, n)."""

    of_classes: bool = True

    def targets(self, y: FloatArray, n_outputs: int) -> FloatArray:
        """The classes y (n,), numbers from 0 to K − 1, as columns of 0 and one 1: (K, n)."""
        return one_hot(y, n_outputs)

    def per_example(self, outputs: FloatArray, y: FloatArray) -> FloatArray:
        """ℓ of every example, (..., n), from the logits (..., K, n) of a model and the classes y (n,)."""
        return self.value(outputs, one_hot(y, outputs.shape[-2]))


def _softmax_derivative(z: FloatArray, Y: FloatArray, out: FloatArray) -> FloatArray:
    """∂ℓ/∂z = p − Y."""
    softmax_into(z, out)
    return np.subtract(out, Y, out)


def _sigmoids_derivative(z: FloatArray, Y: FloatArray, out: FloatArray) -> FloatArray:
    """∂ℓ/∂z = σ(z) − Y."""
    expit(z, out)
    return np.subtract(out, Y, out)


def _probability_errors(z: FloatArray, Y: FloatArray) -> FloatArray:
    """Σₖ (pₖ − Yₖ)², p the softmax of z: with two classes twice what one sigmoid has.

    A mean of it is the score of Brier (1950), Verification of forecasts expressed in terms of probability.
    """
    errors = softmax(z)
    np.subtract(errors, Y, errors)
    total: FloatArray = np.add.reduce(np.multiply(errors, errors, errors), axis=-2)
    return total


def _probability_errors_derivative(z: FloatArray, Y: FloatArray, out: FloatArray) -> FloatArray:
    """∂ℓ/∂zₖ = 2pₖ·(eₖ − Σⱼ pⱼeⱼ) with e = p − Y: 2(diag p − ppᵀ)e, small wherever p is sure."""
    p = softmax_into(z, out)
    errors = p - Y
    errors -= np.add.reduce(p * errors, axis=-2, keepdims=True)
    np.multiply(p, errors, out)
    return np.add(out, out, out)


def _traced_probability_errors(z: Variable, Y: FloatArray) -> Variable:
    """The softmax divided by its sum, the largest logits as constants that cancel."""
    powers = apply("exp", z - z.value.max(axis=-2, keepdims=True))
    total = apply("sum", powers, axis=-2)
    return apply("sum", (powers / total - Y) ** 2, axis=-2)


def _sum_of_log_losses(z: FloatArray, Y: FloatArray) -> FloatArray:
    """Σₖ [−Yₖ ln σ(zₖ) − (1 − Yₖ) ln(1 − σ(zₖ))]."""
    total: FloatArray = np.add.reduce(log_loss(z, Y), axis=-2)
    return total


def _traced_cross_entropy(z: Variable, Y: FloatArray) -> Variable:
    """The stable form: the largest logits are constants that cancel."""
    m = z.value.max(axis=-2, keepdims=True)
    right = apply("sum", (z - m) * Y, axis=-2)
    return apply("log", apply("sum", apply("exp", z - m), axis=-2)) - right


CLASS_LOSSES: dict[str, ClassLoss] = {
    "softmax": ClassLoss(
        cross_entropy,
        _softmax_derivative,
        softmax,
        traced=_traced_cross_entropy,
        source=LossSource(
            "cross_entropy",
            "ℓ = ln Σ e^z − z of the right class, for classes y and z (K, n), and its derivative p − Y.",
            value="np.log(powers.sum(axis=0)) - ((z - largest) * Y).sum(axis=0)",
            derivative="powers / powers.sum(axis=0) - Y",
            before=(
                "Y = (np.arange(len(z))[:, None] == y).astype(float)  # a 1 in the row of the class",
                "largest = z.max(axis=0)  # subtracted from all, so that no power overflows",
                "powers = np.exp(z - largest)",
            ),
        ),
        formula=r"-\ln \hat y_{i, y_i}",
        largest_curvature=0.5,
    ),
    "squared error of the probabilities": ClassLoss(
        _probability_errors,
        _probability_errors_derivative,
        softmax,
        traced=_traced_probability_errors,
        source=LossSource(
            "probability_errors",
            "ℓ = Σ (p − Y)² with p = e^z/Σ e^z, for classes y and z (K, n), and its derivative 2p(p − Y − Σ p(p − Y)).",
            value="((p - Y) ** 2).sum(axis=0)",
            derivative="2.0 * p * (p - Y - (p * (p - Y)).sum(axis=0))",
            before=(
                "Y = (np.arange(len(z))[:, None] == y).astype(float)  # a 1 in the row of the class",
                "p = np.exp(z - z.max(axis=0))  # the largest is subtracted from all, so that no power overflows",
                "p = p / p.sum(axis=0)",
            ),
        ),
        formula=r"\sum_k (\hat y_{ki} - Y_{ki})^2",
    ),
    "one against the rest": ClassLoss(
        _sum_of_log_losses,
        _sigmoids_derivative,
        one_against_rest,
        traced=lambda z, Y: apply("sum", traced_log_loss(z, Y), axis=-2),
        source=LossSource(
            "log_losses",
            "ℓ = Σ log loss of every class against the rest, for classes y and z (K, n), and its derivative σ(z) − Y.",
            value="(np.maximum(z, 0.0) - Y * z + np.log1p(np.exp(-np.abs(z)))).sum(axis=0)",
            derivative="sigmoid(z) - Y",
            before=("Y = (np.arange(len(z))[:, None] == y).astype(float)  # a 1 in the row of the class",),
        ),
        formula=r"\sum_k \big[ -Y_{ki} \ln \sigma(z_{ki}) - (1 - Y_{ki}) \ln (1 - \sigma(z_{ki})) \big]",
        largest_curvature=0.25,
    ),
}
"""The word that the user sees -> the loss."""


def log_loss_of(n_outputs: int) -> Loss:
    """−ln of the probability that a model gives the right class: one output says that of class 1, K say those of all.

    With two outputs it is the same loss as with one: only their difference counts (test_class_losses.py).
    """
    return CLASS_LOSSES["softmax"] if n_outputs > 1 else LOG_LOSS
