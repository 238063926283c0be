"""Random tables as people and programs write them: the bytes of a file, and what stands in it."""

import csv
from dataclasses import dataclass
from io import StringIO

from hypothesis import strategies as st

from nnviz.user_data.table import clean_name, rounded

ENCODINGS = {
    "utf-8": "Größe длина 体重",
    "utf-8-sig": "Größe длина 体重",
    "utf-16": "Größe длина 体重",
    "cp1252": "Größe œuvre ñandú",
    "cp1250": "délka žluť łódź ő",
    "cp1251": "скорость длина ё",
    "shift_jis": "体重速度ポソ表",
}
"""Letters of a language that each can write. In Shift-JIS the second byte of some is a bar or a backslash."""

MISSING_WORDS = ("", "NA", "None", "-", "?", "#DIV/0!", "#N/A", "n/a", "NaN", "null", "#NUM!", ".")
STAND_IN = -999.0
BESIDE = ("{}", "{}", "{} €", "${}", "{}%", "{} %", "+{}", "{} EUR")
LINES_ABOVE = ("", "# made by hand", "#", "# a, b; c", "\n")


@dataclass(frozen=True)
class Numerals:
    """How the numbers of a table are written."""

    decimal: str
    group: str
    digits: int
    minus: str
    beside: tuple[str, str]
    has_exponents: bool

    def written(self, value: float, column: int) -> str:
        """A number as it stands in a cell of one of the two columns."""
        text = f"{abs(value):.{self.digits}e}" if self.has_exponents else f"{abs(value):,.{self.digits}f}"
        text = text.translate(str.maketrans({",": self.group, ".": self.decimal}))
        beside = self.beside[column]
        if value < 0:
            return self.minus + beside.removeprefix("+").format(text)
        return beside.format(text)


@dataclass(frozen=True)
class Written:
    """A file, its text, what its columns are called and its complete rows hold, and how decimals are written.

    `places` are those of the feature and of the target; `names` is None where the table has none.
    """

    text: str
    encoding: str
    rows: list[tuple[float, ...]]
    names: tuple[str, ...] | None
    places: tuple[int, int]
    decimal: str
    missing: str

    @property
    def bytes(self) -> bytes:
        """The file."""
        return self.text.encode(self.encoding)


def _digits(value: float, numerals: Numerals) -> float:
    """The number that is written."""
    return float(f"{value:.{numerals.digits}e}") if numerals.has_exponents else round(value, numerals.digits)


@st.composite
def numerals(draw: st.DrawFn, separator: str) -> Numerals:
    """A way to write numbers that leaves the separator alone, unless cells are quoted."""
    signs = [".,", ",.", ".'", ",\u00a0", ". ", ".’", (".", ""), (",", "")]
    decimal, group = draw(st.sampled_from(signs if separator != " " else [(".", ""), (",", "")]))
    beside = st.sampled_from(BESIDE if separator != " " else ("{}", "{}%", "+{}", "${}"))
    minus = draw(st.sampled_from("-−–"))
    return Numerals(
        decimal, group, draw(st.integers(0, 4)), minus, (draw(beside), draw(beside)), draw(st.integers(0, 5)) == 0
    )


@st.composite
def headers(draw: st.DrawFn, encoding: str, separator: str, n: int) -> tuple[str, ...]:
    """Different names of columns, with signs in them that have to be quoted."""
    letters = st.sampled_from(ENCODINGS[encoding].replace(" ", ""))
    marks = st.sampled_from(["", "", "", separator, '"', " ", "\n", ",", "'", "(m/s)", "#1", ";", "\n#"])
    parts = st.tuples(letters, marks, letters, marks, letters).map("".join)
    return tuple(draw(st.lists(parts, min_size=n, max_size=n, unique_by=clean_name)))


Number = st.integers(-(10**6), 10**6)
Rows = st.lists(st.tuples(Number, Number), min_size=4, max_size=8, unique_by=(lambda row: row[0], lambda row: row[1]))


@st.composite
def written_tables(draw: st.DrawFn) -> Written:
    """A file with a table of random numbers in a random dialect."""
    separator, encoding = draw(st.sampled_from(";,\t| ")), draw(st.sampled_from([*ENCODINGS]))
    style = draw(numerals(separator))
    rows = [tuple(_digits(value / 10**style.digits, style) for value in row) for row in draw(Rows)]
    if draw(st.integers(0, 3)) == 0:
        rows.append((7.0, _digits(STAND_IN, style)))
    lines = [[style.written(value, place) for place, value in enumerate(row)] for row in rows]
    missing = draw(st.sampled_from(MISSING_WORDS))
    lines.insert(draw(st.integers(0, len(lines))), draw(st.permutations([missing, lines[0][0]])))
    head, lines, names, first = _headed(draw, lines, encoding, separator)
    text = _as_text(draw, [*([head] if head else []), *lines], separator)
    kept = [tuple(map(rounded, row)) for row in rows]
    return Written(text, encoding, kept, names, (first, first + 1), style.decimal, missing)


def _headed(
    draw: st.DrawFn, lines: list[list[str]], encoding: str, separator: str
) -> tuple[list[str], list[list[str]], tuple[str, ...] | None, int]:
    """The header, the lines, the names and the place of the first column of numbers."""
    kind = draw(st.sampled_from(["names", "names", "none", "years", "labels", "row names"]))
    if kind == "none":
        return [], lines, None, 0
    if kind == "years":
        return ["2019", "2020"], lines, ("2019", "2020"), 0
    names = draw(headers(encoding, separator, 2))
    if kind == "names":
        return [*names], lines, names, 0
    labels = [
        [f"{letter}{ENCODINGS[encoding][0]}", *line] for letter, line in zip("abcdefghijklm", lines, strict=False)
    ]
    return ([*names] if kind == "row names" else ["place", *names]), labels, names, int(kind == "labels")


def _as_text(draw: st.DrawFn, lines: list[list[str]], separator: str) -> str:
    """The lines as a program writes them, and what may stand around them."""
    if draw(st.booleans()) and separator != " " and len(lines[0]) == len(lines[-1]):
        lines = [[*line, ""] for line in lines]
    out = StringIO()
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    blank = separator == " "
    writer = csv.writer(out, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL if blank else quoting)
    writer.writerows(lines)
    body = out.getvalue()
    above, below = draw(st.sampled_from(LINES_ABOVE)), draw(st.sampled_from(["", "# end", "\n\n"]))
    said = f"sep={separator}\n" if draw(st.integers(0, 3)) == 0 and separator in ";,\t|" else ""
    text = said + (f"{above}\n" if above else "") + body + below
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))
