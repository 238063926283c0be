"""Which columns of a table are most likely meant: what is to be predicted, from what, and what is no feature."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nnviz.user_data.coded_columns import MOST_LABELS
from nnviz.user_data.columns import Column
from nnviz.user_data.control import UserData
from nnviz.user_data.numerals import END
from nnviz.user_data.said import Said, said
from nnviz.user_data.targets import classes_in

TARGETS = frozenset(
    [
        "y",
        "target",
        "label",
        "class",
        "species",
        "variety",
        "outcome",
        "response",
        "output",
        "result",
        "survived",
        "price",
        "sale price",
        "median house value",
        "medv",
        "mpg",
        "quality",
        "diagnosis",
        "churn",
        "default",
        "exited",
        "income",
        "salary",
        "sales",
        "score",
        "grade",
        "category",
        "tip",
        "charges",
        "ziel",
        "klasse",
        "art",
        "preis",
    ]
)
"""Names, in lower case, that say that a column is what is to be predicted."""

KEYS = re.compile(
    r"(?:.* )?(?:id|ids|idx|uuid)|index|key|rownames|row|row number|row ?num|serial|nr|no|lfd ?nr|#|unnamed 0|column 1"
    r"|(?:passenger|customer|user|student|patient|person|order|product|sample|record|row|case|item)id"
)
"""What columns are called, in lower case, whose numbers only name the rows."""

COUNTS = frozenset(
    ["x", "t", "time", "day", "week", "month", "year", "step", "epoch", "age", "tag", "woche", "monat", "jahr", "zeit"]
)
"""Names of columns that may well count from 1 on and yet say something."""

LEAST_COUNTED = 10
"""Rows from which on 1, 2, 3, … in the first column are taken for row numbers."""


DAYS = re.compile(rf"(?:(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?{END})*+", re.ASCII)
"""Cells that are joined, each a day of eight digits or empty."""


@dataclass(frozen=True)
class Likely:
    """The places of the target and of the features, why the target is one, and a note on what was passed over."""

    target: int
    features: tuple[int, ...]
    why: Said | None
    passed_over: tuple[Said, ...]


def likely(columns: Sequence[Column], page: UserData, target: int | None = None) -> Likely:
    """What is taken of a table on a page as long as nobody has chosen; with a `target`, the features beside it."""
    ends = {place: why for place, column in enumerate(columns) if (why := no_feature(column, place))}
    found, why = _target(columns, page, ends) if target is None else (target, None)
    numbers = [place for place, column in enumerate(columns) if column.kind == "numbers" and place != found]
    truths = [place for place, column in enumerate(columns) if column.kind == "yes-no" and place != found]
    best = [place for place in numbers if place not in ends] + truths
    best.sort(key=lambda place: _n_labels(columns[place]) > 0)  # two numbers alone make a poor axis
    left = [place for place in numbers if place in ends]
    features = tuple((best or left)[: max(page.n_features)])
    passed = tuple(ends[place] for place in left if place not in features and place < max(features, default=0))
    note = (said("table.passed-over", columns=passed),) if passed else ()
    return Likely(found, features, why, note)


def no_feature(column: Column, place: int) -> Said | None:
    """Why a column of numbers is not the one to learn from: it names or counts the rows, or says days."""
    if column.kind != "numbers":
        return None
    words = _words(column.name)
    if KEYS.fullmatch(words):
        return said("table.names-rows", column=column.name)
    if place == 0 and words not in COUNTS and _counts(column.cells):
        return said("table.counts-rows", column=column.name)
    return said("table.says-days", column=column.name) if _are_days(column) else None


def _words(name: str) -> str:
    """A name in lower case, its words parted by blanks: PassengerId and passenger_id are both “passenger id”."""
    parted = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", name)
    return " ".join(re.split(r"[\s_.:/-]+", parted)).strip().casefold()


def _counts(cells: Sequence[str]) -> bool:
    """Whether cells are 0, 1, 2, … or 1, 2, 3, …, and enough of them."""
    if len(cells) < LEAST_COUNTED or cells[0] not in {"0", "1"}:
        return False
    return all(cell == str(number) for number, cell in enumerate(cells, int(cells[0])))


def _are_days(column: Column) -> bool:
    """Whether cells are days of these centuries written as eight digits, as in 20240131."""
    return DAYS.fullmatch(column.joined) is not None


# ---- the target ----


def _target(columns: Sequence[Column], page: UserData, ends: dict[int, Said]) -> tuple[int, Said]:
    """The column with the most reasons, the later one of two with as many; the last where no column has any."""
    able = [place for place in range(len(columns)) if place not in ends and _is_target(columns[place])]
    fitting = [place for place in able if _fits(columns[place], page)]
    found = max(fitting or able or [len(columns) - 1], key=lambda place: (_reasons(columns, place), place))
    if _named(columns[found]):
        return found, said("table.why-name")
    if found == len(columns) - 1:
        return found, said("table.why-last")
    return found, said("table.why-labels" if _n_labels(columns[found]) else "table.why-fits")


def _reasons(columns: Sequence[Column], place: int) -> int:
    """How much speaks for a column: its name most, then that it is the last one or has labels, two best."""
    column, n_labels = columns[place], _n_labels(columns[place])
    last, labels = place == len(columns) - 1, column.kind != "numbers"
    return _named(column) + 2 * last + 2 * labels + (n_labels == 2)


def _named(column: Column) -> int:
    """4 for a name of a target, 3 for one that ends so, units left out, else 0."""
    words = re.sub(r" ?[(\[].*", "", _words(column.name))
    return 4 if words in TARGETS else 3 * (words.rpartition(" ")[2] in TARGETS - {"y"})


def _n_labels(column: Column) -> int:
    """How many classes a column may have; 0 for a number to predict."""
    if column.kind != "numbers":
        return len(column.labels)
    different = len({column.cells[row] for row in column.filled})
    return different if different == 2 else 0


def _is_target(column: Column) -> bool:
    if column.kind in {"empty", "dates", "constant"}:
        return False
    return column.kind == "numbers" or len(column.labels) <= MOST_LABELS


def _fits(column: Column, page: UserData) -> bool:
    """Whether a page has a task for a column, and can tell as many classes apart."""
    tells_classes, n_labels = "classification" in page.tasks, _n_labels(column)
    if n_labels:
        return tells_classes and n_labels <= page.most_classes
    return "regression" in page.tasks or (tells_classes and 2 < classes_in(column) <= page.most_classes)
