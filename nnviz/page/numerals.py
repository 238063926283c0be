"""How a page's prose writes numbers: the filters of its templates, `<< share | digits(3) >>`.

The decimal point and the comma between thousands are the same in every language, as in the figures and the controls.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any


def short(value: float) -> str:
    """At most six digits and no zeros at the end: 0.05, 1e-07; nothing is −0."""
    return f"{value:zg}"


def digits(value: float, count: int) -> str:
    """So many digits that count, and no zeros at the end."""
    return f"{value:z.{count}g}"


def decimals(value: float, count: int) -> str:
    """So many digits after the point, and 0 without a sign."""
    return f"{value:z.{count}f}"


def thousands(value: float) -> str:
    """All digits, with commas between thousands."""
    return f"{value:,}"


def magnitude(value: float) -> str:
    """One digit and the power of ten: 3e-12."""
    return f"{value:.0e}"


def percent(value: float) -> str:
    """A share in whole percent, without a space."""
    return f"{value:.0%}"


def formatted(value: float, spec: str) -> str:
    """What Python's format specification says, where no other filter does."""
    return format(value, spec)


def minus(text: str) -> str:
    """A number in prose, with the true minus sign; formulas in dollars have their own."""
    return text.replace("-", "−")


def plural(count: float, one: str, many: str = "") -> str:
    """The word for one thing or for several, to stand after their number: "1 point", "2 points"."""
    return one if count == 1 else many or f"{one}s"


NUMERALS: Mapping[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (short, digits, decimals, thousands, magnitude, percent, formatted, minus, plural)
}
"""The filter's name -> the filter."""


def named(names: Iterable[str], values: Iterable[float]) -> str:
    """Numbers in a sentence, each after its name: bias 0.684, w1 −3.58."""
    return ", ".join(f"{name} {short(value)}".replace("-", "−") for name, value in zip(names, values, strict=True))
