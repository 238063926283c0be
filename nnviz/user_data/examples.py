"""The examples of a page that may be one's own: a pure function of the settings, as with every other data set."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from nnviz.core.data.class_datasets import KINDS
from nnviz.core.data.datasets import Dataset, DatasetKind, draw, split
from nnviz.core.data.point_clouds import PointCloud
from nnviz.core.data.provenance import Provenance
from nnviz.core.data.sampling import balanced_order
from nnviz.core.data.scaling import standardise, standardise_target
from nnviz.core.rng_keys import DATA, generator
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.user_data.table import MOST_ROWS, NUMBERED, OwnTable, table_of

HELD_OUT = 0.3
"""The share of one's own data that is held out where a page needs such rows and has no setting for them."""

NOT_DRAWN = "This acts on data that the page draws, not on your own rows."


@dataclass(frozen=True)
class ChosenData:
    """What a page's choice of data and its field for one's own data say; `instead` is drawn while there are none.

    A page whose pictures and learning rates suit features around 0 only takes one's own `standardised`, where weights
    have to be of usual size the `standardised_target` as well, and one whose frames would cost too much on thousands
    of rows takes `most_rows` of them; all say so. `held_out` is the share of one's own that parts hold out.
    """

    choice: str
    own_data: str
    instead: str
    standardised: bool = False
    standardised_target: bool = False
    most_rows: int = MOST_ROWS
    held_out: float = 0.0

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
        return own_kind(self.own_data) if self.is_own else KINDS[self.name]

    def draw(self, n_samples: int, noise: float, seed: int) -> Dataset:
        """The examples; on one's own data the arguments do not act."""
        if not self.is_own:
            return draw(self.name, self.kind, n_samples, noise, seed)
        taken = self._own_rows(seed)
        taken = standardise(taken)[0] if self.standardised else taken
        return standardise_target(taken) if self.standardised_target else taken

    def _own_rows(self, seed: int) -> Dataset:
        """One's own rows in their own units, as many as the page takes."""
        taken = _sample(draw(self.name, self.kind, 1, 0.0, seed), self.most_rows, seed)
        names = (*taken.feature_names, taken.target_name)
        classes = taken.class_names or (NUMBERED if taken.task == "classification" else ())
        return replace(taken, provenance=Provenance.of_rows(taken.X, taken.y, names, classes))

    def draw_parts(self, sizes: tuple[int, int], noise: float, seed: int) -> tuple[Dataset, Dataset]:
        """So many examples to train on and so many held out; of one's own data the share `held_out`, at random.

        One's own are parted before they are standardised: mean and deviation are those of the training part, so that
        the rows held out have no say in what is learnt.
        """
        n_training, n_held_out = sizes
        if self.is_own:
            training, rest = split(self._own_rows(seed), self.held_out, seed)
            if self.standardised:
                training, scale = standardise(training)
                rest = standardise(rest, scale)[0] if rest else None
            return training, rest or training
        drawn = self.draw(n_training + n_held_out, noise, seed)
        return drawn.first(n_training), drawn.rows(np.arange(n_training, n_training + n_held_out))

    def notice(self, control: UserData) -> str:
        """What has to be said about the choice: what was done to the data, or that there are none; else nothing."""
        if self.is_own:
            part = f"{self.most_rows:,} of your {self.kind.n_rows or 0:,} rows are used, drawn by the seed."
            apart = f"{self.held_out:.0%} of {'these' if self.takes_part else 'your rows'} are held out."
            said = {part: self.takes_part, apart: bool(self.held_out), self._scaled: self.standardised}
            return " ".join(sentence for sentence, is_so in said.items() if is_so)
        if self.choice != OWN_DATA:
            return ""
        return (
            f"This browser has no data of your own that this page can take: it needs {control.takes}. The data set "
            f"“{self.instead}” is shown. Open “Your data” to paste a CSV or to click points."
        )

    @property
    def takes_part(self) -> bool:
        """Whether there are more rows of one's own than the page takes."""
        return self.is_own and (self.kind.n_rows or 0) > self.most_rows

    @property
    def _scaled(self) -> str:
        if self.held_out:
            return "Your features are standardised here, by mean and standard deviation of the rows to train on."
        rescaled = "feature and target are" if self.standardised_target else "features are"
        return f"Your {rescaled} standardised here: each has mean 0 and standard deviation 1."

    def disabled_reasons(self, *fields: str) -> Mapping[str, str]:
        """The fields that draw a data set, which do nothing on one's own."""
        return dict.fromkeys(fields, NOT_DRAWN) if self.is_own else {}


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
        class_names=table.classes,
        make=lambda n_samples, noise, seed: cloud,
        takes_noise=False,
        takes_n_samples=False,
        n_rows=len(table.rows),
        source="your own rows",
    )


def _sample(dataset: Dataset, most: int, seed: int) -> Dataset:
    """At most so many rows, drawn at random but in their order; classes keep their shares.

    Where a column would be constant among them, the rows with the least and the greatest number of every column are
    taken before the others.
    """
    if len(dataset.y) <= most:
        return dataset
    labels = dataset.y if dataset.task == "classification" else np.zeros(len(dataset.y))
    order, columns = balanced_order(labels, generator(seed, DATA)), np.column_stack([dataset.X, dataset.y])
    if not np.ptp(columns[order[:most]], axis=0).all():
        ends = np.unique([columns.argmin(axis=0), columns.argmax(axis=0)])
        order = np.concatenate([ends, order[~np.isin(order, ends)]])
    return dataset.rows(np.sort(order[:most]))


def _cloud(table: OwnTable) -> PointCloud:
    values = np.array(table.rows)
    X, y = values[:, :-1].copy(), values[:, -1].copy()
    X.setflags(write=False)
    y.setflags(write=False)
    return PointCloud(X, y)
