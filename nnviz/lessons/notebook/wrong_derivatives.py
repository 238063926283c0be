"""The numbers that show where the notebook's derivatives, and what it says of them, are wrong."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.analysis.floating_point import stable_sigmoid
from nnviz.core.analysis.priors import PRIORS
from nnviz.core.autodiff.finite_differences import central_differences
from nnviz.core.objectives.loss_rules import log_loss
from nnviz.core.types import FloatArray


def first_bias() -> Mapping[str, object]:
    """The slope of the mean squared error of the 1-1-1 network along b₀, over what the notebook's formula gives."""
    x, y = np.array([-1.0, 0.0, 2.0]), np.array([0.0, 1.0, 1.0])
    w0, b1, w1 = 0.5, -0.3, 1.5

    def loss(b0: FloatArray) -> float:
        return float(np.mean((y - stable_sigmoid(b1 + w1 * stable_sigmoid(b0 + w0 * x))) ** 2))

    b0 = np.array([0.2])
    z = stable_sigmoid(b0 + w0 * x)
    y_hat = stable_sigmoid(b1 + w1 * z)
    formula = -np.mean((y - y_hat) * y_hat * (1.0 - y_hat) * z * (1.0 - z))
    return {"weight": w1, "ratio": central_differences(loss, b0)[0] / formula}


def sure_and_wrong() -> Mapping[str, object]:
    """The slope of the log loss for a label 1 at z = −30, by finite differences, and q(1 − q) there."""
    z = np.array([-30.0])
    q = stable_sigmoid(z)[0]
    slope = central_differences(lambda at: float(log_loss(at, np.ones(1))[0]), z)[0]
    return {"z": z[0], "slope": slope, "factor": q * (1.0 - q)}


def footnote() -> Mapping[str, object]:
    """The slope of |u| at u = x = −2 by finite differences, and that of u."""
    x = np.array([-2.0])
    return {
        "at": x[0],
        "of_size": central_differences(lambda u: float(abs(u[0])), x)[0],
        "of_u": central_differences(lambda u: float(u[0]), x)[0],
    }


def laplace_mean() -> Mapping[str, object]:
    """The slope of the logarithm of the Laplace density around μ = 2 at w = 1, and what the notebook writes."""
    prior, mean, scale, w = PRIORS["Laplace"], 2.0, 1.0, np.array([1.0])
    slope = central_differences(lambda at: float(prior.log_density(at - mean, scale)[0]), w)[0]
    return {"mean": mean, "w": w[0], "slope": slope, "theirs": -w[0] / abs(w[0]) / scale}


def log_odds() -> Mapping[str, object]:
    """The log-odds of two pairs of weights at x = 1, and those of the notebook's weights at x = 2."""
    first, second = np.array([6.0, 4.0]), np.array([4.0, 6.0])
    at = np.array([1.0, 1.0])
    return {"first": first @ at, "second": second @ at, "doubled": 2.0 * first @ at}
