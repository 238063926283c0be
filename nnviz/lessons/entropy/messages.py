"""What the entropy lesson says about the coin and the bars above its figures."""

import math

from nnviz.figures.entropy_sums import EntropySum
from nnviz.lessons.entropy.bars import Bars, bars
from nnviz.lessons.entropy.figures import sums
from nnviz.lessons.entropy.settings import EntropySettings


def summary(settings: EntropySettings) -> str:
    """The sum of entropy and divergence for both pairs, and the outcome that makes it infinite, if one does."""
    lines = [f"{_sum(item, settings.unit)}" for item in sums(settings)]
    return "  \n".join([lines[0] + _missed_side(settings), lines[1] + _missed_outcome(bars(settings))])


def _sum(item: EntropySum, unit: str) -> str:
    own, extra, whole = map(number, (item.entropy, item.divergence, item.cross_entropy))
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


def number(value: float) -> str:
    """Four digits, or infinity."""
    return ("∞" if math.isinf(value) else f"{value + 0.0:.4g}").replace("-", "−")
