"""Coordinate descent: minimise a quadratic plus a penalty by one weight after the other, many λ at once."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.types import FloatArray


@dataclass(frozen=True, eq=False)
class Moments:
    """What the mean squared error knows of the data: (1/N) Σ(yᵢ − aᵢ·w)² = w'Hw − 2c'w + const.

    gram H = A'A/N (P, P) and moment c = A'y/N (P,); `root` is R/√N and `target` Q'y/√N of A = QR: H = root'root.
    Without a penalised bias the columns are the centred features, for whatever the weights are, the best bias is
    the mean of y minus that of the predictions; with one, the constant column is the first.
    """

    root: FloatArray
    target: FloatArray
    feature_means: FloatArray
    target_mean: float
    bias: bool

    @property
    def gram(self) -> FloatArray:
        """H (P, P)."""
        return self.root.T @ self.root

    @property
    def moment(self) -> FloatArray:
        """The vector c (P,)."""
        return self.root.T @ self.target

    def with_bias(self, weights: FloatArray) -> FloatArray:
        """The weights of the columns (..., P) as weights (..., 1 + n_features) of the model, bias first."""
        if self.bias:
            return weights
        bias = self.target_mean - weights @ self.feature_means
        return np.concatenate([bias[..., None], weights], axis=-1)


def moments(X: FloatArray, y: FloatArray, bias: bool) -> Moments:
    """The moments of X (n_samples, n_features) and y (n_samples,); `bias` says whether the bias is penalised."""
    means, mean = X.mean(axis=0), float(y.mean())
    A, targets = (design_matrix(X), y) if bias else (X - means, y - mean)
    Q, R = np.linalg.qr(A)
    root = np.sqrt(len(y))
    return Moments(R / root, Q.T @ targets / root, means, mean, bias)


Rule = Callable[[FloatArray, float], FloatArray]
"""(pull (L,), curvature) -> the w (L,) that minimise curvature·w² − 2·pull·w + the penalty of one weight."""


def sweep(gram: FloatArray, moment: FloatArray, weights: FloatArray, rule: Rule) -> None:
    """One round over all weights (L, P), in place: each is set to its best value while the others rest."""
    for j in range(len(moment)):
        curvature = float(gram[j, j])
        if curvature > 0.0:
            pull = moment[j] - weights @ gram[:, j] + curvature * weights[:, j]
            weights[:, j] = rule(pull, curvature)
        else:
            weights[:, j] = 0.0
