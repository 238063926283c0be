"""Newton's method for the logistic model: a few steps that use the curvature, each recorded."""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from nnviz.core.objectives.loss_rules import log_loss
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.types import FloatArray

SUFFICIENT = 1e-4  # the share of the promised descent that a step has to keep (Armijo)
CLOSE = 1e-12  # what a step promises, relative to the loss, when it is the last one
MOST_HALVINGS = 40


@dataclass(frozen=True, eq=False)
class NewtonPath:
    """The iterates of Newton's method, the start first.

    weights (K, P), bias first; loss (K,) and gradient_norm (K,) at them; step_size (K,), the share of the full Newton
    step that led there, NaN at the start. `converged` is False where no minimum was reached: with separable data
    there is none.
    """

    weights: FloatArray
    loss: FloatArray
    gradient_norm: FloatArray
    step_size: FloatArray
    converged: bool


def newton(X: FloatArray, y: FloatArray, start: FloatArray, most_iterations: int = 25) -> NewtonPath:
    """Minimise the mean log loss L(w) of P(y = 1) = σ(b + Xw) by w ← w − s·H⁻¹∇L, from start (1 + n_features,).

    ∇L = A'(p − y)/N and H = A' diag(p(1 − p)) A/N with A = [1, X]. The full step s = 1 may overshoot where the loss is
    far from a parabola, so s is halved until the loss falls by a share of what the gradient promises (Armijo 1966).
    It ends when a step promises less than 10⁻¹² of the loss, when the curvature is lost in rounding, or after
    most_iterations.

    X (n_samples, n_features), y (n_samples,) of 0.0 and 1.0.
    """
    A = design_matrix(X)
    w = np.array(start, dtype=np.float64)
    rows = [_row(A, y, w, np.nan)]
    converged = False
    while not converged and len(rows) <= most_iterations:
        direction, promised = _direction(A, y, w)
        if not promised > 0.0:
            break
        converged = promised <= CLOSE * rows[-1][1]
        s = 1.0 if converged else _step_size(A, y, w, direction, promised)
        if s == 0.0:
            break
        w = w - s * direction
        rows.append(_row(A, y, w, s))
    weights, loss, gradient_norm, step_size = (np.array(column) for column in zip(*rows, strict=True))
    return NewtonPath(weights, loss, gradient_norm, step_size, converged)


def _loss(A: FloatArray, y: FloatArray, w: FloatArray) -> float:
    return float(log_loss(A @ w, y).mean())


def _gradient(A: FloatArray, y: FloatArray, w: FloatArray) -> FloatArray:
    return np.asarray(A.T @ (expit(A @ w) - y) / len(y))


def _row(A: FloatArray, y: FloatArray, w: FloatArray, s: float) -> tuple[FloatArray, float, float, float]:
    return w, _loss(A, y, w), float(np.linalg.norm(_gradient(A, y, w))), s


def _direction(A: FloatArray, y: FloatArray, w: FloatArray) -> tuple[FloatArray, float]:
    """H⁻¹∇L, and ½∇L'H⁻¹∇L, the descent that the parabola promises; it is 0 where H is singular to rounding."""
    p = expit(A @ w)
    hessian, gradient = (A.T * (p * (1.0 - p))) @ A / len(y), _gradient(A, y, w)
    try:
        lower = np.linalg.cholesky(hessian)
    except np.linalg.LinAlgError:
        return np.zeros_like(w), 0.0
    direction = np.linalg.solve(lower.T, np.linalg.solve(lower, gradient))
    return direction, 0.5 * float(gradient @ direction)


def _step_size(A: FloatArray, y: FloatArray, w: FloatArray, direction: FloatArray, promised: float) -> float:
    """The largest of 1, ½, ¼, … with enough descent; 0 when rounding leaves none."""
    loss = _loss(A, y, w)
    for halvings in range(MOST_HALVINGS):
        s = 0.5**halvings
        if _loss(A, y, w - s * direction) <= loss - SUFFICIENT * s * 2.0 * promised:
            return s
    return 0.0
