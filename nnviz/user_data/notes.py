"""What was done to a table on the way to its examples, a sentence each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nnviz.user_data.cells import Lines
from nnviz.user_data.columns import Column
from nnviz.user_data.numerals import Decimal, place_in, units_of, value_of
from nnviz.user_data.said import Said, counted, said
from nnviz.user_data.table import DIGITS, OwnTable

MOST_WORDS = 4
GROUPED: dict[Decimal, re.Pattern[str]] = {".": re.compile(r"\d[,' ]\d"), ",": re.compile(r"\d[.' ]\d")}


@dataclass(frozen=True)
class Used:
    """The columns that became examples, the target last, their signs for decimals, the complete rows, the values."""

    columns: tuple[Column, ...]
    signs: tuple[Decimal, ...]
    rows: tuple[int, ...]
    values: tuple[list[float], ...]

    @property
    def numeric(self) -> list[tuple[Column, Decimal]]:
        """Those with numbers."""
        return [(column, sign) for column, sign in zip(self.columns, self.signs, strict=True) if column.is_numeric]


def left_out(columns: Sequence[Column]) -> Said:
    """How many rows have a missing value in these columns, and by which words."""
    rows = frozenset[int]().union(*(column.missing for column in columns))
    words = dict.fromkeys(column.cells[row] for column in columns for row in sorted(column.missing))
    written = [f"“{word}”" for word in words if word]
    if not written:
        return counted("table.left-out", len(rows))
    named = ", ".join(written[:MOST_WORDS]) + (", …" if len(written) > MOST_WORDS else "")
    return counted("table.left-out-words", len(rows), words=named)


def notes_on_lines(lines: Lines, are_years: bool) -> tuple[Said, ...]:
    """What was left out around the rows, and where the names come from if that may surprise."""
    found = []
    if are_years:
        found.append(said("table.years", names=", ".join(lines.rows[0].cells[:MOST_WORDS])))
    if lines.has_row_names:
        found.append(said("table.row-names"))
    if lines.n_comments:
        found.append(counted("table.comments", lines.n_comments))
    return tuple(found)


def notes_on(used: Used, table: OwnTable, n_columns: int, is_rounded: bool) -> tuple[Said, ...]:
    """What was done to the columns that are used."""
    return tuple(_notes(used, table, n_columns, is_rounded))


def _notes(used: Used, table: OwnTable, n_columns: int, is_rounded: bool) -> Iterator[Said]:
    if any(column.missing for column in used.columns):
        yield left_out(used.columns)
    if len(table.classes) > 2:
        yield said("table.class-names", names=", ".join(f"“{name}”" for name in table.classes))
    elif table.classes:
        yield said("table.classes", zero=table.classes[0], one=table.classes[1])
    yield from _as_written(used)
    yield from _stand_ins(used)
    if n_columns > len(used.columns):
        yield said("table.columns-used", n=n_columns, used=len(used.columns))
    if is_rounded:
        yield said("table.rounded", digits=DIGITS)


def _as_written(used: Used) -> Iterator[Said]:
    """How signs in the numbers were read."""
    numbers = [(column, sign, column.joined_at(used.rows)) for column, sign in used.numeric]
    if any(sign == "," and "," in text for _, sign, text in numbers):
        yield said("table.decimal-commas")
    for column, sign, text in numbers:
        if found := GROUPED[sign].search(text):
            cell = column.cells[used.rows[place_in(text, found.start())]]
            yield said("table.grouped", cell=cell, number=value_of(cell, sign) or 0.0)
            break
    units = {unit: None for _, _, text in numbers for unit in units_of(text) if unit}
    if "%" in units:
        yield said("table.percent")
    if currencies := [f"“{unit}”" for unit in units if unit != "%"]:
        yield said("table.currencies", signs=", ".join(currencies))


def _stand_ins(used: Used) -> Iterator[Said]:
    for column, values in zip(used.columns, used.values, strict=True):
        if column.is_numeric and (found := column.stand_ins(values)):
            yield said("table.stand-in", column=column.name, number=found[0], n=found[1])
