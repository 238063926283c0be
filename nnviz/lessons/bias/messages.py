"""The sentences of the bias lesson."""

from collections.abc import Mapping

from nnviz.lessons.bias import fits
from nnviz.lessons.bias.settings import MODELS, NOTEBOOK, THROUGH_ORIGIN, BiasSettings
from nnviz.page.numerals import plural


def summary(settings: BiasSettings) -> str:
    """The regression table."""
    settings = fits.effective(settings)
    if fits.is_exact(settings, settings.model):
        estimates = fits.table(settings, settings.model).estimates
        weights = ", ".join(f"{round(weight, 10) + 0.0:.4g}" for weight in estimates)
        named = f"{plural(len(estimates), 'weight is', 'weights are')} {weights}"
        return f"The fit {settings.model} meets every example: its {named}, and nothing is uncertain."
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


def disabled_reasons(settings: BiasSettings) -> Mapping[str, str]:
    """The fields that do nothing just now, each with the reason."""
    if settings.data == NOTEBOOK:
        own = ("n_samples", "true_bias", "centre", "noise", "seed")
        return dict.fromkeys(own, "The notebook's data are as they are.")
    return {}
