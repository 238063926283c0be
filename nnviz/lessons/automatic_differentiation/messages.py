"""The sentences of the page: what has no value, and what was checked and compared."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.autodiff.expressions import NAMES, parse
from nnviz.lessons.automatic_differentiation.descents import N_STEPS, descents_of
from nnviz.lessons.automatic_differentiation.graph import (
    Computation,
    checked,
    computation,
    endless_slope,
    kinks,
    text,
)
from nnviz.lessons.automatic_differentiation.rules import number
from nnviz.lessons.automatic_differentiation.settings import TYPED, AutodiffSettings

LAST_DIGITS = 1e-12


def notice(settings: AutodiffSettings) -> str:
    """What is not understood, or has no value here."""
    found = computation(settings)
    if isinstance(found, str):
        return found
    if not np.isfinite(found.value):
        where = next(node for node in found.sweeps.nodes if not np.isfinite(node.value))
        return f"{found.traced.texts[where]} has no finite value at these settings, so nothing after it has one."
    steep = endless_slope(found)
    if steep:
        return f"The slope of {steep} is not finite at these settings, so what goes back through it has no value."
    return ""


def summary(settings: AutodiffSettings) -> str:
    """The check of the derivatives, and the check of the descents."""
    apart, found = descents_of(settings).apart, computation(settings)
    path = f"Two descents of {N_STEPS} steps, by the gradient of a backward sweep and by the derived one, {_met(apart)}"
    return f"{_checks(settings, found)} {path}" if isinstance(found, Computation) else path


def _met(apart: float) -> str:
    if not np.isfinite(apart):
        return "both diverge at this learning rate."
    if apart < LAST_DIGITS:
        return "agree in every weight at every step, to the last digits."
    return (
        f"start as one and come up to {apart:.1g} apart: these steps are so long that what rounding did to the last "
        "digit grows."
    )


def _checks(settings: AutodiffSettings, found: Computation) -> str:
    slopes = checked(settings, found)
    if not slopes:
        return "The expression depends on no input: there is nothing to differentiate."
    bent = kinks(found)
    if bent:
        sides = "; ".join(
            f"along {kink.name} the slope is {number(kink.below)} from below and {number(kink.above)} from above, and "
            f"the backward sweep gives {number(slopes[kink.name][0])}"
            for kink in bent
        )
        return f"Here is a kink: {sides}."
    apart = max(abs(a - b) for a, b in slopes.values())
    if not np.isfinite(apart):
        return "Where a slope is not finite there is nothing to compare."
    if apart == 0.0:
        return "The backward sweep and finite differences agree in all digits."
    return f"The backward sweep and finite differences agree to **{apart:.0e}**."


def disabled_reasons(settings: AutodiffSettings) -> Mapping[str, str]:
    """The inputs that the expression does not use, and the box while an example is chosen."""
    reasons = {}
    if settings.example != TYPED:
        reasons["expression"] = f"Choose “{TYPED}” above to type an expression."
    found = computation(settings)
    used = parse(text(settings)).names if isinstance(found, Computation) else NAMES
    return reasons | {name: "The expression does not use it." for name in NAMES if name not in used}
