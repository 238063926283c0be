"""What a target asks for: a number, or one of two classes, and what these are called."""

from collections.abc import Sequence

from nnviz.core.data.datasets import Task
from nnviz.user_data.columns import Column, Kind
from nnviz.user_data.numerals import Decimal
from nnviz.user_data.said import DataError, Said, said
from nnviz.user_data.table import DIGITS, clean_name

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


def target_of(column: Column, rows: Sequence[int], decimal: Decimal) -> tuple[Task, list[float], str]:
    """The task that a target sets, its values, and its name, which says what the numbers of two classes mean.

    Raises DataError where there are not two classes.
    """
    if column.kind not in {"text", "yes-no"}:
        values = column.values(rows, decimal)
        different = sorted(set(values))
        if len(different) == 1:
            raise DataError(said("table.one-number", column=column.name, number=different[0]))
        if len(different) != 2:
            return "regression", values, column.name
        meaning = [f"{value:.{DIGITS}g}" for value in different]
        return "classification", [float(value == different[1]) for value in values], _classes(column.name, meaning)
    used = {column.cells[row] for row in rows}
    labels = [label for label in column.labels if label in used]
    if len(labels) != 2:
        raise DataError(_wrong_labels(column, labels))
    return "classification", [float(column.cells[row] == labels[1]) for row in rows], _classes(column.name, labels)


def _classes(name: str, labels: list[str]) -> str:
    if labels == ["0", "1"]:
        return name
    zero, one = (clean_name(label)[:20] for label in labels)
    return clean_name(f"{name[:16]}: {one} (1) or {zero} (0)")


def _wrong_labels(column: Column, labels: list[str]) -> Said:
    if not labels:
        return said("table.no-complete-row", column=column.name)
    if len(labels) == 1:
        return said("table.one-class", column=column.name, label=labels[0][:40])
    if column.has_units:
        return said("table.all-units", column=column.name, cell=labels[0][:40])
    named = ", ".join(f"“{label[:20]}”" for label in labels[:MOST_NAMED]) + (", …" if len(labels) > MOST_NAMED else "")
    return said("table.many-labels", column=column.name, n=len(labels), labels=named)
