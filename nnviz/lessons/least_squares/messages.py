"""The sentences of the least squares lesson."""

from collections.abc import Mapping

from nnviz.core.analysis.conditioning import condition_number
from nnviz.core.analysis.inference import RegressionTable, regression_table
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.lessons.least_squares import own_messages
from nnviz.lessons.least_squares.own_rows import chosen
from nnviz.lessons.least_squares.samples import NOTEBOOK_NOISE, effective, estimates, sample, theory
from nnviz.lessons.least_squares.settings import LeastSquaresSettings
from nnviz.page.numerals import minus
from nnviz.user_data.control import OWN_DATA


def summary(settings: LeastSquaresSettings) -> str:
    """Estimates beside the truth, the standard errors, and how far the redraws spread."""
    if chosen(settings).is_own:
        return own_messages.summary(settings)
    settings = effective(settings)
    drawn = sample(settings)
    table = regression_table(drawn.X, drawn.y)
    condition = condition_number(design_matrix(drawn.X))
    return "\n".join(
        [
            "| | truth | estimate | standard error, estimated | off by, in these | deviation of redraws | in theory |",
            "|---|---|---|---|---|---|---|",
            *_rows(settings, table),
            "",
            f"Condition number of $A = [1, X]$: $\\kappa = {condition:.3f}$; "
            f"of $A'A$: $\\kappa^2 = {condition**2:.3f}$.",
        ]
    )


def _rows(settings: LeastSquaresSettings, table: RegressionTable) -> list[str]:
    spread = estimates(settings).std(axis=0, ddof=1)
    expected = theory(settings, int(settings.n_samples))
    rows = []
    for weight, (name, truth) in enumerate((("bias", settings.true_bias), ("slope", settings.true_slope))):
        estimate, error = table.estimates[weight], table.standard_errors[weight]
        cells = [name, f"{truth:g}", f"**{round(estimate, 8) + 0.0:.8f}**"]
        cells += _uncertain(estimate - truth, error, spread[weight], expected[weight]) if settings.noise else ["0"] * 4
        rows.append(minus("| " + " | ".join(cells) + " |"))
    return rows


def _uncertain(off: float, error: float, spread: float, expected: float) -> list[str]:
    return [f"{error:.5f}", f"{off / error:+.2f}", f"{spread:.5f}", f"{expected:.5f}"]


def notice(settings: LeastSquaresSettings) -> str:
    """What has to be said of one's own data, or a sentence about zero noise."""
    if settings.data == OWN_DATA:
        return own_messages.notice(settings)
    if effective(settings).noise == 0.0:
        return "Without noise every sample gives the true line: no spread is left to draw."
    return ""


POPULATION = ("n_samples", "noise", "true_bias", "true_slope")


def disabled_reasons(settings: LeastSquaresSettings) -> Mapping[str, str]:
    """The fields that do nothing just now, each with the reason."""
    silent = {"noise_shape": "There is no noise."} if effective(settings).noise == 0.0 else {}
    if chosen(settings).is_own:
        kept = {"redrawn": "Your x stay as they are.", "axis": "There is one N only, that of your rows."}
        return {**chosen(settings).disabled_reasons(*POPULATION), **kept, **silent}
    if settings.data in NOTEBOOK_NOISE:
        return dict.fromkeys(
            (*POPULATION, "noise_shape"),
            "The notebook's data have N = 1000 and y = 6 + 4x, with Normal noise and σ = 1 or without any.",
        )
    return silent
