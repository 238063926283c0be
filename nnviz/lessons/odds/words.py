"""The sentences of the odds lesson, with the numbers of the event and of the extreme argument in them."""

import math

import numpy as np

from nnviz.core.floating_point import LOG_COMPLEMENTS, LOG_SIGMOIDS, SIGMOIDS, Formula, watched
from nnviz.core.odds import sigmoid_slope
from nnviz.lessons.odds.knobs import OddsSettings, log_odds, odds

FORMULAS = {
    r"naive $\frac{1}{1 + e^{-t}}$": SIGMOIDS["naive"],
    r"naive $\frac{e^{t}}{1 + e^{t}}$": SIGMOIDS["naive, as a quotient"],
    r"stable $e^{-\ln(1 + e^{-t})}$": SIGMOIDS["stable"],
    r"naive $\ln \sigma(t)$": LOG_SIGMOIDS["naive"],
    r"stable $\ln \sigma(t)$": LOG_SIGMOIDS["stable"],
    r"naive $\ln(1 - \sigma(t))$": LOG_COMPLEMENTS["naive"],
    r"stable $\ln(1 - \sigma(t))$": LOG_COMPLEMENTS["stable"],
}


def facts(settings: OddsSettings) -> str:
    """The event in three ways."""
    p, o, t = settings.probability, odds(settings), log_odds(settings)
    ratio = f"{o:.4g} to 1" if o >= 1 else f"1 to {1 / o:.4g}"
    return (
        f"One event: probability **{p:.4g}** = odds **{o:.4g}** ({ratio}) = log-odds **{_signed(t)}**. "
        f"The opposite event: {1 - p:.4g}, {1 / o:.4g}, {_signed(-t)}."
    )


def _signed(value: float) -> str:
    return f"{value:.4g}".replace("-", "−") if abs(value) > 1e-12 else "0"


def text(settings: OddsSettings) -> str:
    """Odds, the sigmoid that undoes them, and what floating point makes of it."""
    p, o, t = settings.probability, odds(settings), log_odds(settings)
    slope = float(sigmoid_slope(np.array(t)))
    return "\n\n".join(
        [
            "## Three ways to say how likely",
            "The **odds** compare how often an event happens with how often it does not. They run from 0 to ∞. Their "
            "logarithm, the **log-odds** or *logit*, runs from −∞ to ∞, like the output of a linear model:",
            _display(r"\text{odds} = \frac{p}{1 - p}, \qquad t = \ln \frac{p}{1 - p}."),
            "For the event on the screen:",
            _display(rf"\frac{{{p:.4g}}}{{1 - {p:.4g}}} = {o:.4g}, \qquad \ln {o:.4g} = {_tex(t)}."),
            "Solved for $p$, this is the **sigmoid**, which brings any number back between 0 and 1:",
            _display(r"p = \sigma(t) = \frac{1}{1 + e^{-t}}, \qquad \sigma'(t) = \sigma(t)\,(1 - \sigma(t))."),
            _display(rf"\sigma({_tex(t)}) = {p:.4g}, \qquad \sigma'({_tex(t)}) = {slope:.4g}."),
            "Logistic regression is a linear model of the log-odds, $t = b + wx$. When $x$ grows by 1, the odds are "
            "multiplied by $e^w$, wherever they were. The probability changes by at most $w/4$, because the slope of "
            "the sigmoid is largest at $t = 0$, where it is ¼. Far out the slope is almost 0: a neuron that saturates "
            "hardly learns.",
            "**Try:** move the event to 0.5, then to its mirror image (0.2 and 0.8). The odds become their reciprocal, "
            "the log-odds only change their sign. On the logarithmic odds axis the middle curve is a straight line.",
            "## The sigmoid in double precision",
            "On paper these formulas are one. A computer rounds: $e^t$ is infinite above $t = 709.78$, and "
            "$1 + e^{-t}$ is exactly 1 above $t = 36.74$. The table shows what each formula really gives here, and in "
            "brackets what the processor reports on the way.",
            _table(settings),
            "The overflow does not harm $1/(1 + e^{-t})$ itself: $1/\\infty = 0$ is the right double. The damage comes "
            "with the next operation. As a quotient it is $\\infty/\\infty$, not a number (NaN). As a log loss it is "
            "$-\\ln 0 = \\infty$, although the true loss at $t = -1000$ is an ordinary 1000. One such example makes "
            "the mean loss of all data infinite. So a program never takes the logarithm of a probability. It goes from "
            "$t$ to the loss directly:",
            _display(r"-\ln \sigma(t) = \ln(1 + e^{-t}) = \max(-t, 0) + \ln\big(1 + e^{-|t|}\big)."),
            "The power is now never above 1. All losses on these pages are computed in this way.",
        ]
    )


def _display(formula: str) -> str:
    return f"$$\n{formula}\n$$"


def _tex(value: float) -> str:
    return f"{value:.4g}" if abs(value) > 1e-12 else "0"


def _table(settings: OddsSettings) -> str:
    columns = list(dict.fromkeys((-1000.0, settings.logit, 1000.0)))
    head = ["formula", *(f"$t = {t:g}$" for t in columns)]
    rows = [[name, *(_cell(formula, t) for t in columns)] for name, formula in FORMULAS.items()]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(formula: Formula, t: float) -> str:
    seen = watched(formula, t)
    events = f" ({', '.join(seen.exceptions)})" if seen.exceptions else ""
    return _number(float(seen.value)) + events


def _number(value: float) -> str:
    if math.isnan(value):
        return "**NaN**"
    if math.isinf(value):
        return "**∞**" if value > 0 else "**−∞**"
    return f"{value + 0.0:.6g}".replace("-", "−")  # + 0 makes −0 a plain 0
