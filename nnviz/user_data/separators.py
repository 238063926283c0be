"""What a text has around its rows, and which sign parts its cells."""

import csv
import re
from dataclasses import dataclass
from io import StringIO

SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars", ",": "commas"}
"""Tried in this order: where decimals are written with a comma, columns are parted by something else."""

BLANKS = " "
"""Any number of blanks parts the cells."""

_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_NO_DECIMAL = re.compile(r"[;\t|]|(?<!\d),|,(?!\d)")

LINES_TRIED, SIGNS_TRIED = 30, 60_000

_SAID_BY_SPREADSHEETS = re.compile(r'"?sep=(.)"?[ \t]*(?:\n|$)', re.IGNORECASE)
_SIGN = r"#(?![0-9a-f]{6}\b|div/|n/a|value!|ref!|name\?|num!|null!)"
"""It begins a comment, but not a colour such as #ff8800 and not the error of a spreadsheet."""

_COMMENT = re.compile(rf"^{_SIGN}.*$", re.MULTILINE | re.IGNORECASE)
_OPENS = re.compile(r'(?:^|[;,|\s])"(?:[^"]|"")*+$')
"""A line whose last cell begins with a quotation mark and goes on in the next line."""

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
    body, n_comments = _without_comments(text)
    above = _ABOVE.match(text) if n_comments else None
    last = above[0].rstrip().rpartition("\n")[2] if above else ""
    return Body(body, separator, last[1:].strip(), n_comments)


def _without_comments(text: str) -> tuple[str, int]:
    """The text with an empty line for each comment, and how many there were; a line of a quoted cell is none."""
    if '"' not in text or not _COMMENT.search(text):
        return _COMMENT.subn("", text)
    lines, n_comments, is_open = text.split("\n"), 0, False
    for place, line in enumerate(lines):
        if not is_open and _COMMENT.match(line):
            lines[place], n_comments = "", n_comments + 1
        elif line.count('"') % 2:
            is_open = not is_open and _OPENS.search(line) is not None
    return "\n".join(lines), n_comments


def separator_of(text: str) -> str:
    """The first separator that cuts the first lines into equally many cells, more than one; else the commonest."""
    head = "\n".join(text.split("\n", LINES_TRIED + 1)[: LINES_TRIED + 1])
    if len(head) > SIGNS_TRIED:
        head = head[:SIGNS_TRIED].rpartition("\n")[0] or head[:SIGNS_TRIED]
    outside = _QUOTED.sub("", head)
    if not any(sign in outside for sign in SEPARATORS) or _are_decimal_commas_between_blanks(head):
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
    """Whether blanks cut all lines alike and every comma stands between two digits, as in `1,5 2,25`.

    What is quoted may hold blanks, and a name anything; the first line may have a cell less, as R writes it.
    """
    outside = _QUOTED.sub(lambda cell: "" if _NO_DECIMAL.search(cell[0]) else cell[0], head)
    if "," not in outside or _NO_DECIMAL.search(outside):
        return False
    lines = re.sub(" +", BLANKS, re.sub(" *\n *", "\n", head.strip(BLANKS)))
    first, *widths = _widths(lines, BLANKS) or [0]
    return len(set(widths)) == 1 and widths[0] > 1 and first in {widths[0], max(widths[0] - 1, 2)}
