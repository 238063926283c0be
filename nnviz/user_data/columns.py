"""From rows of cells to columns: numbers, labels, missing values, dates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nnviz.user_data.missing import MISSING, MISSING_AMONG_NUMBERS, STAND_INS
from nnviz.user_data.numerals import (
    END,
    Decimal,
    deciding,
    has_unit,
    is_date,
    is_number,
    joined,
    n_numbers,
    open_cells,
    units_of,
    values_of,
)
from nnviz.user_data.said import DataError, Said, said

Kind = Literal["numbers", "constant", "yes-no", "dates", "text", "empty"]

CELLS_TRIED = 200
TRUTH = {"true": 1.0, "false": 0.0}


@dataclass(frozen=True)
class Column:
    """A column: its name, its cells, and the lines they stand in."""

    name: str
    cells: tuple[str, ...]
    lines: tuple[int, ...]

    @cached_property
    def joined(self) -> str:
        """All cells as one text, which regular expressions go through."""
        return joined(self.cells)

    @cached_property
    def _lower(self) -> list[str]:
        return self.joined.lower().split(END)[:-1]

    @cached_property
    def is_numeric(self) -> bool:
        """Whether more than half of the cells that are not empty are numbers in one reading or the other.

        Cells all over the column are looked at, CELLS_TRIED of them or twice as many.
        """
        filled = [row for row, cell in enumerate(self._lower) if cell not in MISSING_AMONG_NUMBERS]
        tried = [self.cells[row] for row in filled[:: max(len(filled) // CELLS_TRIED, 1)]]
        return 2 * n_numbers(tried) > len(tried)

    @cached_property
    def missing(self) -> frozenset[int]:
        """The rows that have nothing in this column."""
        words = MISSING_AMONG_NUMBERS if self.is_numeric else MISSING
        return frozenset([row for row, cell in enumerate(self._lower) if cell in words])

    @cached_property
    def filled(self) -> tuple[int, ...]:
        """The rows that have something in this column."""
        return tuple([row for row in range(len(self.cells)) if row not in self.missing])

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The different texts in the column, in the order of the alphabet, whatever their case."""
        return tuple(sorted({self.cells[row] for row in self.filled}, key=lambda label: (label.casefold(), label)))

    @cached_property
    def first_open(self) -> int | None:
        """The first row whose cell means two different numbers."""
        return next(open_cells(self.joined), None) if self.is_numeric else None

    @cached_property
    def deciding(self) -> tuple[int, int]:
        """Whether cells are numbers with a decimal point only, and with a comma only; how many where both occur."""
        if not self.is_numeric:
            return 0, 0
        return deciding(self.joined)

    @cached_property
    def kind(self) -> Kind:
        """What it holds: numbers when more than half of its cells are."""
        if not self.filled:
            return "empty"
        if self.is_numeric:
            return "constant" if len({self.cells[row] for row in self.filled}) == 1 else "numbers"
        if {label.lower() for label in self.labels} <= TRUTH.keys():
            return "yes-no"
        return "dates" if self._are_mostly(is_date) else "text"

    @property
    def has_units(self) -> bool:
        """Whether most of its labels are numbers with letters behind them."""
        return self._are_mostly(has_unit)

    def _are_mostly(self, is_so: Callable[[str], bool]) -> bool:
        """Whether something holds for more than half of the first labels."""
        labels = self.labels[:CELLS_TRIED]
        return 2 * sum(map(is_so, labels)) > len(labels)

    def values(self, rows: Sequence[int], decimal: Decimal) -> list[float]:
        """The numbers of these rows. Raises DataError for a cell that is none."""
        if self.kind == "yes-no":
            return [TRUTH[self._lower[row]] for row in rows]
        text = self.joined_at(rows)
        found = values_of(text, decimal)
        if isinstance(found, int):
            raise DataError(self._no_number(rows[found], decimal))
        self._check_units(rows, text)
        return found

    def joined_at(self, rows: Sequence[int]) -> str:
        """The cells of some rows as one text."""
        return self.joined if len(rows) == len(self.cells) else joined([self.cells[row] for row in rows])

    def _cell(self, key: str, row: int, **more: str) -> Said:
        return said(key, line=str(self.lines[row]), cell=self.cells[row][:40], column=self.name, **more)

    def _no_number(self, row: int, decimal: Decimal) -> Said:
        """Why the cell of a row is no number."""
        if is_number(self.cells[row]):
            return self._cell("table.other-decimal" if decimal == "," else "table.other-comma", row)
        if is_date(self.cells[row]):
            return self._cell("table.date-among-numbers", row)
        if n_numbers([self.cells[row]]):
            return self._cell("table.too-large", row)
        return self._cell("table.unit" if has_unit(self.cells[row]) else "table.no-number", row)

    def _check_units(self, rows: Sequence[int], text: str) -> None:
        """Raises DataError where percent stand beside plain numbers, or two currencies."""
        units = dict(zip(reversed(units_of(text)), reversed(rows), strict=True))  # the first row of each
        if len(units) > 1 and ("%" in units or len(units.keys() - {""}) > 1):
            (_, row), (_, other) = sorted(units.items(), key=lambda unit: (unit[0] == "", unit[1]))[:2]
            raise DataError(self._cell("table.two-units", row, other=self.cells[other][:40]))

    def stand_ins(self, values: Sequence[float]) -> tuple[float, int] | None:
        """A number below 0 that stands apart and may mean nothing, and how often it occurs; None: there is none."""
        low = min(values)
        rest = [value for value in values if value != low]
        return (low, len(values) - len(rest)) if low in STAND_INS and rest and min(rest) >= 0.0 else None
