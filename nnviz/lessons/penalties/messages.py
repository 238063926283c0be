"""The sentences of the penalties page."""

from collections.abc import Callable, Mapping

import numpy as np

from nnviz.core.objectives.losses import LOSSES
from nnviz.core.solvers.closed_form import largest_stable_learning_rate
from nnviz.core.solvers.lasso import coordinate_rounds
from nnviz.core.solvers.ridge import ridge
from nnviz.core.types import FloatArray
from nnviz.lessons.penalties import experiment
from nnviz.lessons.penalties.printed import printed_for
from nnviz.lessons.penalties.settings import BATCH_SIZES, COPIED, METHODS, USELESS, PenaltySettings

Formula = Callable[[PenaltySettings], str]
SIZES: dict[str, Formula] = {
    "L1": lambda s: r"\sum_j |w_j|",
    "L2": lambda s: r"\sum_j w_j^2",
    "elastic net": lambda s: rf"\sum_j \big( {s.l1_share:g}\,|w_j| + {1 - s.l1_share:g}\, w_j^2 \big)",
    "p-norm": lambda s: rf"\sum_j |w_j|^{{{s.exponent:g}}}",
}
SUBGRADIENTS: dict[str, Formula] = {
    "L1": lambda s: r"\operatorname{sign}(w_j)",
    "L2": lambda s: "2 w_j",
    "elastic net": lambda s: rf"{s.l1_share:g}\operatorname{{sign}}(w_j) + {2 * (1 - s.l1_share):g}\, w_j",
    "p-norm": lambda s: rf"{s.exponent:g}\,|w_j|^{{{s.exponent - 1:g}}} \operatorname{{sign}}(w_j)",
}
PROXIMAL: dict[str, Formula] = {
    "L1": lambda s: r"\operatorname{sign}(v_j)\max(|v_j| - \eta\lambda,\, 0)",
    "L2": lambda s: r"\frac{v_j}{1 + 2\eta\lambda}",
    "elastic net": lambda s: (
        rf"\frac{{\operatorname{{sign}}(v_j)\max(|v_j| - {s.l1_share:g}\,\eta\lambda,\, 0)}}"
        rf"{{1 + {2 * (1 - s.l1_share):g}\,\eta\lambda}}"
    ),
}
SCALES = """\
The same penalty has other factors elsewhere. With $N$ examples, our $\\lambda$ and the share
$s$ of L1 in the elastic net:

| where | minimises | so that |
|:--|:--|:--|
| here | $\\frac1N\\sum(\\hat y - y)^2 + \\lambda R(w)$ | |
| scikit-learn `Ridge` | $\\sum(\\hat y - y)^2 + \\alpha\\sum w^2$ | $\\alpha = N\\lambda$ |
| scikit-learn `Lasso` | $\\frac1{2N}\\sum(\\hat y - y)^2 + \\alpha\\sum\\lvert w\\rvert$ | $\\alpha = \\lambda/2$ |
| scikit-learn `ElasticNet` | $\\frac1{2N}\\sum(\\hat y - y)^2 + \\alpha r\\sum\\lvert w\\rvert \
+ \\frac{\\alpha(1-r)}2\\sum w^2$ | \
$\\alpha = \\lambda(1 - \\frac s2),\\ r = \\frac s{2 - s}$ |
| the notebook's ridge | $\\frac1B\\sum(\\hat y - y)^2 + \\frac aB\\sum w^2$ on a batch | $\\lambda = a/B$ |
| the notebook's lasso | $\\frac1B\\sum(\\hat y - y)^2 + a\\sum\\lvert w\\rvert$ on a batch | $\\lambda = a$ |

So `Ridge(alpha=2)`, which the notebook puts beside its descent with $a = 1$, is another problem: $\\lambda = 2/N$
against $1/N$. With `alpha=1` the two agree in five digits."""


def text(settings: PenaltySettings) -> str:
    """What is computed, with the numbers of the settings in it."""
    size, slope = SIZES[settings.penalty](settings), SUBGRADIENTS[settings.penalty](settings)
    bias = "with the bias" if settings.penalise_bias else "without the bias $b$"
    return "\n\n".join(
        [
            "## What is on the screen",
            f"Linear regression with a penalty on the size of the weights, {bias}:",
            _display(
                rf"J(w) = \frac1N\sum_{{i=1}}^N \Big(b + \sum_j w_j x_{{ij}} - y_i\Big)^2"
                rf" + {_strength(settings)} \cdot {size}."
            ),
            "The **subgradient** step adds the penalty's slope to the gradient $g$ of the batch:",
            _display(rf"w_j \leftarrow w_j - {settings.learning_rate:g}\,\big(g_j + \lambda\,({slope})\big),")
            + "\n\nwhere the slope at $w_j = 0$ is taken as 0.",
            _proximal(settings),
            _zeros(settings),
            "## Scaling",
            SCALES,
            "## Batch size",
            "A penalty that is divided by the size of the batch pulls more in smaller batches: $\\lambda/B$ instead of "
            "$\\lambda/N$, and a shorter last batch pulls more still. The line over the batch size is the exact answer "
            "for the mean λ of an epoch's steps. The runs lie near it, not on it: their last steps saw single batches.",
        ]
    )


def _display(formula: str) -> str:
    return f"$$\n{formula}\n$$"


def _strength(settings: PenaltySettings) -> str:
    if not settings.divided_by_batch:
        return f"{settings.penalty_strength:g}"
    return rf"\frac{{{settings.penalty_strength:g}}}{{B}}"


