"""Exact answers to hold gradient descent against: the least squares weights and the largest stable learning rate."""

from math import inf, isinf

import numpy as np

from nnviz.core.objectives.losses import Loss
from nnviz.core.types import FloatArray


def design_matrix(X: FloatArray) -> FloatArray:
    """The features with the constant column before them: X (n_samples, n_features) -> (n_samples, 1 + n_features)."""
    return np.column_stack([np.ones(len(X)), X])


def least_squares(X: FloatArray, y: FloatArray) -> FloatArray:
    """The weights (1 + n_features,), bias first, of least mean squared error.

    With A = [1, X] = QR they solve Rw = Q'y. The textbook's w = (A'A)⁻¹A'y is the same number, but forming A'A
    squares the condition number and loses twice as many digits.

    X (n_samples, n_features), y (n_samples,). Raises ValueError when there is no single answer: with fewer
    examples than weights, or a column that is a linear combination of those before it.
    """
    A = design_matrix(X)
    n_samples, n_weights = A.shape
    if n_samples < n_weights:
        raise ValueError(f"{n_weights} weights need at least {n_weights} examples, there are {n_samples}")
    Q, R = np.linalg.qr(A)
    # |Rⱼⱼ| is what is left of column j without the columns before it: rounding alone leaves about ε of its length.
    rounding = 10.0 * n_samples * np.finfo(np.float64).eps * np.linalg.norm(A, axis=0)
    dependent = np.flatnonzero(np.abs(np.diag(R)) <= rounding)
    if dependent.size:
        raise ValueError(
            f"feature {dependent[0]} is a linear combination of the constant and the features before it, "
            "so many weights fit equally well"
        )
    weights: FloatArray = np.linalg.solve(R, Q.T @ y)
    return weights


def largest_stable_learning_rate(X: FloatArray, loss: Loss, penalty_curvature: FloatArray | float = 0.0) -> float:
    """2/λmax for gradient descent on all data of a linear or logistic model with a bias.

    λmax is the largest eigenvalue of c·A'A/N + diag(penalty_curvature) (of c·A'A + … for a loss that sums), with
    A = [1, X] and c the loss's largest curvature. For squared error this is the Hessian itself: above 2/λmax descent
    diverges, below it converges. For the losses of a probability it bounds the Hessian: below 2/λmax every step
    descends, above it may still. `penalty_curvature` is the second derivative of the penalty for every weight,
    bias first: for λΣw² without the bias D = (0, 2λ, …, 2λ). A proximal step divides by 1 + ηD what the loss alone
    has made of the error, I − ηH: it stays within ±1 where 2I − η(H − D) is positive, so D counts as negative. The
    limit is infinite where no eigenvalue is positive by more than the rounding of H and D, which may cancel.

    X (n_samples, n_features). Raises ValueError for a loss whose curvature has no known bound.
    """
    if isinf(loss.largest_curvature):
        raise ValueError("the curvature of the loss has no known bound")
    A = design_matrix(X)
    gram = A.T @ A / len(A) if loss.averages else A.T @ A
    of_loss, of_penalty = loss.largest_curvature * gram, np.diag(np.broadcast_to(penalty_curvature, len(gram)))
    steepest = float(np.linalg.eigvalsh(of_loss + of_penalty)[-1])
    rounding = len(A) * np.finfo(float).eps * max(np.abs(of_loss).max(), np.abs(of_penalty).max())
    return 2.0 / steepest if steepest > rounding else inf
