"""The mean squared error of a linear model as what it is, a quadratic bowl over the weights."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnviz.core.solvers.closed_form import design_matrix, least_squares
from nnviz.core.types import FloatArray


@dataclass(frozen=True, eq=False)
class Bowl:
    """L(w) = L* + |R(w − w*)|², with its minimum L* at the least squares weights w* (P,) and R (P, P).

    R is that of A = [1, X] = QR, divided by √N.
    """

    optimum: FloatArray
    least: float
    R: FloatArray

    @classmethod
    def of(cls, X: FloatArray, y: FloatArray) -> "Bowl":
        """The bowl of X (n_samples, n_features) and y (n_samples,). Raises ValueError when it has no single bottom."""
        optimum, A = least_squares(X, y), design_matrix(X)
        residuals = y - A @ optimum
        return cls(optimum, float(residuals @ residuals) / len(y), np.linalg.qr(A).R / np.sqrt(len(y)))

    def excess(self, weights: FloatArray) -> FloatArray:
        """L(w) − L* of weights (..., P), without the rounding of a difference: (...)."""
        with np.errstate(over="ignore", invalid="ignore"):
            distances = (weights - self.optimum) @ self.R.T
            total: FloatArray = (distances * distances).sum(axis=-1)
        return total

    def loss(self, weights: FloatArray) -> FloatArray:
        """L(w) of weights (..., P): (...)."""
        return self.excess(weights) + self.least

    @cached_property
    def curvatures(self) -> FloatArray:
        """The eigenvalues λ of the Hessian 2R'R, increasing: a step of descent at η leaves 1 − ηλ of the way (P,)."""
        return np.asarray(2.0 * np.linalg.svd(self.R, compute_uv=False)[::-1] ** 2)

    @property
    def largest_stable_learning_rate(self) -> float:
        """2/λmax."""
        return float(2.0 / self.curvatures[-1])
