"""The sigmoid and its logarithm by several formulas, and what floating point reports while it computes them.

On paper the formulas are one. In double precision e^t is infinite above t = 709.78 and 1 + e^−t is 1 above t = 36.74.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nnviz.core.types import FloatArray

Formula = Callable[[FloatArray], FloatArray]


def naive_sigmoid(t: FloatArray) -> FloatArray:
    """1/(1 + e⁻ᵗ) as it stands: e⁻ᵗ overflows for t below −709.78."""
    return np.asarray(1.0 / (1.0 + np.exp(-t)))


def naive_quotient(t: FloatArray) -> FloatArray:
    """eᵗ/(1 + eᵗ) as it stands: ∞/∞ for t above 709.78."""
    power = np.exp(t)
    return np.asarray(power / (1.0 + power))


def stable_sigmoid(t: FloatArray) -> FloatArray:
    """exp(−ln(1 + e⁻ᵗ)) with a logarithm of a sum that takes out the larger term first: no overflow at any t."""
    return np.asarray(np.exp(-np.logaddexp(0.0, -t)))


def naive_log_sigmoid(t: FloatArray) -> FloatArray:
    """The logarithm ln(1/(1 + e⁻ᵗ)) as it stands: ln 0 once the quotient is 0."""
    return np.asarray(np.log(naive_sigmoid(t)))


def naive_log_complement(t: FloatArray) -> FloatArray:
    """The logarithm ln(1 − 1/(1 + e⁻ᵗ)) as it stands: ln 0 once the quotient is 1."""
    return np.asarray(np.log(1.0 - naive_sigmoid(t)))


def stable_log_sigmoid(t: FloatArray) -> FloatArray:
    """The logarithm ln σ(t) = −ln(1 + e⁻ᵗ), which is near t for negative t."""
    return np.asarray(-np.logaddexp(0.0, -t))


def stable_log_complement(t: FloatArray) -> FloatArray:
    """The logarithm ln(1 − σ(t)) = ln σ(−t)."""
    return stable_log_sigmoid(-t)


SIGMOIDS: dict[str, Formula] = {
    "naive": naive_sigmoid,
    "naive, as a quotient": naive_quotient,
    "stable": stable_sigmoid,
}
LOG_SIGMOIDS: dict[str, Formula] = {"naive": naive_log_sigmoid, "stable": stable_log_sigmoid}
LOG_COMPLEMENTS: dict[str, Formula] = {"naive": naive_log_complement, "stable": stable_log_complement}


@dataclass(frozen=True, eq=False)
class Watched:
    """A computed value, and the exceptions of IEEE 754 that were raised on the way, in the words of NumPy."""

    value: FloatArray
    exceptions: tuple[str, ...]


def watched(formula: Formula, t: FloatArray | float) -> Watched:
    """formula(t) with every overflow, division by zero and invalid operation noted, and no warning printed.

    Underflow is left out, as NumPy does by default: e⁻¹⁰⁰⁰ = 0 loses nothing that a sum with 1 could keep.
    """
    seen: dict[str, None] = {}

    def note(kind: str, _flag: int) -> None:
        seen[kind] = None

    with np.errstate(over="call", divide="call", invalid="call", under="ignore", call=note):
        value = formula(np.asarray(t, dtype=np.float64))
    return Watched(value, tuple(seen))
