"""The sentences of the gradient descent lesson."""

from collections.abc import Mapping

import numpy as np

from nnviz.lesson import Limit
from nnviz.lessons.gradient_descent import setup
from nnviz.lessons.gradient_descent.knobs import NOTEBOOK, NOTEBOOK_START, GradientDescentSettings
from nnviz.own_data.standardised_line import OWN_LINE, in_own_units


def limits(settings: GradientDescentSettings) -> Mapping[str, Limit]:
    """The stability limit on the slider."""
    limit = setup.bowl(settings).largest_stable_learning_rate
    return {"learning_rate": Limit(limit, f"2/λmax = {limit:.4g}")}


def _table(settings: GradientDescentSettings) -> str:
    """The estimate of the slider's rate after some steps, beside the least squares weights."""
    steps = [f"{step:,}" for step in setup.TABLE_STEPS]
    columns = np.vstack([setup.estimates(settings), setup.bowl(settings).optimum]).T
    rows = [
        f"| {name} | " + " | ".join(map(_number, row)) + " |" for name, row in zip(("bias", "w1"), columns, strict=True)
    ]
    head = "| step | " + " | ".join(steps) + " | least squares |"
    return "\n".join([head, "| --- |" + " ---: |" * (len(steps) + 1), *rows])


def _number(value: float) -> str:
    if np.isnan(value):
        return "diverged"
    return (f"{round(value, 8) + 0.0:.8f}" if abs(value) < 1e4 else f"{value:.3e}").replace("-", "−")


def text(settings: GradientDescentSettings) -> str:
    """What is computed, why a rate is too large, and what to try."""
    own = setup.chosen(settings)
    told = in_own_units(own, int(settings.seed)) if own.is_own else ""
    return _what(settings) + told + _why(settings) + TO_TRY


def _what(settings: GradientDescentSettings) -> str:
    rate = settings.learning_rate
    return f"""## What is on the screen

The model is a line, $\\hat y = b + w_1 x$, and its loss over $N = {len(setup.data(settings).y)}$ examples is the mean
squared error. Its gradient says in which direction the loss grows most:

$$
L(b, w_1) = \\frac{{1}}{{N}} \\sum_i (b + w_1 x_i - y_i)^2, \\qquad
\\nabla L = \\frac{{2}}{{N}} \\sum_i (b + w_1 x_i - y_i) \\begin{{pmatrix}} 1 \\\\ x_i \\end{{pmatrix}}
$$

Gradient descent takes all examples at every step and moves the weights against the gradient, by the learning rate
$\\eta$ times its length:

$$
\\begin{{pmatrix}} b \\\\ w_1 \\end{{pmatrix}} \\leftarrow
\\begin{{pmatrix}} b \\\\ w_1 \\end{{pmatrix}} - {rate:g} \\cdot \\nabla L
$$

Six learning rates run side by side from the same start: 0.001, 0.01, 0.05, 0.1, 1 and yours. With yours,
$\\eta = {rate:g}$, the weights after so many steps are:

{_table(settings)}
"""


def _why(settings: GradientDescentSettings) -> str:
    bowl, rate = setup.bowl(settings), settings.learning_rate
    flat, steep = bowl.curvatures
    limit, best = bowl.largest_stable_learning_rate, 2.0 / (flat + steep)
    return f"""
## Why there is a limit

This loss is a bowl: along its flattest direction its curvature is $\\lambda_\\min = {flat:.4g}$, along its steepest
$\\lambda_\\max = {steep:.4g}$. In each of the two directions a step multiplies the distance to the minimum by
$1 - \\eta\\lambda$. With your rate these factors are ${1 - rate * flat:.4g}$ and ${1 - rate * steep:.4g}$.

- A factor between 0 and 1 comes nearer from one side. A small $\\eta$ gives a factor near 1: safe, but slow.
- A factor between −1 and 0 overshoots and comes nearer all the same: the path zigzags.
- A factor below −1 overshoots by more at every step. This happens for
  $\\eta > 2/\\lambda_\\max = {limit:.4g}$, the line on the slider: the run diverges.

The fastest rate makes both factors equal in size: $2/(\\lambda_\\min + \\lambda_\\max) = {best:.4g}$.
"""


TO_TRY = """
## What to try

- Show the loss above its minimum on a logarithmic axis: every run becomes a straight line, and its slope is
  $2 \\log_{10} |1 - \\eta\\lambda|$ per step for the slowest direction that is left.
- Move your rate across the line on the slider, one value at a time.
- Click on the plane. The start changes how long it takes, never whether it converges.
- Make the spread of x larger: the bowl gets steeper along $w_1$, and rates that were good diverge.
"""


ROUNDING = 1e-9
"""How near to the limit, as a share of it, a rate counts as the limit itself."""


def notice(settings: GradientDescentSettings) -> str:
    """What was done to data of one's own, and which of the runs on the screen do not converge."""
    own = setup.chosen(settings)
    stretched = f"The feature is then stretched to the standard deviation {settings.x_spread:g}."
    said = [own.notice(OWN_LINE), stretched if own.is_own and settings.x_spread != 1.0 else ""]
    said += [_at_the_limit(settings), _above_the_limit(settings)]
    return " ".join(sentence for sentence in said if sentence)


def _above_the_limit(settings: GradientDescentSettings) -> str:
    limit = setup.bowl(settings).largest_stable_learning_rate
    above = [f"{rate.value:g}" for rate in setup.shown(settings) if rate.value > (1.0 + ROUNDING) * limit]
    if not above:
        return ""
    verb = "lies" if len(above) == 1 else "lie"
    return f"η = {' and '.join(above)} {verb} above 2/λmax = {limit:.4g}: such a run diverges and leaves the pictures."


def _at_the_limit(settings: GradientDescentSettings) -> str:
    limit = setup.bowl(settings).largest_stable_learning_rate
    if not any(abs(rate.value / limit - 1.0) <= ROUNDING for rate in setup.shown(settings)):
        return ""
    return f"η = {limit:.4g} is 2/λmax itself: that run jumps to and fro for ever and comes no nearer."


def irrelevant(settings: GradientDescentSettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    own = setup.chosen(settings)
    reasons = dict(own.irrelevant("n_samples", "noise"))
    if own.is_own and not own.takes_part:
        reasons["seed"] = "All your rows are used: nothing is drawn."
    if settings.data == NOTEBOOK:
        reason = "The notebook's data have N = 1000, noise with σ = 1, and x with spread 1."
        reasons |= dict.fromkeys(("n_samples", "noise", "x_spread", "seed"), reason)
    if settings.start == NOTEBOOK_START:
        reasons |= dict.fromkeys(("start_w0", "start_w1"), "The runs start at the notebook's draw.")
    return reasons


def explain_divergence(settings: GradientDescentSettings, step: int) -> str:
    """Why all runs ended."""
    return f"The last run diverged at step {step:,}: its loss passed 10¹⁵."
