"""Whether a table writes decimals with a point or with a comma: decided from all its cells, or left open."""

from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.user_data.columns import Column
from nnviz.user_data.numerals import Decimal


@dataclass(frozen=True)
class Convention:
    """What the cells of all columns say, what somebody has chosen, and what parts the cells."""

    of_all: Decimal | None
    chosen: Decimal | None
    separator: str

    def decided(self, column: Column) -> Decimal | None:
        """The sign for decimals that cells decide, the column's own first; None where none does."""
        return _more(*column.deciding) if any(column.deciding) else self.of_all

    def is_doubtful(self, column: Column) -> bool:
        """Whether a cell of the column means two numbers, and no cell says which."""
        return self.decided(column) is None and column.first_open is not None

    def sign(self, column: Column) -> Decimal | None:
        """The sign for decimals in a column; None where somebody has to choose."""
        if not self.is_doubtful(column):
            return self.decided(column) or "."
        return self.chosen or _suggested(column, self.separator)


def convention_of(columns: Sequence[Column], separator: str, chosen: Decimal | None = None) -> Convention:
    """The convention of a table.

    A cell such as 1.5, 0,25 or 1.234,5 is a number in one reading only, and decides for all columns, unless some say
    the one and some the other: then each for itself. Where nothing decides, what is `chosen` holds, else what the
    separator suggests.
    """
    points, commas = (sum(column.deciding[place] for column in columns) for place in (0, 1))
    is_one = bool(points) != bool(commas)
    return Convention(_more(points, commas) if is_one else None, chosen, separator)


def _more(points: int, commas: int) -> Decimal:
    return "," if commas > points else "."


def _suggested(column: Column, separator: str) -> Decimal | None:
    """A point where commas part the cells: decimal commas would part them too.

    But where some numbers have three digits behind a point, and others none, all below a thousand, the point may part
    thousands.
    """
    cells = [cell for cell, numeral in zip(column.cells, column.numerals, strict=True) if numeral.point is not None]
    pointed = ["." in cell for cell in cells]
    if separator != "," or (any(pointed) and not all(pointed)):
        return None
    return "."
