"""What a target asks for: a number, or one of two to ten classes, and what these are called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nnviz.core.data.datasets import Task
from nnviz.user_data.columns import Column, Kind
from nnviz.user_data.numerals import Decimal
from nnviz.user_data.said import DataError, Said, said
from nnviz.user_data.table import DIGITS, LONGEST_CLASS, MOST_CLASSES, NUMBERED, clean_name

Classes = tuple[str, ...]
Meaning = Literal["classes", "number"]
MEANINGS: tuple[Meaning, Meaning] = ("classes", "number")
CLASSES, NUMBER = MEANINGS
"""What few different whole numbers in a target may be."""

LEAST_ASKED, LEAST_OF_CLASS = 3, 4
"""Different numbers from which on they may be classes, and rows to each of them on the average."""

MOST_NAMED = 3
"""Labels, or columns, that a sentence names."""

WHOLE = re.compile(r"[+-]?\d{1,9}(?:[.,]0)?", re.ASCII)
SAYS: dict[Kind, str] = {
    "numbers": "table.holds-numbers",
    "constant": "table.is-constant",
    "yes-no": "table.holds-truth",
    "dates": "table.holds-dates",
    "text": "table.holds-text",
    "empty": "table.is-empty",
}
"""What is said of a column of each kind."""


@dataclass(frozen=True)
class TargetChoice:
    """What somebody has chosen of a target: the last label as class 0 (`swap`), and what its numbers mean."""

    swap: bool = False
    meaning: Meaning | None = None


def classes_in(column: Column) -> int:
    """How many classes the numbers of a column may stand for: few whole numbers, each in several rows; else 0."""
    if column.kind != "numbers":
        return 0
    rows = column.filled
    different = {column.cells[row] for row in rows}
    few = LEAST_ASKED <= len(different) <= MOST_CLASSES and len(rows) >= LEAST_OF_CLASS * len(different)
    return len(different) if few and all(map(WHOLE.fullmatch, different)) else 0


def target_of(
    column: Column, rows: Sequence[int], decimal: Decimal, choice: TargetChoice
) -> tuple[Task, list[float], Classes]:
    """The task that a target sets, its values, and the names of its classes, none where they are 0 and 1.

    The labels are the classes 0, 1, … in their order, or with `swap` the other way round; two different numbers are
    two classes, more only where that is their `meaning`. Raises DataError where there are not two to ten classes.
    """
    if column.kind not in {"text", "yes-no"}:
        values = column.values(rows, decimal)
        different = sorted(set(values), reverse=choice.swap)
        if len(different) == 1:
            raise DataError(said("table.one-number", column=column.name, number=different[0]))
        if len(different) != 2 and not (choice.meaning == CLASSES and len(different) <= MOST_CLASSES):
            return "regression", values, ()
        classes = tuple([f"{value:.{DIGITS}g}" for value in different])
        return "classification", [float(different.index(value)) for value in values], _names(classes)
    used = {column.cells[row] for row in rows}
    labels = [label for label in column.labels if label in used]
    if not 2 <= len(labels) <= MOST_CLASSES or (column.has_units and len(labels) > 2):
        raise DataError(_wrong_labels(column, labels))
    labels = labels[::-1] if choice.swap else labels
    places = {label: float(place) for place, label in enumerate(labels)}
    return "classification", [places[column.cells[row]] for row in rows], _names(labels)


def _names(labels: Sequence[str]) -> Classes:
    """Labels as names of classes: short, without commas, different; none for 0 and 1."""
    if tuple(labels) == NUMBERED:
        return ()
    names = [clean_name(label)[:LONGEST_CLASS].strip() or f"class {place}" for place, label in enumerate(labels)]
    if len(set(names)) < len(names):
        endings = [f" ({place})" for place in range(1, len(names) + 1)]
        names = [name[: LONGEST_CLASS - len(end)] + end for name, end in zip(names, endings, strict=True)]
    return tuple(names)


def _wrong_labels(column: Column, labels: list[str]) -> Said:
    if not labels:
        return said("table.no-complete-row", column=column.name)
    if len(labels) == 1:
        return said("table.one-class", column=column.name, label=labels[0][:40])
    if column.has_units:
        return said("table.all-units", column=column.name, cell=labels[0][:40])
    named = ", ".join(f"“{label[:20]}”" for label in labels[:MOST_NAMED]) + (", …" if len(labels) > MOST_NAMED else "")
    return said("table.many-labels", column=column.name, n=len(labels), labels=named, most=MOST_CLASSES)
