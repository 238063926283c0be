"""What a least squares fit says about the weights that made the data: standard errors, tests, intervals, scores."""

from dataclasses import dataclass

import numpy as np
from scipy.special import fdtrc, stdtr, stdtrit

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.types import FloatArray


@dataclass(frozen=True, eq=False)
class RegressionTable:
    """The table of a regression; arrays have one entry per weight (P,), the bias first where there is one.

    `p_values` are two-sided, `lower` and `upper` the ends of the 95 % intervals, `scale` is the estimated variance of
    the noise. Without a bias the two R² and F compare with the prediction 0 instead of the mean of y.
    """

    estimates: FloatArray
    standard_errors: FloatArray
    t_values: FloatArray
    p_values: FloatArray
    lower: FloatArray
    upper: FloatArray
    n_samples: int
    df_model: int
    df_residuals: int
    r_squared: float
    adjusted_r_squared: float
    f_statistic: float
    f_p_value: float
    aic: float
    bic: float
    log_likelihood: float
    scale: float

    def printed_rows(self) -> list[tuple[str, ...]]:
        """Estimate, standard error, t, p and the interval of every weight, with four decimals."""
        columns = (self.estimates, self.standard_errors, self.t_values, self.p_values, self.lower, self.upper)
        return [tuple(f"{value:.4f}" for value in row) for row in np.column_stack(columns)]

    def printed(self) -> dict[str, str]:
        """The scores of the whole fit by the names and with the digits that statsmodels prints."""
        return {
            "No. Observations": str(self.n_samples),
            "Df Model": str(self.df_model),
            "Df Residuals": str(self.df_residuals),
            "R-squared": f"{self.r_squared:#.3f}",
            "Adj. R-squared": f"{self.adjusted_r_squared:#.3f}",
            "AIC": f"{self.aic:.4f}",
            "BIC": f"{self.bic:.4f}",
            "Log-Likelihood": f"{self.log_likelihood:#.5g}",
            "F-statistic": f"{self.f_statistic:#.4g}",
            "Prob (F-statistic)": f"{self.f_p_value:#.3g}",
            "Scale": f"{self.scale:#.5g}",
        }


def regression_table(X: FloatArray, y: FloatArray, bias: bool = True) -> RegressionTable:
    """The least squares fit of y (n_samples,) on X (n_samples, n_features), with a bias or through the origin.

    With A = [1, X] = QR, P weights and residuals e: scale s² = Σe²/(n − P), standard errors s·√diag((A'A)⁻¹), where
    (A'A)⁻¹ = R⁻¹R⁻ᵀ; t = w/se with n − P degrees of freedom; log-likelihood −n/2·(ln(2πΣe²/n) + 1), AIC −2ℓ + 2P,
    BIC −2ℓ + P ln n.

    Raises ValueError when there are not more examples than weights, or when a column depends on the others.
    """
    A = _design(X, bias)
    n_samples, n_weights = A.shape
    if n_samples <= n_weights:
        raise ValueError("a regression table needs more examples than weights")
    Q, R = np.linalg.qr(A)
    inverse = np.linalg.inv(R)
    estimates = inverse @ (Q.T @ y)
    unexplained = float(((y - A @ estimates) ** 2).sum())
    scale = unexplained / (n_samples - n_weights)
    standard_errors = np.sqrt(scale * (inverse**2).sum(axis=1))
    df = n_samples - n_weights
    reach = stdtrit(df, 0.975) * standard_errors
    with np.errstate(divide="ignore", invalid="ignore"):  # a fit without a residual has no uncertainty
        t_values = estimates / standard_errors
    return RegressionTable(
        estimates=estimates,
        standard_errors=standard_errors,
        t_values=t_values,
        p_values=2.0 * stdtr(df, -np.abs(t_values)),
        lower=estimates - reach,
        upper=estimates + reach,
        n_samples=n_samples,
        df_model=n_weights - bias,
        df_residuals=df,
        scale=scale,
        **_scores(y, unexplained, n_weights, bias),
    )


def _design(X: FloatArray, bias: bool) -> FloatArray:
    return design_matrix(X) if bias else X


def _scores(y: FloatArray, unexplained: float, n_weights: int, bias: bool) -> dict[str, float]:
    """The scores of a fit from its sum of squared residuals."""
    n = len(y)
    df_model, df_residuals = n_weights - bias, n - n_weights
    total = float(((y - y.mean() * bias) ** 2).sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        r_squared = 1.0 - np.divide(unexplained, total)
        f_statistic = np.divide((total - unexplained) / df_model, unexplained / df_residuals)
        log_likelihood = -n / 2.0 * (np.log(2.0 * np.pi * np.divide(unexplained, n)) + 1.0)
    return {
        "r_squared": float(r_squared),
        "adjusted_r_squared": float(1.0 - (n - bias) / df_residuals * (1.0 - r_squared)),
        "f_statistic": float(f_statistic),
        "f_p_value": float(fdtrc(df_model, df_residuals, f_statistic)),
        "aic": float(-2.0 * log_likelihood + 2.0 * n_weights),
        "bic": float(-2.0 * log_likelihood + n_weights * np.log(n)),
        "log_likelihood": float(log_likelihood),
    }
