"""The slopes of an expression from the two sides of an input: at a kink they differ, and no derivative exists."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from nnviz.core.autodiff.reverse_mode import RULES, Variable, in_order


@dataclass(frozen=True)
class Bend:
    """How far the operands are from a kink and how fast they leave it, and how the result changes there with them."""

    distance: Callable[[list[float]], float]  # of the operands' values, and by linearity of their changes
    change: Callable[[list[float]], float]


BENDS: Mapping[str, Bend] = {
    "relu": Bend(lambda p: p[0], lambda d: max(d[0], 0.0)),
    "abs": Bend(lambda p: p[0], lambda d: abs(d[0])),
    "maximum": Bend(lambda p: p[0] - p[1], max),
}
"""The operations with a kink."""


def one_sided_slopes(result: Variable, by: Variable, width: float = 0.0) -> tuple[float, float]:
    """The slopes of a scalar result from below and from above the value of an input, exact up to rounding.

        from above: lim (f(x + h) − f(x))/h,  from below: lim (f(x) − f(x − h))/h,  h → 0, h > 0

    Every node hands on how it changes with a step up or down, kinks included, those too that a step of `width` would
    reach. NaN or ±∞ where a slope is not finite.
    """
    with np.errstate(all="ignore"):
        return -_change(result, by, -1.0, width), _change(result, by, 1.0, width)


def _change(result: Variable, by: Variable, direction: float, width: float) -> float:
    changes: dict[Variable, float] = {by: direction}
    for node in in_order(result):
        if node.parents:
            changes[node] = _change_of(node, [changes.get(parent, 0.0) for parent in node.parents], width)
    return changes.get(result, 0.0)


def _change_of(node: Variable, changes: list[float], width: float) -> float:
    values = [parent.value for parent in node.parents]
    if node.operation in BENDS:
        bend = BENDS[node.operation]
        if abs(bend.distance([float(value) for value in values])) <= width * abs(bend.distance(changes)):
            return bend.change(changes)
    one = np.ones_like(node.value)
    slopes = (rule(one, node.value, *values, **node.options) for rule in RULES[node.operation].derivatives)
    return float(sum(slope * change for slope, change in zip(slopes, changes, strict=True) if change))
