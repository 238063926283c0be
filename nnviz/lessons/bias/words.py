"""The sentences of the bias lesson."""

from collections.abc import Mapping

from nnviz.lessons.bias import fits
from nnviz.lessons.bias.knobs import MODELS, NOTEBOOK, THROUGH_ORIGIN, WITH_BIAS, BiasSettings

TEXT = r"""
## What a bias does

The bias is the weight of a feature that is always 1. With it a line may have any height; without it the line has to
pass through the origin:

$$
\hat y = b + w x \qquad\text{or}\qquad \hat y = w x, \qquad
\text{here } y = %(true_bias)g + 4 x + %(noise)g\,\varepsilon .
$$

When the true line does not meet the origin, the fit without a bias pays with its slope: it tilts until it serves the
data as well as it can. When it does, the bias costs next to nothing: its estimate is near 0, and the table says that it
is not significant.

## How to read the table

With residuals $e = y - A\hat w$ and $P$ weights the variance of the noise is estimated by the scale, and every weight
has a standard error, a $t$ value and an interval that holds the true weight in 95 %% of all samples:

$$
s^2 = \frac{\sum e_i^2}{N - P}, \qquad \operatorname{se}(\hat w_j) = s \sqrt{\big[(A'A)^{-1}\big]_{jj}},
$$

$$
t_j = \frac{\hat w_j}{\operatorname{se}(\hat w_j)}, \qquad \hat w_j \pm t_{0.975,\,N-P}\, \operatorname{se}(\hat w_j) .
$$

$p$ is how often $|t|$ would be as large if the true weight were 0. $R^2$ is the share of the variation of $y$ that is
explained. Without a bias it compares with the prediction 0, not with the mean of $y$, so the two $R^2$ must not be
compared. $F$ asks whether all slopes together are 0. With the log-likelihood $\ell$ of Normal noise,
$\mathrm{AIC} = -2\ell + 2P$ and $\mathrm{BIC} = -2\ell + P \ln N$; smaller is better, and these can be compared. The
last row asks whether the residuals look like independent Normal noise: skew 0, kurtosis 3 and Durbin-Watson 2 would.

## Should a penalty touch the bias?

Ridge regression minimises

$$
\frac1N \sum_i (y_i - b - w x_i)^2 + %(strength)g \cdot \big(w^2%(bias_term)s\big) .
$$

A constant feature cannot follow the noise, so there is nothing to cure by shrinking the bias. But there is something to
lose: with $\lambda = %(strength)g$ the expected squared error on new data is %(free).4g when only the slope is
penalised, and %(both).4g when the bias is penalised too. Least squares has %(least).4g, of which
$\sigma^2 = %(variance).4g$ is noise that no line can predict. At a small $\lambda$ it can go either way where $x$ is
far from 0: a bias that is pulled down makes the slope rise to make up for it, against its own penalty. The larger
$\lambda$ and the true bias, the more a penalised bias costs.
"""


def text(settings: BiasSettings) -> str:
    """What is computed, with the numbers of the settings in it."""
    settings = fits.effective(settings)
    strength = settings.penalty_strength
    free, both = (
        float(fits.error_on_new_data(settings, fits.penalised(settings, strength, bias))) for bias in (False, True)
    )
    return TEXT % {
        "true_bias": settings.true_bias,
        "noise": settings.noise,
        "strength": strength,
        "bias_term": " + b^2" if settings.penalise_bias else "",
        "free": free,
        "both": both,
        "least": round(float(fits.error_on_new_data(settings, fits.line(settings, WITH_BIAS))), 12),
        "variance": settings.noise**2,
    }


def facts(settings: BiasSettings) -> str:
    """The regression table."""
    settings = fits.effective(settings)
    if fits.is_exact(settings, settings.model):
        weights = ", ".join(
            f"{round(weight, 10) + 0.0:.4g}" for weight in fits.table(settings, settings.model).estimates
        )
        return f"The fit {settings.model} meets every example: its weights are {weights}, and nothing is uncertain."
    return "\n\n".join([_coefficients(settings), _scores(settings), _tests(settings)])


def _coefficients(settings: BiasSettings) -> str:
    names = ("const", "x1") if MODELS[settings.model] else ("x1",)
    rows = zip(names, fits.table(settings, settings.model).printed_rows(), strict=True)
    lines = [f"| **{name}** | " + " | ".join(row) + " |" for name, row in rows]
    header = "| | Coef. | Std.Err. | t | p | [0.025 | 0.975] |".replace("[", r"\[").replace("]", r"\]")
    return "\n".join([header, "|---|---|---|---|---|---|---|", *lines])


SHORT = {
    "No. Observations": "N",
    "Df Model": "df model",
    "Df Residuals": "df resid.",
    "R-squared": "R²",
    "Adj. R-squared": "adj. R²",
    "Log-Likelihood": "log-lik.",
    "F-statistic": "F",
    "Prob (F-statistic)": "Prob (F)",
}
"""The names of the scores that are too long for a table."""


def _scores(settings: BiasSettings) -> str:
    printed = fits.table(settings, settings.model).printed()
    return _row({SHORT.get(name, name): value for name, value in printed.items()})


def _tests(settings: BiasSettings) -> str:
    return _row(fits.diagnostics(settings, settings.model).printed())


def _row(printed: Mapping[str, str]) -> str:
    return "\n".join(
        ["| " + " | ".join(printed) + " |", "|---" * len(printed) + "|", f"| {' | '.join(printed.values())} |"]
    )


def notice(settings: BiasSettings) -> str:
    """A sentence about the model that has to be said."""
    if settings.model == THROUGH_ORIGIN and fits.effective(settings).true_bias != 0.0:
        return "The true line does not meet the origin: this model is wrong, and its table does not know it."
    return ""


def irrelevant(settings: BiasSettings) -> Mapping[str, str]:
    """The fields that do nothing just now, each with the reason."""
    if settings.data == NOTEBOOK:
        own = ("n_samples", "true_bias", "centre", "noise", "seed")
        return dict.fromkeys(own, "The notebook's data are as they are.")
    return {}
