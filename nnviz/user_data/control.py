"""The settings field whose value is one's own data: kept in the browser's storage, never in a link."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, get_args

from nnviz.core.data.datasets import Task
from nnviz.page.control import Effect
from nnviz.user_data.said import Said, said
from nnviz.user_data.table import MOST_CLASSES, MOST_FEATURES, OwnTable, table_of

OWN_DATA = "your own"
"""The choice of data that means them."""

FEATURES = {(1,): "table.features-1", (2,): "table.features-2", (1, 2): "table.features-1-or-2"}
TASKS: Mapping[tuple[Task, ...], tuple[str, str]] = {
    ("regression",): ("table.predicts-regression", "table.predicts-regression"),
    ("classification",): ("table.predicts-classification", "table.predicts-classes"),
    ("regression", "classification"): (
        "table.predicts-regression-or-classification",
        "table.predicts-regression-or-classes",
    ),
}
"""What is said of the numbers of features, and of the tasks that a page takes with two classes and with more."""

WORDS_FOR_CLASSES = {2: "two classes", MOST_CLASSES: f"2 to {MOST_CLASSES} classes"}
"""What a page takes, in a sentence of its own."""

WRONG_TASK: Mapping[Task, str] = {"regression": "table.no-regression", "classification": "table.no-classification"}
"""What is said of a table with a task that a page does not take."""


@dataclass(frozen=True)
class UserData:
    """The rows as one canonical text, empty when there are none; a page may take certain tasks and features only.

    `most_classes` is 2 where a page can tell no more apart, else MOST_CLASSES.
    """

    label: str = "Your data"
    tasks: tuple[Task, ...] = get_args(Task)
    n_features: tuple[int, ...] = tuple(range(1, MOST_FEATURES + 1))
    most_classes: int = 2
    symbol: str = ""
    help: str = "Points of your own, from a CSV or clicked. They stay in this browser unless you put them into a link."
    effect: Effect = "restart"
    local_while: Mapping[str, str] = field(default_factory=lambda: {"data": OWN_DATA})
    texts: ClassVar[tuple[str, ...]] = ()

    def format(self, value: str) -> str:
        """The text itself."""
        return value

    def parse(self, given: object) -> str | None:
        """The canonical text of what is given; None for what is no table that this page can take."""
        table = table_of(given) if isinstance(given, str) else None
        return table.text if table is not None and self.why_not(table) is None else None

    def why_not(self, table: OwnTable) -> Said | None:
        """Why a page cannot use a table; None when it can."""
        if table.n_features not in self.n_features:
            return said("table.too-few" if table.n_features < min(self.n_features) else "table.too-many")
        if table.task not in self.tasks:
            return said(WRONG_TASK[table.task], target=table.names[-1])
        if len(table.classes) > self.most_classes:
            return said("table.too-many-classes", target=table.names[-1], n=len(table.classes))
        return None

    @property
    def need(self) -> tuple[Said, Said]:
        """What a table needs for this page: its features, and what is predicted from them."""
        return said(FEATURES[self.n_features]), said(TASKS[self.tasks][self.most_classes > 2])

    @property
    def takes(self) -> str:
        """What a table needs for this page, in words."""
        tasks = {"regression": "a number to predict", "classification": WORDS_FOR_CLASSES[self.most_classes]}
        features = {1: "one feature", 2: "two features"}
        return (
            " or ".join(features[n] for n in self.n_features)
            + " and "
            + " or ".join(tasks[task] for task in self.tasks)
        )
