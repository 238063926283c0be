"""Whether what a fit leaves over looks like independent Normal noise: the tests printed under a regression table."""

from dataclasses import dataclass
from math import nan

import numpy as np
from scipy.special import chdtrc

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.types import FloatArray

FEWEST = 8
"""Examples below which the omnibus test is not defined."""


@dataclass(frozen=True)
class ResidualDiagnostics:
    """Tests of the residuals; p-values beside those statistics that have one."""

    omnibus: float
    omnibus_p_value: float
    skewness: float
    kurtosis: float
    durbin_watson: float
    jarque_bera: float
    jarque_bera_p_value: float
    condition_number: float

    def printed(self) -> dict[str, str]:
        """Names and digits as statsmodels prints them."""
        return {
            "Omnibus": f"{self.omnibus:.3f}",
            "Prob(Omnibus)": f"{self.omnibus_p_value:.3f}",
            "Skew": f"{self.skewness:.3f}",
            "Kurtosis": f"{self.kurtosis:.3f}",
            "Durbin-Watson": f"{self.durbin_watson:.3f}",
            "Jarque-Bera (JB)": f"{self.jarque_bera:.3f}",
            "Prob(JB)": f"{self.jarque_bera_p_value:.3f}",
            "Condition No.": f"{self.condition_number:.0f}",
        }


def diagnose(X: FloatArray, y: FloatArray, bias: bool = True) -> ResidualDiagnostics:
    """The diagnostics of the least squares fit of y (n_samples,) on X (n_samples, n_features).

    With moments mₖ = Σ(e − ē)ᵏ/n: skewness S = m₃/m₂^1.5, kurtosis K = m₄/m₂² (3 for Normal noise), Durbin-Watson
    Σ(eᵢ − eᵢ₋₁)²/Σe² (2 for independent ones), Jarque-Bera n(S²/6 + (K − 3)²/24), omnibus the K² of D'Agostino and
    Pearson (1973), NaN for fewer than 8 examples. The condition number is that of the design matrix.
    """
    A = design_matrix(X) if bias else X
    residuals = y - A @ np.linalg.lstsq(A, y, rcond=None)[0]
    deviation = residuals - residuals.mean()
    with np.errstate(divide="ignore", invalid="ignore"):
        m2, m3, m4 = ((deviation**k).mean() for k in (2, 3, 4))
        skewness, kurtosis = m3 / m2**1.5, m4 / m2**2
        durbin_watson = (np.diff(residuals) ** 2).sum() / (residuals**2).sum()
    jarque_bera = len(y) * (skewness**2 / 6.0 + (kurtosis - 3.0) ** 2 / 24.0)
    omnibus, omnibus_p_value = _normal_test(residuals) if len(y) >= FEWEST and m2 > 0.0 else (nan, nan)
    return ResidualDiagnostics(
        omnibus=float(omnibus),
        omnibus_p_value=float(omnibus_p_value),
        skewness=float(skewness),
        kurtosis=float(kurtosis),
        durbin_watson=float(durbin_watson),
        jarque_bera=float(jarque_bera),
        jarque_bera_p_value=float(chdtrc(2, jarque_bera)),
        condition_number=float(np.linalg.cond(A)),
    )


def _normal_test(residuals: FloatArray) -> tuple[float, float]:
    from scipy.stats import normaltest  # noqa: PLC0415 - it takes a third of a second to import, for one page

    statistic, p_value = normaltest(residuals)
    return float(statistic), float(p_value)