def _proximal(settings: PenaltySettings) -> str:
    if settings.penalty not in PROXIMAL:
        return (
            "The proximal step of a p-norm has no closed form, so only the subgradient step runs. The exact weights "
            "come from coordinate descent, whose every step solves for one weight."
        )
    return (
        "The **proximal** step takes the gradient alone, to $v = w - \\eta g$, and then the exact minimum of "
        "$\\tfrac12\\|u - v\\|^2 + \\eta\\lambda R(u)$:\n\n"
        + _display(rf"w_j \leftarrow {PROXIMAL[settings.penalty](settings)}.")
    )


def _zeros(settings: PenaltySettings) -> str:
    if settings.penalty == "p-norm" and settings.exponent < 1:
        return (
            "Below $p = 1$ the objective is not convex: the slope of $|w|^p$ has no bound near 0, so $w_j = 0$ is "
            "always a local minimum, and often another one lies farther out. A descent that comes near 0 is thrown "
            "about by that slope. The exact weights are the lower of two local minima, reached from least squares and "
            "from zero; with several weights a lower one could exist."
        )
    if settings.penalty == "L2" or (settings.penalty == "p-norm" and settings.exponent > 1):
        return "The slope of this penalty is 0 at 0, so weights become small but, as a rule, never exactly 0."
    share = settings.l1_share if settings.penalty == "elastic net" else 1.0
    overshoot = settings.learning_rate * settings.penalty_strength * share
    return (
        "The slope of $|w|$ does not fade near 0. A weight whose gradient is smaller than the penalty's slope there "
        f"is driven to 0. The subgradient step overshoots it, by up to $\\eta$ times that slope, ${overshoot:g}$, and "
        "comes back; the proximal step stops at exactly 0."
    )


def summary(settings: PenaltySettings) -> str:
    """The exact weights beside those without a penalty, and what the notebook prints for these settings."""
    X, y, names = experiment.data(settings)
    rows = {
        "exact, with the penalty": experiment.exact_now(settings),
        "without a penalty": ridge(X, y, 0.0),
    }
    if any(printed.exact for printed in printed_for(settings).values()) and settings.penalty == "L1":
        rounds = coordinate_rounds(X, y, settings.penalty_strength, n_rounds=3, bias=settings.penalise_bias)
        rows["three rounds of coordinate descent"] = rounds
    lines = [f"| {' | '.join(('weights', *names))} |", "|:--|" + "--:|" * len(names)]
    lines += [f"| {name} | {' | '.join(_numbers(weights))} |" for name, weights in rows.items()]
    return "\n".join(lines) + "\n\n" + _printed(settings)


def _numbers(weights: FloatArray) -> list[str]:
    return [f"{weight:.8f}" if weight else "0" for weight in weights]


def _printed(settings: PenaltySettings) -> str:
    told = []
    for name, printed in printed_for(settings).items():
        digits = "; ".join(f"`{one}`" for one in printed.digits)
        if not printed.exact:
            told.append(f"The notebook prints, after {settings.epochs:g} epochs of (sub)gradient descent: {digits}.")
        elif name.startswith("lasso"):
            told.append(
                f"It prints for scikit-learn's `Lasso(alpha=1)`: {digits}, which stops after three rounds of "
                "coordinate descent, when the seventh decimal is not settled yet."
            )
        else:
            told.append(f"The notebook prints for scikit-learn's `Ridge(alpha=2)`: {digits}.")
    return " ".join(told)


def notice(settings: PenaltySettings) -> str:
    """A sentence about a combination of settings that needs one."""
    if settings.penalty == "p-norm" and settings.exponent < 1:
        return "p is below 1: the objective is not convex, and descent may end in any of its local minima."
    limit = stable_learning_rate(settings)
    if limit is not None and settings.learning_rate > limit and settings.comparison == METHODS:
        return f"The learning rate is above 2/λmax = {limit:.3g}: descent on all data diverges."
    return ""


def stable_learning_rate(settings: PenaltySettings) -> float | None:
    """2/λmax of the loss with the quadratic part of the penalty; None for a p-norm, which has no one curvature."""
    if settings.penalty == "p-norm":
        return None
    X, _, _ = experiment.data(settings)
    share = {"L1": 0.0, "L2": 1.0, "elastic net": 1.0 - settings.l1_share}[settings.penalty]
    curvature = np.full(X.shape[1] + 1, 2.0 * share * settings.penalty_strength)
    curvature[0] *= settings.penalise_bias
    return largest_stable_learning_rate(X, LOSSES["mean squared error"], curvature)


def disabled_reasons(settings: PenaltySettings) -> Mapping[str, str]:
    """The fields that do nothing with these settings, each with the reason."""
    reasons: dict[str, str] = {}
    if settings.penalty != "elastic net":
        reasons["l1_share"] = "Only the elastic net mixes two penalties."
    if settings.penalty != "p-norm":
        reasons["exponent"] = "Only the p-norm has an exponent to choose."
    if settings.comparison == BATCH_SIZES:
        reasons["batch_size"] = "Eight sizes train side by side."
    if experiment.is_notebooks(settings):
        own = ("n_useless", "correlation", "n_samples", "noise", "seed")
        reasons |= dict.fromkeys(own, "The notebook's data, first weights and shuffles are fixed.")
    elif settings.data == COPIED:
        reasons |= dict.fromkeys(("n_useless", "correlation"), "The extra feature is a copy of x.")
    elif settings.data == USELESS and settings.n_useless == 0:
        reasons["correlation"] = "There is no useless feature."
    return reasons


def ending(settings: PenaltySettings) -> str:
    """The sentence at the last step."""
    return f"Complete after {settings.epochs:g} epochs, as set."


def explain_divergence(settings: PenaltySettings, step: int) -> str:
    """Why the run ended at a step."""
    unit = "epoch" if settings.comparison == BATCH_SIZES else "step"
    return f"Diverged at {unit} {step:,}: the loss of a batch passed 10¹⁵. Lower the learning rate."
