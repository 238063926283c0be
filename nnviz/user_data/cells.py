"""From the text of a CSV to rows of cells: quotes, comments, empty lines, and lines of another length."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import StringIO

from nnviz.user_data.said import DataError, counted, said
from nnviz.user_data.separators import BLANKS, Body, body_of, separator_of
from nnviz.user_data.table import LEAST_ROWS, MOST_ROWS

MOST_COLUMNS = 100
MOST_LINES = 4 * MOST_ROWS
"""Empty lines and comments count too: to pass over one costs as much as a cell."""

MOST_CELLS = 50_000
"""Twelve columns of as many rows as there may be: to find out what a cell is takes a microsecond."""


@dataclass(frozen=True)
class Line:
    """The cells of one row, and the number of the line of the text at which the row ends."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Lines:
    """Equally long rows, the sign between their cells, and what was left out around them.

    `names` stood in a comment above the rows; `has_row_names` says that a first column without a name was cut off.
    """

    rows: list[Line]
    separator: str
    names: Line | None = None
    n_comments: int = 0
    has_row_names: bool = False


def read_lines(text: str) -> Lines:
    """The rows of a CSV, the header among them, all equally long.

    Raises DataError when the text is empty or has too many lines, when a quotation mark is left open, and when a row
    has more or fewer cells than the first.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise DataError(said("table.zero-bytes"))
    n_lines = text.count("\n")
    if n_lines > MOST_LINES:
        raise DataError(said("table.too-many-lines", n=n_lines, most=MOST_ROWS))
    body = body_of(text)
    separator = body.separator or separator_of(body.text)
    rows = _split(body.text, separator)
    if not rows:
        raise DataError(said("table.no-text"))
    named = _without_row_names(_without_empty_end(rows), separator)
    lines = _with_names(named, body)
    _check_shape(lines)
    return lines


def _split(text: str, separator: str) -> list[Line]:
    lines: list[Line] = []
    n_cells = 0
    for number, cells in _cells_at_blanks(text) if separator == BLANKS else _cells(text, separator):
        if any(cells):
            lines.append(Line(number, cells))
            n_cells += len(cells)
        _check_number(lines, n_cells)
    return lines


def _cells(text: str, separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The number of each line and its cells."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, tuple(map(str.strip, cells))
    except csv.Error as error:
        raise DataError(said("table.quotes", line=str(reader.line_num))) from error


def _cells_at_blanks(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    lines = map(str.split, text.split("\n"))
    if '"' in text:
        return _cells("\n".join(map(BLANKS.join, lines)), BLANKS)
    return enumerate(map(tuple, lines), 1)


def _check_number(lines: list[Line], n_cells: int) -> None:
    if len(lines) > MOST_ROWS + 1:
        raise DataError(said("table.too-many-rows", most=MOST_ROWS))
    if lines and len(lines[-1].cells) > MOST_COLUMNS:
        raise DataError(said("table.too-many-columns", line=str(lines[-1].number), most=MOST_COLUMNS))
    if n_cells > MOST_CELLS:
        raise DataError(said("table.too-many-cells", most=MOST_CELLS))


def _without_empty_end(lines: list[Line]) -> list[Line]:
    """Rows that end with separators have fewer columns than it seems, and so has a header that is alone with it."""
    if all(line.cells[-1] for line in lines):
        return lines
    needed = max(len(line.cells) - _empty_at_end(line.cells) for line in lines)
    if any(len(line.cells) < needed for line in lines):
        return lines
    return [Line(line.number, line.cells[:needed]) for line in lines]


def _empty_at_end(cells: tuple[str, ...]) -> int:
    return next((place for place, cell in enumerate(reversed(cells)) if cell), len(cells))


def _without_row_names(lines: list[Line], separator: str) -> Lines:
    """Rows that all have one cell more than the header begin with their names, as R writes them."""
    width = len(lines[0].cells)
    if len(lines) < LEAST_ROWS or any(len(line.cells) != width + 1 for line in lines[1:]):
        return Lines(lines, separator)
    names = [line.cells[0] for line in lines[1:]]
    counts = [str(place) for place in range(1, len(lines))]
    are_names = names == counts or not any(name.replace(".", "").isdecimal() for name in names)
    if len(set(names)) != len(names) or not (are_names or separator in (BLANKS, "\t")):
        return Lines(lines, separator)
    return Lines([lines[0], *(replace(line, cells=line.cells[1:]) for line in lines[1:])], separator, None, 0, True)


def _with_names(lines: Lines, body: Body) -> Lines:
    """The rows with the names that the comment above them gives, if it has as many cells."""
    width = len(lines.rows[0].cells)
    cells = _split(body.comment, lines.separator) if body.comment and '"' not in body.comment else []
    if cells and len(cells[0].cells) == width > 1:
        return replace(lines, names=cells[0], n_comments=body.n_comments - 1)
    return replace(lines, n_comments=body.n_comments)


def _check_shape(lines: Lines) -> None:
    first = lines.rows[0]
    width = len(first.cells)
    for line in lines.rows:
        if len(line.cells) != width:
            raise DataError(
                said(
                    "table.other-length",
                    line=str(line.number),
                    cells=counted("table.cells", len(line.cells)),
                    first=str(first.number),
                    width=counted("table.cells", width),
                )
            )
    if width == 1:
        raise DataError(said("table.one-column"))
    if len(lines.rows) < LEAST_ROWS:
        raise DataError(counted("table.few-lines", len(lines.rows), least=LEAST_ROWS))
