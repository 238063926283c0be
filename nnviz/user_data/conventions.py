"""Whether a table writes decimals with a point or with a comma: decided from all its cells, or left open."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nnviz.user_data.columns import Column
from nnviz.user_data.numerals import Decimal


@dataclass(frozen=True)
class Convention:
    """The convention of a table: what the cells of all columns say, what somebody has chosen, what parts the cells.

    A cell such as 1.5, 0,25 or 1.234,5 is a number in one reading only, and decides for all columns, unless some say
    the one and some the other: then each for itself. Where nothing decides, what is `chosen` holds, else what the
    separator suggests.
    """

    columns: Sequence[Column]
    separator: str
    chosen: Decimal | None = None

    @cached_property
    def _of_all(self) -> Decimal | None:
        """What all columns say; looked for only where a column has to ask the others."""
        points, commas = (sum(column.deciding[place] for column in self.columns) for place in (0, 1))
        return _more(points, commas) if bool(points) != bool(commas) else None

    def _decided(self, column: Column) -> Decimal | None:
        """The sign for decimals that cells decide, the column's own first; None where none does."""
        return _more(*column.deciding) if any(column.deciding) else self._of_all

    def is_doubtful(self, column: Column) -> bool:
        """Whether a cell of the column means two numbers, and no cell says which."""
        return column.first_open is not None and self._decided(column) is None

    def sign(self, column: Column) -> Decimal | None:
        """The sign for decimals in a column; None where somebody has to choose."""
        if column.first_open is None and not any(column.deciding):
            return "."
        return self._decided(column) or self.chosen or _suggested(column, self.separator)


def _more(points: int, commas: int) -> Decimal:
    return "," if commas > points else "."


def _suggested(column: Column, separator: str) -> Decimal | None:
    """A point where commas part the cells: decimal commas would part them too.

    But where some numbers have three digits behind a point, and others none, all below a thousand, the point may part
    thousands.
    """
    if separator != ",":
        return None
    pointed = ["." in column.cells[row] for row in column.filled]
    return None if any(pointed) and not all(pointed) else "."
