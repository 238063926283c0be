"""The sentences of the entropy lesson, with the numbers of the coin, the die and the bars in them."""

import math

import numpy as np

from nnviz.core.information import information
from nnviz.figures.entropy_sums import EntropySum
from nnviz.lessons.entropy.bars import Bars, bars
from nnviz.lessons.entropy.knobs import EntropySettings
from nnviz.lessons.entropy.pictures import sums

LOGARITHM = {"bits": r"\log_2", "nats": r"\ln"}


def facts(settings: EntropySettings) -> str:
    """The sum of entropy and divergence for both pairs, and the outcome that makes it infinite, if one does."""
    lines = [f"{_sum(item, settings.unit)}" for item in sums(settings)]
    return "  \n".join([lines[0] + _missed_side(settings), lines[1] + _missed_outcome(bars(settings))])


def _sum(item: EntropySum, unit: str) -> str:
    own, extra, whole = map(_number, (item.entropy, item.divergence, item.cross_entropy))
    return f"**{item.name.capitalize()}:** H(p) + KL(p‖q) = {own} + {extra} = **{whole}** = H(p, q), in {unit}."


def _missed_side(settings: EntropySettings) -> str:
    for side, p, q in (("heads", settings.heads, settings.guess), ("tails", 1 - settings.heads, 1 - settings.guess)):
        if p > 0.0 and q == 0.0:
            return (
                f" The belief rules out {side}, which {'come' if side == 'tails' else 'comes'} up: infinite surprise."
            )
    return ""


def _missed_outcome(typed: Bars) -> str:
    missed = [name for name, p, q in zip(typed.names, typed.p, typed.q, strict=True) if p > 0.0 and q == 0.0]
    return f" q rules out {', '.join(missed)}, which p does not: infinite surprise." if missed else ""


def notice(settings: EntropySettings) -> str:
    """What has to be said about the typed weights."""
    return " ".join(bars(settings).remarks)


def text(settings: EntropySettings) -> str:
    """Information, entropy, cross entropy, divergence, and why a classifier is trained with them."""
    log, unit = LOGARITHM[settings.unit], settings.unit
    of_die = float(information(1.0 / settings.faces, unit))
    return "\n\n".join(
        [
            "## How much one outcome tells",
            f"An outcome of probability $p$ carries the information $-{log} p$, here in {unit}. One that was certain "
            "tells nothing. One in eight tells 3 bits: as much as three throws of a fair coin. Probabilities of "
            "independent outcomes multiply, so their information adds up.",
            "## Entropy: how much is told on average",
            _display(rf"H(p) = -\sum_i p_i {log} p_i, \qquad 0 {log} 0 = 0."),
            "A coin tells most when it is fair: then nobody can predict it. A die with $n$ equal faces has the entropy "
            rf"${log} n$, here ${log} {settings.faces:g} = {of_die:.4g}$ {unit}, and no other distribution over $n$ "
            "outcomes has more. With an ideal code, $H$ bits per outcome are enough on average to write down what "
            "happened, and fewer are not.",
            "## Cross entropy: the cost of a wrong belief",
            "Somebody who expects $q$ while $p$ holds is surprised more than necessary:",
            _display(rf"H(p, q) = -\sum_i p_i {log} q_i = H(p) + \mathrm{{KL}}(p \| q),"),
            _display(rf"\mathrm{{KL}}(p \| q) = \sum_i p_i {log} \frac{{p_i}}{{q_i}} \ge 0."),
            "The Kullback–Leibler divergence is the extra cost. It is 0 only where $q = p$, and it changes when $p$ "
            "and $q$ change places. It is infinite as soon as $q$ rules out an outcome that $p$ allows: what was "
            "thought impossible happens, and no finite number of bits had been set aside for it. The other way round "
            "nothing is infinite: an outcome that $q$ expects in vain only takes probability from the others.",
            "In the picture of the coin, $H(p, q)$ is a straight line in $p$ that touches the curve $H$ at $p = q$. "
            "The gap between line and curve at $p$ is the divergence.",
            "The bars on the screen:",
            _table(settings),
            "## Why classifiers are trained with it",
            "A label is a distribution that is certain: $p = (0, 1)$ has the entropy 0. So its cross entropy with the "
            r"prediction $q$ is the divergence alone, and equals $-\ln q_2$: the log loss of this example, in nats. "
            "Training a classifier on the mean log loss moves its beliefs towards the labels. Never predict exactly 0 "
            "or 1: one contradicting label costs infinitely much.",
            "**Try:** drag one bar of $q$ down to 0 and watch the stack; then do the same with $p$. Type `1 1 2 4` for "
            "$p$ and the same for $q$: how many bits does each outcome take?",
        ]
    )


def _display(formula: str) -> str:
    return f"$$\n{formula}\n$$"


def _table(settings: EntropySettings) -> str:
    """What each outcome contributes."""
    typed, log, unit = bars(settings), LOGARITHM[settings.unit], settings.unit
    p, q = typed.p, typed.q
    surprise, expected = information(p, unit), information(q, unit)
    with np.errstate(invalid="ignore"):  # 0·∞ is meant to be 0
        costs = np.where(p > 0.0, p * (expected - surprise), 0.0)
    head = ["outcome", "$p_i$", "$q_i$", f"$-{log} p_i$", f"$-{log} q_i$", rf"$p_i {log} (p_i / q_i)$"]
    columns = zip(p, q, surprise, expected, costs, strict=True)
    rows = [[name, *map(_number, row)] for name, row in zip(typed.names, columns, strict=True)]
    return "\n".join("| " + " | ".join(line) + " |" for line in [head, ["---"] * len(head), *rows])


def _number(value: float) -> str:
    return ("∞" if math.isinf(value) else f"{value + 0.0:.4g}").replace("-", "−")
