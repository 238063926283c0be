"""The first sheet of an Excel file (.xlsx) as the text of a CSV.

A file of some kilobytes can ask for gigabytes: packed noughts, or one cell at the far end of a sheet. So its parts are
unpacked here up to a limit and their cells counted, before python-calamine sees them, packed anew without compression.
"""

import csv
import re
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from nnviz.user_data.cells import MOST_COLUMNS
from nnviz.user_data.said import DataError, said

MOST_PARTS = 200
MOST_UNPACKED = 4 * 2**20
"""Bytes of all parts together: a cell has about fifty."""

MOST_TEXT = 2**20
MOST_SHEET_CELLS = 30_000
"""Empty ones among them; to unpack one and to write it down costs twice as much as to read one from a CSV."""

LONGEST_TEXT = 3000
"""Bytes of one text that cells share, with the tags in it, and of what stands behind the last one."""

MOST_SHARED, MOST_REPEATED = 60_000, 2**25
"""Such texts, and bytes of all cells with one of them, if each had the longest."""

_NEEDED = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:[^/]*\.xml|_rels/[^/]*\.rels|worksheets/[^/]*\.xml)")
_PLACE = re.compile(rb' r="([A-Z]{0,2})(\d{1,4})"')
_OTHER_PLACES = [
    re.compile(other)  # one by one: each begins with a letter that is looked for faster than a choice of them
    for other in (
        rb' r(?!="[A-Z]{0,2}\d{1,4}")\s*=',
        rb"[\t\n\r]r\s*=",
        rb"<\w+:(?:c|row)\b",
        rb"<c[^ \w]",
        rb"<row[^ \w]",
    )
]
_BROKEN = (
    BadZipFile,
    CalamineError,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    RuntimeError,
)


@dataclass(frozen=True)
class Sheet:
    """The name of a sheet and its cells as a CSV with commas and decimal points."""

    name: str
    text: str


def sheet_of(data: bytes) -> Sheet:
    """The first sheet of a workbook that is shown and has cells.

    Raises DataError where the bytes are no .xlsx, or hold more than can be read.
    """
    try:
        return _first_sheet(_unpacked(data))
    except DataError:
        raise
    except _BROKEN as error:
        raise DataError(said("table.no-workbook")) from error
    except BaseException as error:  # a panic of Rust is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise DataError(said("table.no-workbook")) from error


def _first_sheet(data: bytes) -> Sheet:
    workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    for sheet in workbook.sheets_metadata:
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet:
            rows = workbook.get_sheet_by_name(sheet.name).to_python()
            if rows:
                return Sheet(sheet.name, _as_text(rows))
    raise DataError(said("table.empty-workbook"))


def _unpacked(data: bytes) -> bytes:
    """The parts of the file that hold cells, as a ZIP without compression."""
    packed, made = ZipFile(BytesIO(data)), BytesIO()
    parts = [part for part in packed.infolist() if _NEEDED.fullmatch(part.filename)]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise DataError(said("table.large-workbook", cells=MOST_SHEET_CELLS))
    contents = {part.filename: packed.read(part) for part in parts}  # as many bytes as the part says, and no more
    for content in contents.values():
        _check_cells(content)
    _check_shared(list(contents.values()))
    with ZipFile(made, "w") as plain:
        for name, content in contents.items():
            plain.writestr(name, content)
    return made.getvalue()


def _check_shared(contents: list[bytes]) -> None:
    """Raises DataError where texts that cells share are many, or long and repeated."""
    n_texts = max(content.count(b"</si>") for content in contents)
    shared = [content.split(b"</si>") for content in contents if b"</si>" in content] if n_texts <= MOST_SHARED else []
    longest = max((len(text) for texts in shared for text in texts), default=0)
    n_repeated = max(content.count(b'"s"') + content.count(b"'s'") for content in contents)  # t="s" says: a shared one
    if n_texts > MOST_SHARED or longest > LONGEST_TEXT or longest * n_repeated > MOST_REPEATED:
        raise DataError(said("table.large-workbook", cells=MOST_SHEET_CELLS))


def _check_cells(xml: bytes) -> None:
    """Raises DataError where the cells of a sheet span more than can be read, or do not say where they are."""
    n_cells, n_row_tags = xml.count(b"<c "), xml.count(b"<row ")
    if max(n_cells, n_row_tags) > MOST_SHEET_CELLS:  # many may say the same place
        raise DataError(said("table.large-workbook", cells=MOST_SHEET_CELLS))
    places = _PLACE.findall(xml)
    if any(other.search(xml) for other in _OTHER_PLACES) or len(places) != n_cells + n_row_tags:
        raise DataError(said("table.odd-workbook"))
    n_columns = max(map(_column, {column for column, _ in places}), default=0)
    n_rows = max(map(int, {row for _, row in places}), default=0)
    if n_columns > MOST_COLUMNS or n_columns * n_rows > MOST_SHEET_CELLS:
        raise DataError(said("table.large-workbook", cells=MOST_SHEET_CELLS))


def _column(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def _as_text(rows: list[list[Any]]) -> str:
    """Rows of numbers are written at once, others cell by cell."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    numbers = ",".join(["%.15g"] * len(rows[0])) + "\n"
    for row in rows:
        if text.tell() > MOST_TEXT:
            raise DataError(said("table.large-workbook", cells=MOST_SHEET_CELLS))
        if set(map(type, row)) == {float}:
            text.write(numbers % tuple(row))
        else:
            writer.writerow(map(_written, row))
    return text.getvalue()


def _written(cell: object) -> str:
    """A cell as a CSV has it: fifteen digits without noise at their end, dates as ISO writes them."""
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return "TRUE" if cell is True else "FALSE" if cell is False else str(cell)
