"""The settings field whose value is one's own data: kept in the browser's storage, never in a link."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, get_args

from nnviz.core.data.datasets import Task
from nnviz.page.control import Effect
from nnviz.user_data.table import MOST_FEATURES, table_of

OWN_DATA = "your own"
"""The choice of data that means them."""


@dataclass(frozen=True)
class UserData:
    """The rows as one canonical text, empty when there are none; a page may take certain tasks and features only."""

    label: str = "Your data"
    tasks: tuple[Task, ...] = get_args(Task)
    n_features: tuple[int, ...] = tuple(range(1, MOST_FEATURES + 1))
    symbol: str = ""
    help: str = "Points of your own, from a CSV or clicked. They stay in this browser and are not in the link."
    effect: Effect = "restart"
    local_while: Mapping[str, str] = field(default_factory=lambda: {"data": OWN_DATA})
    texts: ClassVar[tuple[str, ...]] = ()

    def format(self, value: str) -> str:
        """The text itself."""
        return value

    def parse(self, given: object) -> str | None:
        """The canonical text of what is given; None for what is no table that this page can take."""
        table = table_of(given) if isinstance(given, str) else None
        fits = table is not None and table.task in self.tasks and table.n_features in self.n_features
        return table.text if table is not None and fits else None

    @property
    def takes(self) -> str:
        """What a table needs for this page, in words."""
        tasks = {"regression": "a number to predict", "classification": "two classes"}
        features = {1: "one feature", 2: "two features"}
        return (
            " or ".join(features[n] for n in self.n_features)
            + " and "
            + " or ".join(tasks[task] for task in self.tasks)
        )
