"""What a text of one's own means: its columns, the examples in it, what was done and what is wrong or open."""

from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.user_data.cells import Lines, read_lines
from nnviz.user_data.columns import Column
from nnviz.user_data.conventions import Convention
from nnviz.user_data.header import are_years, different_names, has_header
from nnviz.user_data.notes import Used, left_out, notes_on, notes_on_lines
from nnviz.user_data.numerals import DECIMALS, Decimal, value_of
from nnviz.user_data.said import DataError, Said, said
from nnviz.user_data.table import MOST_FEATURES, OwnTable, all_rounded
from nnviz.user_data.targets import MOST_NAMED, SAYS, target_of


@dataclass(frozen=True)
class Readings:
    """A cell that means two numbers, what it is with a decimal point and a decimal comma, and which of them is taken.

    `decimal` is None as long as nobody has said which.
    """

    line: int
    column: str
    cell: str
    point: float
    comma: float
    decimal: Decimal | None


@dataclass(frozen=True)
class Parsed:
    """The columns, those chosen by their places, and either the table, with notes on it, or a problem."""

    columns: tuple[Column, ...] = ()
    features: tuple[int, ...] = ()
    target: int | None = None
    table: OwnTable | None = None
    notes: tuple[Said, ...] = ()
    problem: Said | None = None
    readings: Readings | None = None


def parse(text: str, features: Sequence[int] = (), target: int | None = None, decimal: Decimal | None = None) -> Parsed:
    """The examples in the text of a CSV; whatever it holds, there is an answer.

    Without a choice the last column is the target and the first one or two others that hold different numbers are the
    features. `decimal` says how decimals are written where the text leaves that open; there is no table
    then without it.
    """
    try:
        lines = read_lines(text)
        columns, notes = _columns(lines)
    except DataError as error:
        return Parsed(problem=error.why)
    chosen_target = target if target is not None and 0 <= target < len(columns) else len(columns) - 1
    chosen = _features(columns, features, chosen_target)
    convention = Convention(columns, lines.separator, decimal)
    readings = _readings(columns, convention, (*chosen, chosen_target))
    try:
        if readings and readings.decimal is None:
            raise DataError(said("table.open", line=str(readings.line), cell=readings.cell, column=readings.column))
        table, more = _table(columns, convention, chosen, chosen_target)
    except DataError as error:
        return Parsed(tuple(columns), chosen, chosen_target, problem=error.why, readings=readings)
    return Parsed(tuple(columns), chosen, chosen_target, table, (*notes, *more), None, readings)


def _columns(lines: Lines) -> tuple[list[Column], tuple[Said, ...]]:
    """The columns, named by the header or, without one, x1, x2, … and y."""
    rows, names = lines.rows, lines.names
    header = names is None and has_header(rows)
    body = rows[1:] if header else rows
    width = len(rows[0].cells)
    if header:
        names = rows[0]
    given = names.cells if names else (*(f"x{place + 1}" for place in range(width - 1)), "y")
    numbers = tuple([line.number for line in body])
    cells = zip(*[line.cells for line in body], strict=True)
    columns = [Column(name, column, numbers) for name, column in zip(different_names(given), cells, strict=True)]
    return columns, notes_on_lines(lines, header and are_years(rows))


def _features(columns: list[Column], asked: Sequence[int], target: int) -> tuple[int, ...]:
    wanted = [place for place in dict.fromkeys(asked) if 0 <= place < len(columns) and place != target]
    able = [place for place, column in enumerate(columns) if column.kind == "numbers" and place != target]
    return tuple((wanted or able)[:MOST_FEATURES])


def _readings(columns: list[Column], convention: Convention, used: Sequence[int]) -> Readings | None:
    """The first cell in a column that is used whose number the table does not decide, best one that is open."""
    doubtful = [columns[place] for place in used if convention.is_doubtful(columns[place])]
    doubtful.sort(key=lambda column: convention.sign(column) is not None)
    for column in doubtful:
        row = column.first_open
        point, comma = (value_of(column.cells[row or 0], sign) for sign in DECIMALS)
        if row is not None and point is not None and comma is not None:
            return Readings(column.lines[row], column.name, column.cells[row], point, comma, convention.sign(column))
    return None


def _table(
    columns: list[Column], convention: Convention, features: tuple[int, ...], target: int
) -> tuple[OwnTable, tuple[Said, ...]]:
    """The table of the chosen columns, and what was done to them. Raises DataError."""
    chosen = [columns[place] for place in features]
    _check(columns, chosen, columns[target])
    used = [*chosen, columns[target]]
    gone = frozenset[int]().union(*(column.missing for column in used))
    rows = [row for row in range(len(used[0].cells)) if row not in gone]
    signs = [convention.sign(column) or "." for column in used]
    values = [column.values(rows, sign) for column, sign in zip(chosen, signs, strict=False)]
    task, targets, name = target_of(columns[target], rows, signs[-1])
    exact = (*values, targets)
    shown = [all_rounded(column) for column in exact]
    names = tuple(column.name for column in chosen)
    table = OwnTable(task, (*names, name), tuple(zip(*shown, strict=True)))
    problem = table.problem()
    if problem and gone:
        raise DataError(said("table.and", one=problem, other=left_out(used)))
    if problem:
        raise DataError(problem)
    is_rounded = any(column != kept for column, kept in zip(exact, shown, strict=True))
    return table, notes_on(Used(tuple(used), tuple(signs), tuple(rows), exact), table, len(columns), is_rounded)


def _check(columns: list[Column], features: list[Column], target: Column) -> None:
    if not features:
        kinds = tuple(said(SAYS[column.kind], column=column.name) for column in columns[:MOST_NAMED])
        raise DataError(said("table.no-feature", columns=kinds))
    for column in features:
        if column.kind not in {"numbers", "yes-no"}:
            raise DataError(said("table.not-a-feature", why=said(SAYS[column.kind], column=column.name)))
    if target.kind in {"empty", "dates"}:
        raise DataError(said("table.not-a-target", why=said(SAYS[target.kind], column=target.name)))
