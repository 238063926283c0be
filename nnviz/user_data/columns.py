"""From rows of cells to columns: the header, missing values, decimal commas, numbers and labels."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from nnviz.user_data.cells import DataError, Line
from nnviz.user_data.table import clean_name, number_of

MISSING = {"", "na", "n/a", "nan", "null", "?", ".", "#n/a"}
"""What a missing value is written as, in lower case."""

Kind = Literal["numbers", "constant", "text", "empty"]


@dataclass(frozen=True)
class Column:
    """A column: its name, its cells, and the lines they stand in; `decimal` is how its numbers are written."""

    name: str
    cells: tuple[str, ...]
    lines: tuple[int, ...]
    decimal: str = "."

    def number(self, row: int) -> float | None:
        """The number in a row, None when there is none."""
        return _number(self.cells[row], self.decimal)

    def is_missing(self, row: int) -> bool:
        """Whether the row has nothing in this column."""
        return self.cells[row].lower() in MISSING

    @cached_property
    def filled(self) -> tuple[int, ...]:
        """The rows that have something in this column."""
        return tuple(row for row in range(len(self.cells)) if not self.is_missing(row))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The different texts in the column, in the order of the alphabet, whatever their case."""
        return tuple(sorted({self.cells[row] for row in self.filled}, key=lambda label: (label.casefold(), label)))

    @cached_property
    def kind(self) -> Kind:
        """What it holds: text when at most half of its cells are numbers."""
        if not self.filled:
            return "empty"
        numbers = [number for row in self.filled if (number := self.number(row)) is not None]
        if 2 * len(numbers) <= len(self.filled):
            return "text"
        return "constant" if len(numbers) == len(self.filled) and min(numbers) == max(numbers) else "numbers"

    def values(self, rows: list[int]) -> list[float]:
        """The numbers of these rows. Raises DataError for a cell that is none."""
        found = []
        for row in rows:
            number = self.number(row)
            if number is None:
                raise DataError(
                    f"Line {self.lines[row]}: “{self.cells[row][:40]}” in the column “{self.name}” is no number. "
                    "Numbers are written like 1234.5 or 1234,5, without a sign for thousands and without a unit."
                )
            found.append(number)
        return found


def _number(cell: str, decimal: str) -> float | None:
    if decimal == ",":
        return None if "." in cell else number_of(cell.replace(",", ".", 1))
    return number_of(cell)


def columns_of(lines: list[Line]) -> list[Column]:
    """The columns of equally long rows, named by the header or, without one, x1, x2, … and y."""
    header = _has_header(lines)
    body = lines[1:] if header else lines
    width = len(lines[0].cells)
    names = lines[0].cells if header else (*(f"x{place + 1}" for place in range(width - 1)), "y")
    numbers = tuple(line.number for line in body)
    cells = [tuple(line.cells[place] for line in body) for place in range(width)]
    return [
        Column(name, column, numbers, _decimal(column)) for name, column in zip(_different(names), cells, strict=True)
    ]


def _has_header(lines: list[Line]) -> bool:
    """Whether no cell of the first row is a number, and some column below it holds numbers."""
    if any(_is_number(cell) for cell in lines[0].cells):
        return False
    return any(_is_number(cell) for line in lines[1:] for cell in line.cells)


def _is_number(cell: str) -> bool:
    return number_of(cell) is not None or ("," in cell and _number(cell, ",") is not None)


def _decimal(cells: tuple[str, ...]) -> str:
    """A comma where more cells of the column are numbers with one than with a point."""
    if not any("," in cell for cell in cells):
        return "."
    counts = {
        decimal: sum(decimal in cell and _number(cell, decimal) is not None for cell in cells) for decimal in ".,"
    }
    return "," if counts[","] > counts["."] else "."


def _different(names: tuple[str, ...]) -> list[str]:
    """The names cleaned, those missing given by their place, those that occur again numbered."""
    found: list[str] = []
    for place, given in enumerate(names, 1):
        name = clean_name(given) or f"column {place}"
        again = 1 + sum(other == name or other.startswith(f"{name} (") for other in found)
        found.append(name if again == 1 else clean_name(f"{name[:50]} ({again})"))
    return found
