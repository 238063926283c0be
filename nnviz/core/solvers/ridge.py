"""Ridge regression exactly: the weights of least mean squared error plus λ Σw²."""

import numpy as np

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.types import FloatArray


def ridge(X: FloatArray, y: FloatArray, strength: float | FloatArray, bias: bool = False) -> FloatArray:
    """The weights w that minimise (1/N) Σ(yᵢ − [1, xᵢ]·w)² + λ Σⱼ wⱼ², for every λ of `strength`: (..., P), bias first.

    With A = [1, X] = QR they are the least squares weights of the few rows [R/√N; √λ D] for the targets [Q'y/√N; 0],
    where D leaves the bias out unless `bias` is set: the matrix A'A, whose condition number is the square of A's, is
    never formed. Where several weights are equally good (λ = 0 and dependent columns) it is the shortest of them,
    the limit for λ → 0.

    X (n_samples, n_features), y (n_samples,). scikit-learn's Ridge minimises the sum Σ(yᵢ − …)² + α Σw²: α = N·λ.
    Raises ValueError for a negative λ.
    """
    strengths = np.asarray(strength, dtype=np.float64)
    if np.any(strengths < 0.0):
        raise ValueError("a penalty's strength is at least 0")
    A = design_matrix(X)
    Q, R = np.linalg.qr(A)
    penalised = np.eye(A.shape[1])
    penalised[0, 0] = float(bias)
    root = np.sqrt(len(y))
    targets = np.concatenate([Q.T @ y / root, np.zeros(A.shape[1])])
    weights = [
        np.linalg.lstsq(np.vstack([R / root, np.sqrt(one) * penalised]), targets, rcond=None)[0]
        for one in strengths.ravel()
    ]
    return np.reshape(weights, (*strengths.shape, A.shape[1]))
