"""The numbers that show what is wrong in the notebook's section on regularisation."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.analysis.priors import PRIORS
from nnviz.core.notebook.fits import notebook_fit
from nnviz.core.notebook.printed import PRINTED, numbers_in
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.solvers.constrained import bowl, constrained
from nnviz.core.solvers.ridge import ridge

USELESS = 2
"""The place of the useless feature's weight."""


def ridge_sign() -> Mapping[str, object]:
    """The useless feature's weight by least squares, the library's ridge, the notebook's, and with a free bias."""
    _, run = notebook_fit("ridge_gd_noise")
    return {
        "least_squares": least_squares(run.X, run.y)[USELESS],
        "library": numbers_in(PRINTED["ridge_exact_noise"][""])[USELESS],
        "printed": numbers_in(PRINTED["ridge_gd_noise"][""])[USELESS],
        "exact": ridge(run.X, run.y, 1.0 / len(run.y), bias=True)[USELESS],
        "free_bias": ridge(run.X, run.y, 2.0 / len(run.y))[USELESS],
    }


def corner() -> Mapping[str, object]:
    """The least loss of the toy line inside the notebook's diamond and circle of size 2, and norms that do not add."""
    _, run = notebook_fit("gd_3000")
    loss, size = bowl(run.X, run.y), np.array([2.0])
    e1, e2 = np.eye(2)
    return {
        "diamond": constrained(loss, size, 1.0).weights[0],
        "circle": constrained(loss, size, 2.0).weights[0],
        "of_each": np.linalg.norm(e1) + np.linalg.norm(e2),
        "of_sum": np.linalg.norm(e1 + e2),
    }


def lowest_point() -> Mapping[str, object]:
    """The least loss of the toy line, and the last place of the notebook's grid."""
    _, run = notebook_fit("gd_3000")
    return {"loss": bowl(run.X, run.y).floor, "last": np.arange(-10, 10)[-1]}


def prior_variances() -> Mapping[str, object]:
    """The variances of both priors with scale 1, and their densities at 0 with scale 1 and with variance 1."""
    w = np.linspace(-50.0, 50.0, 200_001)
    normal, laplace = (PRIORS[name].density for name in ("Normal", "Laplace"))
    at = np.zeros(1)
    return {
        "normal": np.trapezoid(w**2 * normal(w, 1.0), w),
        "laplace": np.trapezoid(w**2 * laplace(w, 1.0), w),
        "normal_at_0": normal(at, 1.0)[0],
        "laplace_at_0": laplace(at, 1.0)[0],
        "same_variance_at_0": laplace(at, np.sqrt(0.5))[0],
    }


def elastic_net_work() -> Mapping[str, object]:
    """How far the elastic net's proximal step is from L1's over a constant, and what the gradient beside it costs."""
    _, run = notebook_fit("lasso_gd_noise")
    w, step, share = np.linspace(-5.0, 5.0, 1001), 0.06, 0.5
    whole = Penalty("elastic net", 1.0, l1_share=share).proximal_step(w, step)
    divided = Penalty("L1", 1.0).proximal_step(w, step * share) / (1.0 + 2.0 * step * (1.0 - share))
    n_weights = 1 + run.X.shape[1]
    return {
        "apart": float(np.abs(whole - divided).max()),
        "n_weights": n_weights,
        "multiplications": 2 * len(run.y) * n_weights,
    }
