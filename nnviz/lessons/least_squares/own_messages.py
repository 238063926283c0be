"""What the page says of one's own rows, whose true line nobody knows."""

from nnviz.core.analysis.conditioning import condition_number
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.lessons.least_squares.own_rows import chosen, own_fit
from nnviz.lessons.least_squares.samples import effective, estimates
from nnviz.lessons.least_squares.settings import LeastSquaresSettings
from nnviz.page.numerals import minus
from nnviz.user_data.standardised_line import OWN_LINE


def summary(settings: LeastSquaresSettings) -> str:
    """The estimates with their standard errors and intervals, and how far the redraws spread."""
    fit = own_fit(settings)
    table, spread = fit.table, estimates(effective(settings)).std(axis=0, ddof=1)
    is_exact = fit.deviation == 0.0  # what the table has then are roundings
    rows = []
    for weight, name in enumerate(("bias", "slope")):
        estimate = table.estimates[weight]
        ends = (estimate, estimate) if is_exact else (table.lower[weight], table.upper[weight])
        error, of_redraws = (0.0, 0.0) if is_exact else (table.standard_errors[weight], spread[weight])
        row = f"| {name} | **{estimate:.8g}** | {error:.5g} | {ends[0]:.5g} to {ends[1]:.5g} | {of_redraws:.5g} |"
        rows.append(minus(row))
    condition = condition_number(design_matrix(fit.rows.X))
    return "\n".join(
        [
            "| | estimate | standard error | 95 % interval, Normal noise | deviation of redraws |",
            "|---|---|---|---|---|",
            *rows,
            "",
            f"$N = {table.n_samples}$ rows, $\\hat\\sigma = {fit.deviation:.5g}$, $R^2 = {table.r_squared:.4f}$. "
            f"Condition number of $A = [1, X]$: $\\kappa = {condition:.5g}$; "
            f"of $A'A$: $\\kappa^2 = {condition**2:.5g}$.",
        ]
    )


def notice(settings: LeastSquaresSettings) -> str:
    """What was done to the rows, or that there are none, and what the redraws take for the truth."""
    said = chosen(settings).notice(OWN_LINE)
    if not chosen(settings).is_own:
        return said
    redraws = "The redraws take the line that fits your rows for the truth, and the deviation of its residuals."
    exact = "Your points lie on a line: no spread is left to draw."
    return f"{said} {redraws if effective(settings).noise else exact}".strip()
