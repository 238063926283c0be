"""What a text has around its rows, and which sign parts its cells."""

import csv
import re
from dataclasses import dataclass
from io import StringIO

SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars", ",": "commas"}
"""Tried in this order: where decimals are written with a comma, columns are parted by something else."""

BLANKS = " "
"""Any number of blanks parts the cells."""

LINES_TRIED, SIGNS_TRIED = 30, 60_000

_SAID_BY_SPREADSHEETS = re.compile(r'"?sep=(.)"?[ \t]*(?:\n|$)', re.IGNORECASE)
_SIGN = r"#(?![0-9a-f]{6}\b|div/|n/a|value!|ref!|name\?|num!|null!)"
"""It begins a comment, but not a colour such as #ff8800 and not the error of a spreadsheet."""

_COMMENT = re.compile(rf"^{_SIGN}.*$", re.MULTILINE | re.IGNORECASE)
_ABOVE = re.compile(rf"(?:[ \t]*\n|{_SIGN}.*\n)*", re.IGNORECASE)


@dataclass(frozen=True)
class Body:
    """A text whose comments are blank lines, the names in the last comment above the rows, and the sign if it is said.

    `n_comments` does not count the comment with the names.
    """

    text: str
    separator: str = ""
    comment: str = ""
    n_comments: int = 0


def body_of(text: str) -> Body:
    """The rows of a text, without a first line `sep=;` and without lines that begin with #, and what these say."""
    separator = ""
    if found := _SAID_BY_SPREADSHEETS.match(text):
        separator = found[1]
        text = "\n" + text[found.end() :]
    body, n_comments = _COMMENT.subn("", text)
    above = _ABOVE.match(text) if n_comments else None
    last = above[0].rstrip().rpartition("\n")[2] if above else ""
    return Body(body, separator, last[1:].strip(), n_comments)


def separator_of(text: str) -> str:
    """The first separator that cuts the first lines into equally many cells, more than one; else the commonest."""
    head = "\n".join(text.split("\n", LINES_TRIED + 1)[: LINES_TRIED + 1])
    if len(head) > SIGNS_TRIED:
        head = head[:SIGNS_TRIED].rpartition("\n")[0] or head[:SIGNS_TRIED]
    if _are_decimal_commas_between_blanks(head):
        return BLANKS
    widths = {separator: _widths(head, separator) for separator in SEPARATORS}
    for separator, found in widths.items():
        if found and min(found) > 1 and len(set(found)) == 1:
            return separator
    commonest = max(widths, key=lambda separator: sum(width > 1 for width in widths[separator]))
    return commonest if max(widths[commonest], default=1) > 1 else BLANKS


def _widths(head: str, separator: str) -> list[int]:
    """The number of cells of each line that is not empty; none where quotes make no sense."""
    try:
        return [len(cells) for cells in csv.reader(StringIO(head), delimiter=separator) if "".join(cells).strip()]
    except csv.Error:
        return []


def _are_decimal_commas_between_blanks(head: str) -> bool:
    """Whether blanks cut all lines alike and every comma stands between two digits, as in `1,5 2,25`."""
    if "," not in head or any(sign in head for sign in ";\t|") or re.search(r"(?<!\d),|,(?!\d)", head):
        return False
    widths = {len(line.split()) for line in head.split("\n") if line.strip()}
    return len(widths) == 1 and widths != {1}
