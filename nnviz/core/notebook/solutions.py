"""The notebook's exact answers by this project's own solvers, each with the library that printed its digits."""

import numpy as np

from nnviz.core.analysis.inference import regression_table
from nnviz.core.analysis.residual_diagnostics import diagnose
from nnviz.core.notebook.printed import COEFFICIENT, RESIDUALS, SCORES, WEIGHTS_AND_LOSS
from nnviz.core.notebook.published import Solved
from nnviz.core.solvers.closed_form import least_squares
from nnviz.core.solvers.lasso import coordinate_rounds
from nnviz.core.solvers.newton import newton
from nnviz.core.solvers.ridge import ridge
from nnviz.core.types import FloatArray

Lines = dict[str, FloatArray]


def ols(data: str) -> Solved:
    """The least squares weights."""
    return Solved(data, lambda X, y: {"": least_squares(X, y)}, "NumPy, by the formula with the inverse")


def ridge_of_scikit_learn(data: str) -> Solved:
    """Ridge(alpha=2) minimises Σ(y − Xw)² + 2 Σw², bias penalised too: here λ = 2/N beside the mean."""
    return Solved(data, lambda X, y: {"": ridge(X, y, 2.0 / len(y), bias=True)}, "scikit-learn's Ridge(alpha=2)")


def lasso_of_scikit_learn(data: str) -> Solved:
    """Lasso(alpha=1) minimises (1/2N) Σ(y − Xw)² + Σ|w|, bias penalised too: here λ = 2 beside the mean.

    It is coordinate descent and ends after three rounds, 1e-7 from the exact weights, which shows in the last digits.
    """

    def solve(X: FloatArray, y: FloatArray) -> Lines:
        return {"": coordinate_rounds(X, y, 2.0, n_rounds=3, bias=True)}

    return Solved(data, solve, "scikit-learn's Lasso(alpha=1)")


def maximum_likelihood(data: str) -> Solved:
    """The weights of the logistic model with the least mean log loss, and that loss."""

    def solve(X: FloatArray, y: FloatArray) -> Lines:
        path = newton(X, y, np.zeros(1 + X.shape[1]))
        return {"": np.append(path.weights[-1], path.loss[-1])}

    return Solved(data, solve, "statsmodels' Logit (and R's glm, with fewer digits)", {"": WEIGHTS_AND_LOSS})


def regression(data: str) -> Solved:
    """The table of a regression: a line for the bias, one for the weight, two for the scores and the residuals."""

    def solve(X: FloatArray, y: FloatArray) -> Lines:
        table = regression_table(X, y)
        columns = (table.estimates, table.standard_errors, table.t_values, table.p_values, table.lower, table.upper)
        bias, weight = np.column_stack(columns)
        scores = [table.adjusted_r_squared, table.aic, table.bic, table.log_likelihood, table.f_statistic, table.scale]
        return {"const": bias, "x1": weight, "": np.array(scores), "residuals": residuals(X, y, table.r_squared)}

    def residuals(X: FloatArray, y: FloatArray, r_squared: float) -> FloatArray:
        tests = diagnose(X, y)
        omnibus = [tests.omnibus, tests.omnibus_p_value, tests.durbin_watson, tests.jarque_bera]
        normal = [tests.jarque_bera_p_value, tests.skewness, tests.kurtosis, tests.condition_number]
        return np.array([r_squared, *omnibus, *normal])

    styles = {"const": COEFFICIENT, "x1": COEFFICIENT, "": SCORES, "residuals": RESIDUALS}
    return Solved(data, solve, "statsmodels' OLS(...).fit().summary2()", styles)
