"""A table of one's own data, and the canonical text that is its value among the settings.

The first line says the task, the names and those of the classes, every other line is one row of numbers, target last::

    classification,petal length,petal width,species,versicolor,virginica
    4.7,1.4,0

Two classes that are called 0 and 1 have no other names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import get_args

from nnviz.core.data.datasets import Task
from nnviz.user_data.said import Said, said

MOST_ROWS, LEAST_ROWS = 5000, 4
MOST_FEATURES = 2
MOST_CLASSES = 10
LARGEST = 1e7
"""The largest number in size: its square is still below the loss at which a run counts as diverged."""

SMALLEST = 1e-30
"""What is smaller in size counts as 0: squares and their sums stay far from where numbers of doubles end."""

DIGITS = 6
LONGEST_NAME = 60
LONGEST_CLASS = 30
NUMBERED = ("0", "1")
"""Classes that have no names."""

LONGEST_TEXT = 220_000
"""Longer than any canonical text: 5,000 rows of three numbers of at most 13 characters, their separators, and names."""

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
LONGEST_NUMBER = 40


def number_of(cell: str) -> float | None:
    """The number that a cell writes with a decimal point, None when it is no finite number."""
    if len(cell) > LONGEST_NUMBER or not NUMBER.fullmatch(cell):
        return None
    value = float(cell)
    return value if abs(value) < float("inf") else None


def rounded(value: float) -> float:
    """The number to six significant digits, 0 below SMALLEST, without a negative zero."""
    return float(f"{value:.{DIGITS}g}") if abs(value) >= SMALLEST else 0.0


def all_rounded(values: Sequence[float]) -> list[float]:
    """Each of the numbers `rounded`."""
    shown = map(float, _written(tuple(values), 1).split("\n") if values else ())
    return [value if abs(value) >= SMALLEST else 0.0 for value in shown]


def clean_name(name: str) -> str:
    """A column's name as it can stand in the text: printable, without commas, not too long."""
    kept = "".join(letter if letter.isprintable() and letter != "," else " " for letter in name)
    return " ".join(kept.split())[:LONGEST_NAME].strip()


def as_code(name: str) -> str:
    """A column's name as it can stand in a text with Markdown and formulas, whatever signs it has."""
    return "`" + name.replace("`", "'") + "`"


Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class OwnTable:
    """One or two features and a target: `rows` hold the features and, last, the target.

    Of classes it is their number, from 0 on, and `classes` are their names; none for two that are called 0 and 1.
    """

    task: Task
    names: tuple[str, ...]
    rows: Rows
    classes: tuple[str, ...] = ()

    @property
    def n_features(self) -> int:
        """The number of features."""
        return len(self.names) - 1

    @property
    def names_of_classes(self) -> tuple[str, ...]:
        """What the classes are called, by their numbers where they have no names; nothing where there are none."""
        return self.classes or (NUMBERED if self.task == "classification" else ())

    @cached_property
    def text(self) -> str:
        """The canonical text; equal tables have equal ones."""
        values = tuple(chain.from_iterable(self.rows))
        return ",".join([self.task, *self.names, *self.classes]) + "\n" + _written(values, len(self.names))

    def problem(self) -> Said | None:
        """Why nothing can be learned from the table; None when something can."""
        if not LEAST_ROWS <= len(self.rows) <= MOST_ROWS:
            return said("table.complete-rows", rows=len(self.rows), least=LEAST_ROWS, most=MOST_ROWS)
        *features, target = zip(*self.rows, strict=True)
        for name, values in zip(self.names, (*features, target), strict=False):
            if max(map(abs, values)) > LARGEST:
                return said("table.too-large-numbers", column=name, largest=int(LARGEST))
            if min(values) == max(values):
                return said("table.constant-column", column=name, digits=DIGITS)
        if self.task == "classification" and set(target) != set(map(float, range(len(self.names_of_classes)))):
            return said("table.not-0-and-1")
        return None


@lru_cache(maxsize=32)
def table_of(text: str) -> OwnTable | None:
    """The table that a text means, its numbers rounded; None when it means none or nothing can be learned from it."""
    if len(text) > LONGEST_TEXT:
        return None
    head, _, body = text.partition("\n")
    task, *said = head.split(",")
    width = body.partition("\n")[0].count(",") + 1
    names, classes = tuple(said[:width]), tuple(said[width:])
    tasks = {known: known for known in get_args(Task)}
    if task not in tasks or not 2 <= len(names) <= 1 + MOST_FEATURES or body.count("\n") >= MOST_ROWS:
        return None
    if width != len(names) or not (classes == () or (task == "classification" and _are_names(classes))):
        return None
    if any(clean_name(name) != name or not name for name in said):
        return None
    rows = _canonical_rows(body, width) or _rows(body, width)
    if rows is None:
        return None
    table = OwnTable(tasks[task], names, rows, classes)
    return None if table.problem() else table


def _are_names(classes: tuple[str, ...]) -> bool:
    """Whether these can be the names of classes, and say more than 0 and 1."""
    are_different = len(set(classes)) == len(classes) and 2 <= len(classes) <= MOST_CLASSES
    return are_different and classes != NUMBERED and max(map(len, classes)) <= LONGEST_CLASS


def _rows(body: str, width: int) -> Rows | None:
    """The rounded rows of any text; None where a line is no row of numbers."""
    rows = [[number_of(cell) for cell in line.split(",")] for line in body.split("\n")]
    if any(len(row) != width or None in row for row in rows):
        return None
    return tuple(tuple(rounded(value or 0.0) for value in row) for row in rows)


def _canonical_rows(body: str, width: int) -> Rows | None:
    """The rows of a text that is canonical already, as what our own pages send is: found three times as fast.

    None for every other text, and where a number is below SMALLEST.
    """
    cells = body.replace("\n", ",").split(",")
    try:
        values = tuple(map(float, cells))
    except ValueError:
        return None
    if len(values) % width or "-0" in cells or _written(values, width) != body:
        return None
    if not all(SMALLEST <= abs(value) < float("inf") or value == 0.0 for value in values):
        return None
    return tuple(zip(*[iter(values)] * width, strict=True))


def _written(values: tuple[float, ...], width: int) -> str:
    """Numbers with so many in a line, as a canonical text has them; one formatting for all is the fastest there is."""
    line = ",".join([f"%.{DIGITS}g"] * width)
    return "\n".join([line] * (len(values) // width)) % values
