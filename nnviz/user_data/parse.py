"""What a text of one's own means: its columns, the examples in it, and in sentences what was done and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.core.data.datasets import Task
from nnviz.user_data.cells import DataError, read_lines
from nnviz.user_data.columns import Column, columns_of
from nnviz.user_data.table import DIGITS, MOST_FEATURES, OwnTable, clean_name, rounded

MOST_LABELS_NAMED = 3


@dataclass(frozen=True)
class Parsed:
    """The columns, those chosen by their places, and either the table, with notes on it, or a problem."""

    columns: tuple[Column, ...] = ()
    features: tuple[int, ...] = ()
    target: int | None = None
    table: OwnTable | None = None
    notes: tuple[str, ...] = ()
    problem: str = ""


def parse(text: str, features: Sequence[int] = (), target: int | None = None) -> Parsed:
    """The examples in the text of a CSV; whatever it holds, there is an answer.

    Without a choice the last column is the target and the first one or two others that hold different numbers are the
    features.
    """
    try:
        columns = columns_of(read_lines(text))
    except DataError as error:
        return Parsed(problem=str(error))
    chosen_target = target if target is not None and 0 <= target < len(columns) else len(columns) - 1
    chosen = _features(columns, features, chosen_target)
    try:
        table, notes = _table(columns, chosen, chosen_target)
    except DataError as error:
        return Parsed(tuple(columns), chosen, chosen_target, problem=str(error))
    return Parsed(tuple(columns), chosen, chosen_target, table, notes)


def _features(columns: list[Column], asked: Sequence[int], target: int) -> tuple[int, ...]:
    wanted = [place for place in dict.fromkeys(asked) if 0 <= place < len(columns) and place != target]
    able = [place for place, column in enumerate(columns) if column.kind == "numbers" and place != target]
    return tuple((wanted or able)[:MOST_FEATURES])


def _table(columns: list[Column], features: tuple[int, ...], target: int) -> tuple[OwnTable, tuple[str, ...]]:
    """The table of the chosen columns, and what was done to them. Raises DataError."""
    chosen = [columns[place] for place in features]
    _check(columns, chosen, columns[target])
    used = [*chosen, columns[target]]
    rows = [row for row in range(len(used[0].cells)) if not any(column.is_missing(row) for column in used)]
    task, values, name = _target(columns[target], rows)
    exact = list(zip(*(column.values(rows) for column in chosen), values, strict=True))
    names = tuple(column.name for column in chosen)
    table = OwnTable(task, (*names, name), tuple(tuple(rounded(value) for value in row) for row in exact))
    if problem := table.problem():
        raise DataError(_with_missing(problem, len(used[0].cells) - len(rows)))
    return table, _notes(columns, used, table, exact)


def _check(columns: list[Column], features: list[Column], target: Column) -> None:
    if not features:
        raise DataError(
            "There is no feature: apart from the target no column holds numbers that differ. "
            + "; ".join(f"“{column.name}” {SAYS[column.kind]}" for column in columns[:MOST_LABELS_NAMED])
            + "."
        )
    for column in features:
        if column.kind != "numbers":
            raise DataError(f"The column “{column.name}” {SAYS[column.kind]}: it cannot be a feature.")
    if target.kind == "empty":
        raise DataError(f"The column “{target.name}” {SAYS['empty']}: it cannot be the target.")


SAYS = {
    "numbers": "holds numbers",
    "constant": "is constant, the same number in every row",
    "text": "holds text",
    "empty": "is empty",
}
"""What is said of a column of each kind."""


def _target(column: Column, rows: list[int]) -> tuple[Task, list[float], str]:
    """The task that a target sets, its values, and its name, which says what the numbers of two classes mean."""
    if column.kind != "text":
        values = column.values(rows)
        different = sorted(set(values))
        if len(different) == 1:
            raise DataError(
                f"The target “{column.name}” is {different[0]:g} in every row: one class only, nothing to tell apart."
            )
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


def _wrong_labels(column: Column, labels: list[str]) -> str:
    if not labels:
        return f"No row has both features and a target in “{column.name}”."
    if len(labels) == 1:
        return f"The column “{column.name}” has one class only, “{labels[0][:40]}”: there is nothing to tell apart."
    named = ", ".join(f"“{label[:20]}”" for label in labels[:MOST_LABELS_NAMED])
    more = ", …" if len(labels) > MOST_LABELS_NAMED else ""
    return (
        f"The column “{column.name}” holds text with {len(labels)} different labels ({named}{more}). As a target it "
        "has to have just two; keep the rows of two labels, or choose another target."
    )


def _with_missing(problem: str, n_missing: int) -> str:
    return f"{problem} {_left_out(n_missing)}" if n_missing else problem


def _left_out(n: int) -> str:
    return f"{n:,} {'row has' if n == 1 else 'rows have'} a missing value and {'is' if n == 1 else 'are'} left out."


def _notes(
    columns: list[Column], used: list[Column], table: OwnTable, exact: list[tuple[float, ...]]
) -> tuple[str, ...]:
    """What was done to the data on the way, a sentence each."""
    n_missing = len(used[0].cells) - len(table.rows)
    said = {
        _left_out(n_missing): n_missing > 0,
        f"The target is {table.names[-1]}.": "(1) or" in table.names[-1],
        "Commas are read as decimal commas: 1,5 is one and a half.": any(column.decimal == "," for column in used),
        f"There are {len(columns)} columns, of which {len(used)} are used.": len(columns) > len(used),
        f"Numbers are rounded to {DIGITS} significant digits.": list(table.rows) != exact,
    }
    return tuple(sentence for sentence, is_so in said.items() if is_so)
