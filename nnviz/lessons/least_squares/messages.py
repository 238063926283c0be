"""The sentences of the least squares lesson."""

from collections.abc import Mapping

from nnviz.core.analysis.conditioning import condition_number
from nnviz.core.analysis.inference import RegressionTable, regression_table
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.lessons.least_squares import own_messages
from nnviz.lessons.least_squares.own_rows import chosen
from nnviz.lessons.least_squares.samples import NOTEBOOK_NOISE, effective, estimates, sample, theory
from nnviz.lessons.least_squares.settings import NEW_X, LeastSquaresSettings
from nnviz.user_data.control import OWN_DATA

TEXT = r"""
## What is computed

%(source)s

Least squares takes the bias and the slope for which the mean squared residual is smallest:

$$
(\hat b, \hat w) = \arg\min_{b,\,w}\ \frac1N \sum_{i=1}^{N} (y_i - b - w x_i)^2 .
$$

With the constant column and the features in one matrix $A = [1, X]$ the slope of this loss is zero where
$A'A\,\hat w = A'y$. For one feature this means

$$
\hat w = \frac{\sum (x_i - \bar x)(y_i - \bar y)}{\sum (x_i - \bar x)^2}, \qquad \hat b = \bar y - \hat w \bar x .
$$

## Why the estimates differ from the truth

The noise of this sample pulls the line a little. Another sample has other noise and gives another line: press play and
watch. The estimates scatter around the truth, and their standard deviation is called the standard error:

$$
%(formula)s
$$

Both shrink like $1/\sqrt N$: four times the data, half the error. %(guess)s
Normal noise gives%(exactly)s Normal estimates. Other noise gives estimates that tend to the Normal
curve as $N$ grows, because each is a weighted sum of many small independent parts. %(try)s

## Why not with the inverse

$\hat w = (A'A)^{-1}A'y$ is correct on paper. In floating point it loses digits: when the columns of $A$ are nearly
alike, small rounding errors grow by the condition number $\kappa(A)$, and forming $A'A$ squares it. This page
computes $A = QR$ with orthogonal $Q$ and triangular $R$ and solves $R\hat w = Q'y$, which never forms $A'A$.
The last figure moves $x$ away from 0, which changes neither the data nor the slope but makes $x$ more and more like the
constant column. With noise in the data and a condition number of $10^8$, the inverse has hardly a correct digit left;
QR still has about ten. The condition number is that of columns scaled to length 1, so that units do not count.
"""

SOURCE = r"""The data come from a line that you choose, with noise on top:

$$
y_i = %(bias)g %(slope)s\,x_i + %(noise)g\,\varepsilon_i, \qquad x_i \sim N(0, 1), \quad
\operatorname{E}\varepsilon_i = 0,\ \operatorname{Var}\varepsilon_i = 1 .
$$"""
GUESS = r"""The table above has to guess $\sigma$ from the
residuals of one sample, $\hat\sigma^2 = \sum e_i^2/(N - 2)$; the histograms and the formula know it."""
TRY = "Try the skewed noise with $N = 10$,\nthen with $N = 1000$."

FORMULAS = {
    False: r"""\operatorname{se}(\hat w) = \frac{\sigma}{\sqrt{\sum (x_i - \bar x)^2}}, \qquad
\operatorname{se}(\hat b) = \sigma \sqrt{\frac1N + \frac{\bar x^2}{\sum (x_i - \bar x)^2}} .""",
    True: r"""\operatorname{se}(\hat w) = \frac{\sigma}{\sqrt{N - 3}}, \qquad
\operatorname{se}(\hat b) = \sigma \sqrt{\frac{N - 2}{N (N - 3)}} \qquad \text{(the } x_i \text{ are new as well).}""",
}


def text(settings: LeastSquaresSettings) -> str:
    """What is computed, with the numbers of the settings in it."""
    is_own, settings = chosen(settings).is_own, effective(settings)
    new_x = settings.redrawn == NEW_X
    return TEXT % {
        "source": own_messages.source(settings) if is_own else _source(settings),
        "guess": own_messages.GUESS if is_own else GUESS,
        "try": own_messages.TRY if is_own else TRY,
        "formula": FORMULAS[new_x],
        "exactly": " almost exactly" if new_x else " exactly",
    }


def _source(settings: LeastSquaresSettings) -> str:
    """Where samples come from."""
    numbers = {"bias": settings.true_bias, "slope": f"{settings.true_slope:+g}", "noise": settings.noise}
    return SOURCE % numbers


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
        rows.append("| " + " | ".join(cells) + " |")
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
