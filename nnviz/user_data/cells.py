"""From the text of a CSV to rows of cells: the separator, quotes, empty lines, and lines of another length."""

import csv
from dataclasses import dataclass
from io import StringIO

from nnviz.user_data.table import LEAST_ROWS, MOST_ROWS

MOST_COLUMNS = 100
MOST_CELLS = 50_000
"""Twelve columns of as many rows as there may be: to find out what a cell is takes a microsecond."""

SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars", ",": "commas"}
"""Tried in this order: where decimals are written with a comma, columns are parted by something else."""

LINES_TRIED = 30


class DataError(ValueError):
    """Text that is no table to learn from; the message is a sentence for whoever gave it."""


@dataclass(frozen=True)
class Line:
    """The cells of one row, and the number of the line of the text at which the row ends."""

    number: int
    cells: tuple[str, ...]


def read_lines(text: str) -> list[Line]:
    """The rows of a CSV, the header among them, all equally long.

    Raises DataError when the text is empty, when a quotation mark is left open, and when a row has more or fewer cells
    than the first.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise DataError("This is no text: it holds zero bytes. A spreadsheet has to be saved as CSV first.")
    separator = _separator(text)
    lines = _split(text, separator) if separator else _split_at_blanks(text)
    if not lines:
        raise DataError("There is no text yet: paste rows, or choose a file.")
    lines = _without_empty_end(lines)
    _check_shape(lines)
    return lines


def _separator(text: str) -> str:
    """The first separator that cuts the first lines into equally many cells, more than one; else the commonest."""
    head = "\n".join(text.split("\n", LINES_TRIED + 1)[: LINES_TRIED + 1])
    widths = {separator: _widths(head, separator) for separator in SEPARATORS}
    for separator, found in widths.items():
        if found and min(found) > 1 and len(set(found)) == 1:
            return separator
    commonest = max(widths, key=lambda separator: sum(width > 1 for width in widths[separator]))
    return commonest if max(widths[commonest], default=1) > 1 else ""


def _widths(head: str, separator: str) -> list[int]:
    """The number of cells of each line that is not empty; none where quotes make no sense."""
    try:
        return [len(cells) for cells in csv.reader(StringIO(head), delimiter=separator) if "".join(cells).strip()]
    except csv.Error:
        return []


def _split(text: str, separator: str) -> list[Line]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True)
    lines: list[Line] = []
    n_cells = 0
    try:
        for cells in reader:
            stripped = tuple(map(str.strip, cells))
            if any(stripped):
                lines.append(Line(reader.line_num, stripped))
                n_cells += len(cells)
            _check_number(lines, n_cells)
    except csv.Error as error:
        raise DataError(
            f"The quotation marks in line {reader.line_num} make no sense: a cell that begins with one ends with one, "
            "and one inside is written twice."
        ) from error
    return lines


def _split_at_blanks(text: str) -> list[Line]:
    lines: list[Line] = []
    n_cells = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            lines.append(Line(number, tuple(cell.strip('"') for cell in line.split())))
            n_cells += len(lines[-1].cells)
        _check_number(lines, n_cells)
    return lines


def _check_number(lines: list[Line], n_cells: int) -> None:
    if len(lines) > MOST_ROWS + 1:
        raise DataError(f"There are more than {MOST_ROWS:,} rows. Take a part of them, best a random one.")
    if lines and len(lines[-1].cells) > MOST_COLUMNS:
        raise DataError(f"Line {lines[-1].number} has more than {MOST_COLUMNS} columns. Take a part of them.")
    if n_cells > MOST_CELLS:
        raise DataError(f"There are more than {MOST_CELLS:,} cells. Leave out columns that are not needed.")


def _without_empty_end(lines: list[Line]) -> list[Line]:
    """Rows that all end with a separator have one column less than it seems."""
    narrowest = min(len(line.cells) for line in lines)
    empty = min(narrowest - 1, *(_empty_at_end(line.cells) for line in lines))
    return [Line(line.number, line.cells[:-empty]) for line in lines] if empty else lines


def _empty_at_end(cells: tuple[str, ...]) -> int:
    return next((place for place, cell in enumerate(reversed(cells)) if cell), len(cells))


def _check_shape(lines: list[Line]) -> None:
    width = len(lines[0].cells)
    for line in lines:
        if len(line.cells) != width:
            raise DataError(
                f"Line {line.number} has {_cells(len(line.cells))}, and line {lines[0].number} has {_cells(width)}."
            )
    if width == 1:
        raise DataError(
            "There is one column only. A row needs one or two features and then the target, parted by commas, "
            "semicolons or tabs."
        )
    if len(lines) < LEAST_ROWS:
        raise DataError(f"There are {len(lines)} lines only; at least {LEAST_ROWS} rows are needed.")


def _cells(n: int) -> str:
    return f"{n} cell" if n == 1 else f"{n} cells"
