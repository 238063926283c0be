"""Whether the first row has the names of the columns, and what these are."""

from itertools import pairwise

from nnviz.user_data.cells import Line
from nnviz.user_data.missing import is_missing_word
from nnviz.user_data.numerals import has_numbers, is_number
from nnviz.user_data.table import clean_name

YEARS = range(1500, 2200)
ROWS_TRIED = 200


def has_header(lines: list[Line]) -> bool:
    """Whether no cell of the first row is a number, and some cell below is one; or whether they are years in order."""
    if not has_numbers(lines[0].cells):
        return has_numbers([cell for line in lines[1:ROWS_TRIED] for cell in line.cells])
    return are_years(lines)


def are_years(lines: list[Line]) -> bool:
    """Whether the numbers in the first row are years, at least two, equally far apart, and in no row below all are.

    One below may well be a number like a year. The other cells of the first row are names above text.
    """
    at = [place for place, cell in enumerate(lines[0].cells) if is_number(cell)]
    years = [_year(lines[0].cells[place]) for place in at]
    distances = {later - earlier for earlier, later in pairwise(years)}
    if 0 in years or len(distances) != 1 or min(distances) < 1:
        return False
    others = [place for place in range(len(lines[0].cells)) if place not in at]
    if any(is_missing_word(lines[0].cells[place]) and lines[0].cells[place] for place in others):
        return False
    return not any(all(_year(line.cells[place]) for place in at) for line in lines[1:])


def _year(cell: str) -> int:
    """The year that a cell is, 0 when it is none."""
    return int(cell) if len(cell) == 4 and cell.isascii() and cell.isdecimal() and int(cell) in YEARS else 0


def different_names(names: tuple[str, ...]) -> list[str]:
    """The names cleaned, those missing given by their place, those that occur again numbered."""
    found: list[str] = []
    for place, given in enumerate(names, 1):
        name = clean_name(given) or f"column {place}"
        again = 1 + sum(other == name or other.startswith(f"{name} (") for other in found)
        found.append(name if again == 1 else clean_name(f"{name[:50]} ({again})"))
    return found
