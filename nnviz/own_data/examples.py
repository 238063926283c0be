"""The examples of a page that may be one's own: a pure function of the settings, as with every other data set."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.data import DATASETS, Dataset, DatasetKind, draw
from nnviz.core.point_clouds import PointCloud
from nnviz.own_data.control import OWN_DATA, OwnData
from nnviz.own_data.table import OwnTable, table_of

AS_THEY_ARE = "Your own data are taken as they are, every row of them."
NOT_IN_THE_LINK = (
    "Your own data stay in this browser. They are not in the link: whoever opens it sees data of their own, "
    "or else the data that the page begins with."
)


@dataclass(frozen=True)
class ChosenData:
    """What a page's choice of data and its field for one's own data say; `instead` is drawn while there are none."""

    choice: str
    own_data: str
    instead: str

    @property
    def is_own(self) -> bool:
        """Whether one's own data are chosen and there."""
        return self.choice == OWN_DATA and table_of(self.own_data) is not None

    @property
    def name(self) -> str:
        """The name of the data set that is drawn."""
        return self.instead if self.choice == OWN_DATA and not self.is_own else self.choice

    @property
    def kind(self) -> DatasetKind:
        """What is known of it before it is drawn."""
        return own_kind(self.own_data) if self.is_own else DATASETS[self.name]

    def draw(self, n_samples: int, noise: float, seed: int) -> Dataset:
        """The examples; on one's own data the arguments do not act."""
        return draw(self.name, self.kind, n_samples, noise, seed)

    def notice(self, control: OwnData) -> str:
        """What has to be said about the choice: that there are no such data, and what is shown; else nothing."""
        if self.choice != OWN_DATA or self.is_own:
            return ""
        return (
            f"This browser has no data of your own that this page can take: it needs {control.takes}. The data set "
            f"“{self.instead}” is shown. Open “Your data” to paste a CSV or to click points."
        )

    def irrelevant(self, *fields: str) -> Mapping[str, str]:
        """The fields that draw a data set, which do nothing on one's own."""
        return dict.fromkeys(fields, AS_THEY_ARE) if self.is_own else {}


@lru_cache(maxsize=32)
def own_kind(text: str) -> DatasetKind:
    """The data set of a canonical text, with all its rows whatever is asked for.

    Raises ValueError for a text that is none.
    """
    table = table_of(text)
    if table is None:
        raise ValueError("this text is no table of examples")
    cloud = _cloud(table)
    return DatasetKind(
        task=table.task,
        feature_names=table.names[:-1],
        target_name=table.names[-1],
        make=lambda n_samples, noise, seed: cloud,
        takes_noise=False,
        takes_n_samples=False,
        n_rows=len(table.rows),
        source="your own rows, kept in this browser and not in the link",
    )


def _cloud(table: OwnTable) -> PointCloud:
    values = np.array(table.rows)
    X, y = values[:, :-1].copy(), values[:, -1].copy()
    X.setflags(write=False)
    y.setflags(write=False)
    return PointCloud(X, y)
