"""Numbers as people and spreadsheets write them: grouped, with a decimal point or comma, a currency, a percent sign."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from nnviz.user_data.table import LONGEST_NUMBER, number_of

Decimal = Literal[".", ","]
DECIMALS: tuple[Decimal, Decimal] = (".", ",")

SIGNS = str.maketrans({"−": "-", "–": "-", "’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
"""How typesetters and spreadsheets write a minus, and what parts their thousands."""

_UNIT = "[$€£¥]|USD|EUR|GBP|CHF|JPY"
_WRITTEN = re.compile(
    rf"([+-]?) ?({_UNIT})? ?([+-]?)(\d(?:[\d.,' ]*\d)?[.,]?|[.,]\d+)([eE][+-]?\d{{1,3}})? ?(%|{_UNIT})?", re.ASCII
)
_FORMS: dict[Decimal, re.Pattern[str]] = {
    decimal: re.compile(
        rf"([1-9]\d{{0,2}}(?:([{group}' ])\d{{3}})(?:\2\d{{3}})*|[1-9]\d?(?:\{group}\d\d)+\{group}\d{{3}}|\d*)"
        rf"(?:\{decimal}\d*)?",
        re.ASCII,
    )
    for decimal, group in ((DECIMALS[0], ","), (DECIMALS[1], "."))
}
"""Groups of three, or as in India of two before the last three; what begins with 0 has no groups."""

_GROUPED: dict[Decimal, str] = {".": ",", ",": "."}
_PLAIN_AND_OPEN = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_WITH_OPEN_COMMA = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)


class Numeral(NamedTuple):
    """A cell's number if decimals are written with a point, and if with a comma, None where that makes no number.

    The unit is "%", a currency, or nothing.
    """

    point: float | None
    comma: float | None
    unit: str = ""

    def value(self, decimal: Decimal) -> float | None:
        """The number in one of the two readings."""
        return self.point if decimal == "." else self.comma


NOTHING = Numeral(None, None)
"""What every cell has that is no number."""


def numeral_of(cell: str) -> Numeral:
    """The number in a cell, in each of the two readings."""
    plain = number_of(cell)
    if plain is not None and "." not in cell:
        return Numeral(plain, plain)
    if plain is not None and not _PLAIN_AND_OPEN.fullmatch(cell):
        return Numeral(plain, None)
    if plain is None and "," in cell and not _WITH_OPEN_COMMA.fullmatch(cell):
        with_comma = number_of(cell.replace(".", "x").replace(",", ".", 1))
        if with_comma is not None:
            return Numeral(None, with_comma)
    found = _WRITTEN.fullmatch(cell.translate(SIGNS)) if len(cell) <= LONGEST_NUMBER else None
    if not found:
        return NOTHING
    sign, front, inner_sign, digits, exponent, back = found.groups("")
    point, comma = _value(digits, exponent, "."), _value(digits, exponent, ",")
    if (point is None and comma is None) or (sign and inner_sign) or (front and back):
        return NOTHING
    if "-" in (sign, inner_sign):
        return Numeral(None if point is None else -point, None if comma is None else -comma, front or back)
    return Numeral(point, comma, front or back)


_AS_PYTHON_WRITES: dict[Decimal, Mapping[int, int | None]] = {
    ".": str.maketrans("", "", ",' "),
    ",": str.maketrans(",", ".", ".' "),
}


def _value(digits: str, exponent: str, decimal: Decimal) -> float | None:
    """The number of digits, groups and a decimal sign; what has an exponent has no groups."""
    form = _FORMS[decimal].fullmatch(digits)
    if not form or (exponent and _GROUPED[decimal] in digits):
        return None
    value = float(digits.translate(_AS_PYTHON_WRITES[decimal]) + exponent)
    return value if value < float("inf") else None


def _only(decimal: str, group: str) -> re.Pattern[str]:
    """Digits that are a number with one sign for decimals and none with the other."""
    return re.compile(
        rf"(?<![\d.,])(?:\d+\{decimal}(?:\d\d?|\d{{4,}})?|0*\{decimal}\d+|(?:0\d*|\d{{4,}})\{decimal}\d{{3}}"
        rf"|[1-9]\d{{0,2}}(?:\{group}\d{{3}})+\{decimal}\d*|[1-9]\d{{0,2}}(?:\{group}\d{{3}}){{2,}}"
        rf"|[1-9]\d?(?:\{group}\d\d)+\{group}\d{{3}})(?![\d.,])",
        re.ASCII,
    )


_MAY_BE = {".": re.compile(r"\.|,\d\d\d?,"), ",": re.compile(r",|\.\d\d\d?\.")}
_ONLY = {decimal: _only(decimal, group) for decimal, group in _GROUPED.items()}


def deciding(text: str) -> tuple[int, int]:
    """Whether numbers in a text are written with a decimal point and cannot be with a comma, and the other way round.

    Where both occur, how often.

    Only plain digits, groups and signs are looked at: it is fast, and what it counts, `numeral_of` reads in one way.
    """
    has_points = _MAY_BE["."].search(text) is not None and _ONLY["."].search(text) is not None
    has_commas = _MAY_BE[","].search(text) is not None and _ONLY[","].search(text) is not None
    if has_points and has_commas:
        return len(_ONLY["."].findall(text)), len(_ONLY[","].findall(text))
    return int(has_points), int(has_commas)


_DATE = re.compile(
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d\d))([ T]\d{1,2}:\d\d\S*)?|\d{1,2}:\d\d(:\d\d)?",
    re.ASCII,
)
_STARTS_LIKE_A_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?\s*[^\W\d_]", re.ASCII)


def is_date(cell: str) -> bool:
    """Whether a cell is written like a day or a time of day."""
    return len(cell) <= LONGEST_NUMBER and _DATE.fullmatch(cell) is not None


def has_unit(cell: str) -> bool:
    """Whether letters stand behind a number."""
    return _STARTS_LIKE_A_NUMBER.match(cell) is not None
