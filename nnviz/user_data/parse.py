"""What a text of one's own means: its columns, the examples in it, what was done and what is wrong or open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nnviz.user_data.cells import Lines, read_lines
from nnviz.user_data.coded_columns import Code, codes_of
from nnviz.user_data.columns import Column
from nnviz.user_data.control import UserData
from nnviz.user_data.conventions import Convention
from nnviz.user_data.header import are_years, different_names, has_header
from nnviz.user_data.likely_columns import likely
from nnviz.user_data.missing import is_missing_word
from nnviz.user_data.notes import Used, left_out, notes_on, notes_on_lines
from nnviz.user_data.numerals import DECIMALS, Decimal, has_numbers, value_of
from nnviz.user_data.said import DataError, Said, said
from nnviz.user_data.table import MOST_CLASSES, OwnTable, all_rounded
from nnviz.user_data.targets import CLASSES, MOST_NAMED, NUMBER, SAYS, Meaning, TargetChoice, classes_in, target_of


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
    """The columns, those chosen by their places, and either the table, with notes on it, or a problem.

    `why` says in a word why a column is the target; `unfit` why the page cannot use the table, where it cannot.
    `meaning` is what the target's numbers are where they may be classes as well, None where there is no such question.
    """

    columns: tuple[Column, ...] = ()
    features: tuple[int, ...] = ()
    target: int | None = None
    table: OwnTable | None = None
    notes: tuple[Said, ...] = ()
    problem: Said | None = None
    readings: Readings | None = None
    why: Said | None = None
    unfit: Said | None = None
    codes: tuple[Code, ...] = ()
    meaning: Meaning | Literal["open"] | None = None

    @property
    def used(self) -> list[Column]:
        """The columns of the features, codes among them, and last that of the target."""
        n_columns = len(self.columns)
        places = (*self.features, self.target or 0)
        return [self.columns[i] if i < n_columns else self.codes[i - n_columns].column for i in places]


NO_CHOICE = TargetChoice()
ANY_PAGE = UserData(most_classes=MOST_CLASSES)
"""The needs of a page that takes whatever a table can be."""


def parse(
    text: str,
    features: Sequence[int] = (),
    target: int | None = None,
    decimal: Decimal | None = None,
    page: UserData = ANY_PAGE,
    choice: TargetChoice = NO_CHOICE,
) -> Parsed:
    """The examples in the text of a CSV; whatever it holds, there is an answer.

    Places from the number of columns on are those of the codes. Without a choice the columns are taken that are
    `likely` meant on the page. `decimal` says how decimals are written where the text leaves that open; there is no
    table then without it; nor is there one as long as nobody has said by the `choice` what few whole numbers mean, on
    a page that could take them as classes and as numbers.
    """
    try:
        lines = read_lines(text)
        columns, notes = _columns(lines)
    except DataError as error:
        return Parsed(problem=error.why)
    chosen = _chosen(columns, features, target, page)
    convention = Convention(columns, lines.separator, decimal)
    used = chosen.used
    readings, meaning = _readings(used, convention), _meaning(used[-1], page, choice)
    open_to_all = replace(chosen, readings=readings, meaning=meaning if len(page.tasks) > 1 else None)
    try:
        if readings and readings.decimal is None:
            raise DataError(said("table.open", line=str(readings.line), cell=readings.cell, column=readings.column))
        if meaning == "open":
            raise DataError(said("table.open-meaning", column=used[-1].name, different=classes_in(used[-1])))
        known = replace(choice, meaning=meaning)
        table, more = _table(columns, convention, used, known)
    except DataError as error:
        return replace(open_to_all, problem=error.why)
    all_notes = (*notes, *chosen.notes, *more)
    return replace(open_to_all, table=table, notes=all_notes, unfit=page.why_not(table))


def _chosen(columns: list[Column], features: Sequence[int], target: int | None, page: UserData) -> Parsed:
    """The columns, their codes, and those that are taken; notes on what was passed over, and on codes."""
    codes = codes_of(columns)
    asked = target if target is not None and 0 <= target < len(columns) else None
    found = likely(columns, page, asked)
    sources = [*range(len(columns)), *[code.place for code in codes]]
    able = [place for place, source in enumerate(sources) if source != found.target]
    wanted = tuple(place for place in dict.fromkeys(features) if place in able)[: max(page.n_features)]
    taken = wanted or found.features
    others = [place for place in (*found.features, *able[len(columns) - 1 :]) if place not in taken]
    taken = (*taken, *others[: max(min(page.n_features) - len(taken), 0)])
    notes = () if wanted else found.passed_over
    says = [codes[place - len(columns)].says for place in taken if place >= len(columns)]
    return Parsed(tuple(columns), taken, found.target, notes=(*notes, *says), why=found.why, codes=codes)


def _columns(lines: Lines) -> tuple[list[Column], tuple[Said, ...]]:
    """The columns, named by the header or, without one, x1, x2, … and y."""
    rows, names = lines.rows, lines.names
    header = has_header(rows) and (names is None or not any(map(is_missing_word, rows[0].cells)))
    if names and (header or has_numbers(names.cells)):  # the comment says something else
        lines, names = replace(lines, names=None, n_comments=lines.n_comments + 1), None
    body = rows[1:] if header else rows
    width = len(rows[0].cells)
    if header:
        names = rows[0]
    given = names.cells if names else (*(f"x{place + 1}" for place in range(width - 1)), "y")
    numbers = tuple([line.number for line in body])
    cells = zip(*[line.cells for line in body], strict=True)
    columns = [Column(name, column, numbers) for name, column in zip(different_names(given), cells, strict=True)]
    return columns, notes_on_lines(lines, header and are_years(rows))


def _readings(used: Sequence[Column], convention: Convention) -> Readings | None:
    """The first cell in a column that is used whose number the table does not decide, best one that is open."""
    doubtful = [column for column in used if convention.is_doubtful(column)]
    doubtful.sort(key=lambda column: convention.sign(column) is not None)
    for column in doubtful:
        row = column.first_open
        point, comma = (value_of(column.cells[row or 0], sign) for sign in DECIMALS)
        if row is not None and point is not None and comma is not None:
            return Readings(column.lines[row], column.name, column.cells[row], point, comma, convention.sign(column))
    return None


def _meaning(target: Column, page: UserData, choice: TargetChoice) -> Meaning | Literal["open"] | None:
    """What the numbers of a target are: what the page takes, else what was chosen; None where they are no classes."""
    if not classes_in(target):
        return None
    if "classification" not in page.tasks or page.most_classes < MOST_CLASSES:
        return NUMBER
    return CLASSES if "regression" not in page.tasks else choice.meaning or "open"


def _table(
    columns: list[Column], convention: Convention, used: Sequence[Column], choice: TargetChoice
) -> tuple[OwnTable, tuple[Said, ...]]:
    """The table of the columns that are used, the target last, and what was done to them. Raises DataError."""
    *features, target = used
    _check(columns, features, target)
    gone = frozenset[int]().union(*(column.missing for column in used))
    rows = [row for row in range(len(target.cells)) if row not in gone]
    signs = [convention.sign(column) or "." for column in used]
    values = [column.values(rows, sign) for column, sign in zip(features, signs, strict=False)]
    task, targets, classes = target_of(target, rows, signs[-1], choice)
    exact = (*values, targets)
    shown = [all_rounded(column) for column in exact]
    names = tuple(column.name for column in used)
    table = OwnTable(task, names, tuple(zip(*shown, strict=True)), classes)
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
