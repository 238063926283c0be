"""Numbers as people and spreadsheets write them: grouped, with a decimal point or comma, a currency, a percent sign.

The cells of a column are looked at all at once, in one text with a NUL behind each cell: regular expressions and
`str.replace` go through it in a hundredth of the time that a call for each cell takes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from nnviz.user_data.table import LONGEST_NUMBER

Decimal = Literal[".", ","]
DECIMALS: tuple[Decimal, Decimal] = (".", ",")
GROUP: Mapping[Decimal, str] = {".": ",", ",": "."}
"""What parts thousands where decimals are written with a sign."""

SIGNS = {"−": "-", "–": "-", "’": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
"""How typesetters and spreadsheets write a minus, and what parts their thousands."""

END = "\0"
"""Stands behind each cell; no text of a table has it."""

_LETTERS = "USD|EUR|GBP|CHF|JPY"
_UNIT = f"(?:[$€£¥]|{_LETTERS})"


def _number(decimal: Decimal) -> str:
    """A number with a sign, a currency or a percent sign, where decimals are written so.

    Groups have three digits, or as in India two before the last three; what begins with 0 or has an exponent has none.
    """
    point, group = re.escape(decimal), re.escape(GROUP[decimal])
    groups = "|".join(rf"(?:{sign}\d{{3}})+" for sign in (group, "'", " "))
    grouped = rf"(?:[1-9]\d{{0,2}}(?:{groups})|[1-9]\d?(?:{group}\d\d)+{group}\d{{3}})(?:{point}\d*)?"
    plain = rf"(?:\d+{point}?\d*|{point}\d+)(?:[eE][+-]?\d{{1,3}})?"
    digits = rf"(?:{grouped}|{plain})"
    return rf"(?:[+-]? ?{digits} ?(?:%|{_UNIT})?|(?:[+-]? ?{_UNIT} ?|{_UNIT} ?[+-]){digits})"


_CELLS = {
    decimal: re.compile(rf"(?:(?![^{END}]{{{LONGEST_NUMBER + 1}}}){_number(decimal)}{END})*+", re.ASCII)
    for decimal in DECIMALS
}
_ANY = re.compile(rf"(?<=\0)(?:{_number('.')}|{_number(',')})(?=\0)", re.ASCII)
_OPEN = re.compile(rf"(?<=\0)[+\- ]*(?:{_UNIT})?[+\- ]*[1-9]\d{{0,2}}[.,]\d{{3}} ?(?:%|{_UNIT})?(?=\0)", re.ASCII)
_OF_UNIT = re.compile(rf"(?:[^{END}%$€£¥UEGCJ]|E(?!UR))*+(%|{_UNIT})?[^{END}]*+{END}")
_BESIDE = ("'", " ", "%", "$", "€", "£", "¥", *_LETTERS.split("|"))
_AS_PYTHON_WRITES = {decimal: {GROUP[decimal]: "", decimal: ".", **dict.fromkeys(_BESIDE, "")} for decimal in DECIMALS}


def _replaced(text: str, new: Mapping[str, str]) -> str:
    """The text with other signs in place of some: much faster than `str.translate` where a text is not ASCII."""
    for sign, other in new.items():
        text = text.replace(sign, other)
    return text


def joined(cells: Sequence[str]) -> str:
    """The cells as one text, with the minus, the apostrophe and the blank of a keyboard."""
    text = "".join([cell + END for cell in cells])
    return text if text.isascii() else _replaced(text, SIGNS)


def place_in(text: str, position: int) -> int:
    """The place of the cell at a position of the joined text."""
    return text.count(END, 0, position)


def values_of(text: str, decimal: Decimal) -> list[float] | int:
    """The numbers of joined cells in one reading, or the place of the first cell that is no finite number."""
    found = _CELLS[decimal].match(text)
    end = found.end() if found else 0
    values = list(map(float, _replaced(text[:end], _AS_PYTHON_WRITES[decimal]).split(END)[:-1]))
    read = len(values) if end < len(text) else values
    return next((place for place, value in enumerate(values) if abs(value) == float("inf")), read)


def value_of(cell: str, decimal: Decimal) -> float | None:
    """The number in one cell, None where there is none."""
    values = values_of(joined([cell]), decimal)
    return None if isinstance(values, int) else values[0]


def is_number(cell: str) -> bool:
    """Whether a cell is a number in one of the two readings."""
    return any(value_of(cell, decimal) is not None for decimal in DECIMALS)


def n_numbers(cells: Sequence[str]) -> int:
    """How many of the cells are written as numbers in one reading or the other, also where no float holds them."""
    return sum(1 for _ in _ANY.finditer(END + joined(cells)))


def has_numbers(cells: Sequence[str]) -> bool:
    """Whether some of the cells are written as numbers."""
    return _ANY.search(END + joined(cells)) is not None


def open_cells(text: str) -> Iterator[int]:
    """The places of cells that mean two different numbers: three digits behind a sign, and few before it."""
    return (place_in(text, found.start() - 1) for found in _OPEN.finditer(END + text))


def units_of(text: str) -> list[str]:
    """The sign beside each number of joined cells: a percent sign, a currency, or nothing."""
    return _OF_UNIT.findall(text)


def _only(decimal: Decimal) -> re.Pattern[str]:
    """Digits that are a number with one sign for decimals and none with the other."""
    group = GROUP[decimal]
    return re.compile(
        rf"(?<![\d.,])(?:\d+\{decimal}(?:\d\d?|\d{{4,}})?|0*\{decimal}\d+|(?:0\d*|\d{{4,}})\{decimal}\d{{3}}"
        rf"|[1-9]\d{{0,2}}\{decimal}\d{{3}}(?=[eE][+-]?\d)"
        rf"|[1-9]\d{{0,2}}(?:\{group}\d{{3}})+\{decimal}\d*|[1-9]\d{{0,2}}(?:\{group}\d{{3}}){{2,}}"
        rf"|[1-9]\d?(?:\{group}\d\d)+\{group}\d{{3}})(?![\d.,])",
        re.ASCII,
    )


_MAY_BE = {".": re.compile(r"\.|,\d\d\d?,"), ",": re.compile(r",|\.\d\d\d?\.")}
_ONLY = {decimal: _only(decimal) for decimal in DECIMALS}


def deciding(text: str) -> tuple[int, int]:
    """Whether numbers in a text are written with a decimal point and cannot be with a comma, and the other way round.

    Where both occur, how often.

    Only plain digits, groups and signs are looked at: it is fast, and what it counts is a number in one way.
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
