"""What the page says of one's own rows, whose true line nobody knows."""

from nnviz.core.analysis.conditioning import condition_number
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.lessons.least_squares.own_rows import chosen, own_fit
from nnviz.lessons.least_squares.samples import effective, estimates
from nnviz.lessons.least_squares.settings import LeastSquaresSettings
from nnviz.user_data.standardised_line import OWN_LINE
from nnviz.user_data.table import as_code

SOURCE = r"""These are your own rows: $x$ is %(feature)s, $y$ is %(target)s. Which line is behind them nobody knows.
The redraws need one, so they take the fitted line for the truth: they keep your $x_i$ and draw

$$
y_i = %(bias)g %(slope)s\,x_i + %(noise)g\,\varepsilon_i, \qquad
\operatorname{E}\varepsilon_i = 0,\ \operatorname{Var}\varepsilon_i = 1 ,
$$

where %(noise)g is $\hat\sigma$, the deviation estimated from the residuals. This is called a parametric bootstrap: it
shows how far the estimates would scatter if the fitted line were the true one."""
GUESS = r"""The table above estimates $\sigma$ from the residuals of your rows, $\hat\sigma^2 = \sum e_i^2/(N - 2)$, and
redraws and formula take the same $\hat\sigma$. For smaller $N$ the first of your rows are taken, in a random order."""
TRY = r"""Try the skewed noise: with few rows the histograms are skewed as well. Whether your residuals look
like noise at all, "Show residuals" tells: a bend or a funnel in them is not noise."""


def source(settings: LeastSquaresSettings) -> str:
    """Where the points come from, and what the redraws take for the truth."""
    fit, acting = own_fit(settings), effective(settings)
    return SOURCE % {
        "feature": as_code(fit.rows.feature_names[0]),
        "target": as_code(fit.rows.target_name),
        "bias": acting.true_bias,
        "slope": f"{acting.true_slope:+g}",
        "noise": acting.noise,
    }


def summary(settings: LeastSquaresSettings) -> str:
    """The estimates with their standard errors and intervals, and how far the redraws spread."""
    fit = own_fit(settings)
    table, spread = fit.table, estimates(effective(settings)).std(axis=0, ddof=1)
    rows = [
        f"| {name} | **{table.estimates[weight]:.8g}** | {table.standard_errors[weight]:.5g} "
        f"| {table.lower[weight]:.5g} to {table.upper[weight]:.5g} | {spread[weight]:.5g} |"
        for weight, name in enumerate(("bias", "slope"))
    ]
    rows = [row.replace("-", "−") for row in rows]
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
