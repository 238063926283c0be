"""What a kind of penalty is: the rules of R(w), their source and their formulas; and the rules that there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from nnviz.core.types import FloatArray


@dataclass(frozen=True, eq=False, kw_only=True)
class PenaltyNumbers:
    """The numbers that only some kinds have: `l1_share` is the elastic net's s, `exponent` the p of the p-norm.

    Raises ValueError for a share outside [0, 1] or an exponent that is not positive.
    """

    l1_share: float = 0.5
    exponent: float = 2.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.l1_share <= 1.0 or self.exponent <= 0.0:
            raise ValueError("the share of a penalty is between 0 and 1, its exponent above 0")


@dataclass(frozen=True)
class PenaltySource:
    """NumPy source of ∂R/∂w from w, and of the proximal step from w and t; `step` is empty where there is none.

    `name` begins the names of both functions, the meanings are their docstrings. `numbers` are the fields of
    PenaltyNumbers that the source names, each with its meaning.
    """

    name: str
    slope: str
    slope_meaning: str
    step: str = ""
    step_meaning: str = ""
    numbers: Mapping[str, str] = field(default_factory=dict)


Rule = Callable[[FloatArray, PenaltyNumbers], FloatArray]
Proximal = Callable[[FloatArray, FloatArray | float, PenaltyNumbers], FloatArray]
Radius = Callable[[FloatArray, float, PenaltyNumbers], FloatArray]
Formula = Callable[[PenaltyNumbers], str]


class PenaltyRules(NamedTuple):
    """The rules of one R: its summands, their slope, its ball's radius in a direction (2, n), and its proximal step.

    `proximal` is None where no formula for that step is here. `curvature` is the second derivative of a summand away
    from 0, None where it is not the same for every weight.
    """

    value: Rule
    subgradient: Rule
    radius: Radius
    proximal: Proximal | None
    curvature: Callable[[PenaltyNumbers], float | None]


@dataclass(frozen=True)
class PenaltyKind:
    """One R: its rules and their source, and in LaTeX R(w), the slope of a summand, and its proximal step from v.

    `proximal_formula` is empty where there is no such step.
    """

    rules: PenaltyRules
    source: PenaltySource
    formula: Formula
    slope_formula: Formula
    proximal_formula: Formula = lambda numbers: ""


def soft_threshold(weights: FloatArray, threshold: FloatArray | float) -> FloatArray:
    """sign(w)·max(|w| − threshold, 0): small weights become exactly zero."""
    return np.sign(weights) * np.maximum(np.abs(weights) - threshold, 0.0)


def mixed(shares: Callable[[PenaltyNumbers], tuple[float, float]]) -> PenaltyRules:
    """The rules of a·Σ|w| + b·Σw² for the shares (a, b) that a penalty gives."""

    def value(w: FloatArray, numbers: PenaltyNumbers) -> FloatArray:
        a, b = shares(numbers)
        return np.asarray(a * np.abs(w) + b * w * w)

    def subgradient(w: FloatArray, numbers: PenaltyNumbers) -> FloatArray:
        a, b = shares(numbers)
        return a * np.sign(w) + 2.0 * b * w

    def proximal(w: FloatArray, step: FloatArray | float, numbers: PenaltyNumbers) -> FloatArray:
        a, b = shares(numbers)
        return np.asarray(soft_threshold(w, step * a) / (1.0 + 2.0 * step * b))

    def radius(direction: FloatArray, size: float, numbers: PenaltyNumbers) -> FloatArray:
        a, b = shares(numbers)
        linear = a * np.abs(direction).sum(axis=0)  # the root of linear·r + b·r² = size, without cancellation
        return np.asarray(2.0 * size / (linear + np.sqrt(linear * linear + 4.0 * b * size)))

    return PenaltyRules(value, subgradient, radius, proximal, lambda numbers: 2.0 * shares(numbers)[1])


def _power(w: FloatArray, numbers: PenaltyNumbers) -> FloatArray:
    """|w|ᵖ."""
    return np.asarray(np.abs(w) ** numbers.exponent)


def _power_subgradient(w: FloatArray, numbers: PenaltyNumbers) -> FloatArray:
    """p|w|ᵖ⁻¹ sign(w), 0 at w = 0 (where the slope of p < 1 has no bound)."""
    size, p = np.abs(w), numbers.exponent
    slope = p * np.power(size, p - 1.0, where=size > 0.0, out=np.zeros_like(size))
    return slope * np.sign(w)


def _power_radius(direction: FloatArray, size: float, numbers: PenaltyNumbers) -> FloatArray:
    """(size / Σ|direction|ᵖ)^(1/p)."""
    p = numbers.exponent
    radius: FloatArray = (size / (np.abs(direction) ** p).sum(axis=0)) ** (1.0 / p)
    return radius


POWER = PenaltyRules(_power, _power_subgradient, _power_radius, proximal=None, curvature=lambda numbers: None)
"""The rules of Σ|w|ᵖ."""
