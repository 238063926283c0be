"""The sentences of the page: what has no value, and what was checked and compared."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.autodiff.expressions import NAMES, parse
from nnviz.lessons.automatic_differentiation.descents import N_STEPS, descents_of
from nnviz.lessons.automatic_differentiation.graph import Computation, checked, computation, is_kink, text
from nnviz.lessons.automatic_differentiation.settings import TYPED, AutodiffSettings


def notice(settings: AutodiffSettings) -> str:
    """What is not understood, or has no value here."""
    found = computation(settings)
    if isinstance(found, str):
        return found
    if not np.isfinite(found.value):
        where = next(node for node in found.sweeps.nodes if not np.isfinite(node.value))
        return f"{found.traced.texts[where]} has no finite value at these settings, so nothing after it has one."
    if not np.isfinite(list(found.gradient.values())).all():
        return "A slope is not finite at these settings: the function is too steep here, or not defined on one side."
    return ""


def summary(settings: AutodiffSettings) -> str:
    """The check of the derivatives, and the check of the descents."""
    apart = descents_of(settings).apart
    path = (
        f"Two descents of {N_STEPS} steps, by the gradient of a backward sweep and by the derived one, agree to "
        f"**{apart:.0e}** in every weight at every step."
        if np.isfinite(apart)
        else "Both descents diverge at this learning rate."
    )
    found = computation(settings)
    return f"{_checks(settings, found)} {path}" if isinstance(found, Computation) else path


def _checks(settings: AutodiffSettings, found: Computation) -> str:
    slopes = checked(settings, found)
    if not slopes:
        return "The expression depends on no input: there is nothing to differentiate."
    kinks = [name for name in slopes if is_kink(settings, name)]
    if kinks:
        return (
            f"There is a kink along {' and '.join(kinks)}: from the two sides the slopes differ, and the backward "
            "sweep gives what its rule says."
        )
    apart = max(abs(a - b) for a, b in slopes.values())
    if not np.isfinite(apart):
        return "Where a slope is not finite there is nothing to compare."
    return f"The backward sweep and finite differences agree to **{apart:.0e}**."


def disabled_reasons(settings: AutodiffSettings) -> Mapping[str, str]:
    """The inputs that the expression does not use, and the box while an example is chosen."""
    reasons = {}
    if settings.example != TYPED:
        reasons["expression"] = f"Choose “{TYPED}” above to type an expression."
    found = computation(settings)
    used = parse(text(settings)).names if isinstance(found, Computation) else NAMES
    return reasons | {name: "The expression does not use it." for name in NAMES if name not in used}
