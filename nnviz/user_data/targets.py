"""What a target asks for: a number, or one of two classes, and what these are called."""

from collections.abc import Sequence

from nnviz.core.data.datasets import Task
from nnviz.user_data.columns import Column, Kind
from nnviz.user_data.numerals import Decimal
from nnviz.user_data.said import DataError, Said, said
from nnviz.user_data.table import DIGITS, LONGEST_CLASS, NUMBERED, clean_name

Classes = tuple[str, ...]
MOST_NAMED = 3
"""Labels, or columns, that a sentence names."""

SAYS: dict[Kind, str] = {
    "numbers": "table.holds-numbers",
    "constant": "table.is-constant",
    "yes-no": "table.holds-truth",
    "dates": "table.holds-dates",
    "text": "table.holds-text",
    "empty": "table.is-empty",
}
"""What is said of a column of each kind."""


def target_of(column: Column, rows: Sequence[int], decimal: Decimal, swap: bool) -> tuple[Task, list[float], Classes]:
    """The task that a target sets, its values, and the names of its two classes, none where they are 0 and 1.

    The first label is class 0 and the second class 1, the other way round to `swap` them. Raises DataError where there
    are not two classes.
    """
    if column.kind not in {"text", "yes-no"}:
        values = column.values(rows, decimal)
        different = sorted(set(values), reverse=swap)
        if len(different) == 1:
            raise DataError(said("table.one-number", column=column.name, number=different[0]))
        if len(different) != 2:
            return "regression", values, ()
        classes = tuple([f"{value:.{DIGITS}g}" for value in different])
        return "classification", [float(value == different[1]) for value in values], _names(classes)
    used = {column.cells[row] for row in rows}
    labels = [label for label in column.labels if label in used]
    if len(labels) != 2:
        raise DataError(_wrong_labels(column, labels))
    labels = labels[::-1] if swap else labels
    return "classification", [float(column.cells[row] == labels[1]) for row in rows], _names(labels)


def _names(labels: Sequence[str]) -> Classes:
    """Labels as names of classes: short, without commas, different; none for 0 and 1."""
    if tuple(labels) == NUMBERED:
        return ()
    names = [clean_name(label)[:LONGEST_CLASS].strip() or f"class {place}" for place, label in enumerate(labels)]
    if len(set(names)) < len(names):
        names = [f"{name[: LONGEST_CLASS - 4]} ({place + 1})" for place, name in enumerate(names)]
    return tuple(names)


def _wrong_labels(column: Column, labels: list[str]) -> Said:
    if not labels:
        return said("table.no-complete-row", column=column.name)
    if len(labels) == 1:
        return said("table.one-class", column=column.name, label=labels[0][:40])
    if column.has_units:
        return said("table.all-units", column=column.name, cell=labels[0][:40])
    named = ", ".join(f"“{label[:20]}”" for label in labels[:MOST_NAMED]) + (", …" if len(labels) > MOST_NAMED else "")
    return said("table.many-labels", column=column.name, n=len(labels), labels=named)
