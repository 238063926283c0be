"""The sentences of the page: what is computed, checked and compared."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.expressions import NAMES, parse
from nnviz.lessons.automatic_differentiation.descents import N_STEPS, TASKS, Descents, descents
from nnviz.lessons.automatic_differentiation.graph import Computation, checked, computation, text
from nnviz.lessons.automatic_differentiation.knobs import TYPED, AutodiffSettings

EXPLANATION = r"""
## What is on the screen

Every formula is made of small operations whose derivatives are known. Each operation is a **node** of the graph; the
edges say what it was computed from.

**Forward.** From left to right every node computes its value and keeps it.

**Backward.** The derivative of $f$ by itself is 1. From right to left, every node $n$ hands something to each of its
parents $p$: its own derivative times the slope of its operation,

$$
\frac{\partial f}{\partial p} = \sum_{n \text{ computed from } p}
\frac{\partial f}{\partial n} \cdot \frac{\partial n}{\partial p}.
$$

The slopes use the values that the forward sweep kept. A node that was used several times receives several parts, and
they add up: watch `x` in the first example. Because of this sum a node passes its derivative on only after all its
uses have paid in.

**Why backward?** One sweep gives the derivatives by *all* inputs at about the price of one more evaluation of $f$.
Finite differences need two evaluations for *each* input, and they are only approximate: a network with a million
weights would need two million evaluations for one step.

**It is not symbolic.** No formula for the derivative is ever written down. It is not numeric either: every slope is
exact, up to the rounding of the last digit.

**At a kink** (relu, abs, max) there is no derivative. The rules here take 0 for relu and abs, and half of each side for
max.

## A gradient that nobody derived

The two descents below the graph start from the same weights and see the same data. One uses the gradient that was
derived by hand for this model, layer by layer. The other knows only the loss, written as a formula, and lets the
backward sweep find the gradient. Both take the step
"""


def article(settings: AutodiffSettings) -> str:
    """What is computed, and why it works."""
    task, n_weights = TASKS[settings.model], len(descents_of(settings).names)
    return (
        EXPLANATION.strip()
        + f"\n\n$$\nw \\leftarrow w - {settings.learning_rate:g} \\cdot \\nabla L(w)\n$$\n\n"
        + f"on the {task.loss} of {n_weights} weights ({settings.model}, data set “{task.data}”, "
        + f"all examples at every step), {N_STEPS} times."
    )


def descents_of(settings: AutodiffSettings) -> Descents:
    """Both descents of the settings."""
    return descents(settings.model, settings.learning_rate, int(settings.seed))


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


def facts(settings: AutodiffSettings) -> str:
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
    apart = max(abs(a - b) for a, b in slopes.values())
    return f"The backward sweep and finite differences agree to **{apart:.0e}**."


def irrelevant(settings: AutodiffSettings) -> Mapping[str, str]:
    """The inputs that the expression does not use, and the box while an example is chosen."""
    reasons = {}
    if settings.example != TYPED:
        reasons["expression"] = f"Choose “{TYPED}” above to type an expression."
    found = computation(settings)
    used = parse(text(settings)).names if isinstance(found, Computation) else NAMES
    return reasons | {name: "The expression does not use it." for name in NAMES if name not in used}
