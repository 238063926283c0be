"""The data sets of the laboratory: every one a pure function of its size, its noise and a seed."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from nnviz.core.data import point_clouds, real_data
from nnviz.core.data.point_clouds import Sampler
from nnviz.core.data.provenance import Provenance, extended
from nnviz.core.data.sampling import balanced_order
from nnviz.core.rng_keys import SPLIT, generator
from nnviz.core.types import FloatArray, IntArray

Task = Literal["regression", "classification"]


@dataclass(frozen=True, eq=False)
class Dataset:
    """Examples to learn from.

    X (n_samples, n_features) without a constant column; y (n_samples,), in classification the numbers of the classes;
    true_weights (1 + n_features,), bias first, of the linear or logistic model behind the data, where there is one;
    `class_names` are those of its classes, none where they are called by their numbers;
    `provenance` says how the examples were made, None where only the numbers themselves can say it.
    """

    name: str
    X: FloatArray
    y: FloatArray
    task: Task
    feature_names: tuple[str, ...]
    target_name: str
    true_weights: FloatArray | None = None
    source: str = ""
    provenance: Provenance | None = None
    class_names: tuple[str, ...] = ()

    def rows(self, indices: IntArray) -> "Dataset":
        """The data set of these examples only."""
        return replace(self, X=self.X[indices], y=self.y[indices], provenance=None)

    def first(self, n: int) -> "Dataset":
        """The data set of its first n examples."""
        return replace(self.rows(np.arange(n)), provenance=extended(self.provenance, "first", n=n))


@dataclass(frozen=True)
class DatasetKind:
    """What is known of a data set before it is drawn.

    `make` (n_samples, noise, seed) draws it. `takes_noise` and `takes_n_samples` say whether these act at all;
    `n_rows` is the most examples there are, None for as many as asked; `class_names` are none where classes are called
    by their numbers; `says_names` that a script says the names of columns and classes beside the rows.
    """

    task: Task
    feature_names: tuple[str, ...]
    target_name: str
    make: Sampler
    takes_noise: bool = True
    takes_n_samples: bool = True
    n_rows: int | None = None
    source: str = ""
    class_names: tuple[str, ...] = ()
    says_names: bool = False

    @property
    def n_features(self) -> int:
        """The number of features, the constant not counted."""
        return len(self.feature_names)

    @property
    def n_outputs(self) -> int:
        """The outputs of a model of these data: one for each of more than two classes, else a single one."""
        return len(self.class_names) if len(self.class_names) > 2 else 1


def _plane(make: Sampler) -> DatasetKind:
    return DatasetKind("classification", ("x1", "x2"), "class", make)


DATASETS: dict[str, DatasetKind] = {
    "toy line": DatasetKind("regression", ("x",), "y", point_clouds.toy_line),
    "unequal scales": DatasetKind("regression", ("x1", "x2"), "y", point_clouds.unequal_scales),
    "two Gaussians": _plane(point_clouds.two_gaussians),
    "circle": _plane(point_clouds.circle),
    "XOR": _plane(point_clouds.xor),
    "spiral": _plane(point_clouds.spiral),
    "moons": _plane(point_clouds.moons),
    "stopping distances": DatasetKind(
        task="regression",
        feature_names=("speed (mph)",),
        target_name="stopping distance (ft)",
        make=real_data.sampler("stopping_distances.csv", classes=False),
        takes_noise=False,
        n_rows=50,
        source="M. Ezekiel (1930), Methods of Correlation Analysis, Wiley",
    ),
    "iris petals": DatasetKind(
        task="classification",
        feature_names=("petal length (cm)", "petal width (cm)"),
        target_name="species",
        class_names=("versicolor", "virginica"),
        make=real_data.sampler("iris_petals.csv", classes=True),
        says_names=True,
        takes_noise=False,
        n_rows=100,
        source="E. Anderson (1935), The irises of the Gaspé Peninsula; R. A. Fisher (1936), The use of multiple "
        "measurements in taxonomic problems",
    ),
}
"""Keyed by the word the user sees. Regression: the first two and the stopping distances; the others classify."""


def drawn_classes() -> tuple[str, ...]:
    """The data sets of two classes that are drawn, as many examples as asked: points in the plane."""
    return tuple(name for name, kind in DATASETS.items() if kind.task == "classification" and kind.n_rows is None)


def make_dataset(name: str, n_samples: int, noise: float, seed: int) -> Dataset:
    """The data set of that name, a pure function of the arguments.

    The same seed with more examples begins with the same examples; with more noise it moves the same examples
    farther. Raises KeyError for an unknown name, ValueError for n_samples below 1 or a noise that is negative or
    not finite.
    """
    return draw(name, DATASETS[name], n_samples, noise, seed)


def draw(name: str, kind: DatasetKind, n_samples: int, noise: float, seed: int) -> Dataset:
    """The data set of a kind, under a name of its own; as `make_dataset` in everything else."""
    if n_samples < 1:
        raise ValueError(f"a data set has at least 1 example, not {n_samples}")
    if not 0.0 <= noise < np.inf:
        raise ValueError(f"noise is a standard deviation, finite and not negative, not {noise}")
    X, y, true_weights = kind.make(n_samples, noise, seed)
    provenance = _measured_rows(kind, X, y)
    if kind.n_rows is None:
        provenance = Provenance.of(name, n_samples=n_samples, noise=noise, seed=seed)
    made = Dataset(name, X, y, kind.task, kind.feature_names, kind.target_name, true_weights, kind.source, provenance)
    return replace(made, class_names=kind.class_names)


def split(dataset: Dataset, validation_share: float, seed: int) -> tuple[Dataset, Dataset | None]:
    """A training and a validation part, drawn at random, each in the order of the data set.

    round(validation_share · n_samples) examples are held out, at least one when the share is above 0; None when
    nothing is. Classes keep their shares on both sides as nearly as whole examples allow, and training keeps at
    least one example, in classification one of every class. A larger share holds out the same examples and more.
    Raises ValueError for a share outside [0, 1).
    """
    if not 0.0 <= validation_share < 1.0:
        raise ValueError(f"the share held out for validation lies in [0, 1), not {validation_share}")
    labels = dataset.y if dataset.task == "classification" else np.zeros(len(dataset.y))
    n_samples, n_least = len(labels), len(np.unique(labels))
    wanted = max(round(validation_share * n_samples), 1) if validation_share > 0.0 else 0
    n_validation = min(wanted, n_samples - n_least)
    if n_validation == 0:
        return dataset, None
    order = balanced_order(labels, generator(seed, SPLIT))
    held_out, kept = np.sort(order[-n_validation:]), np.sort(order[:-n_validation])
    provenance = extended(dataset.provenance, f"training part, {dataset.task}", held_out=n_validation, seed=seed)
    return replace(dataset.rows(kept), provenance=provenance), dataset.rows(held_out)


def _measured_rows(kind: DatasetKind, X: FloatArray, y: FloatArray) -> Provenance | None:
    """The recipe of rows that were measured, where a script can tell their classes by name; else none."""
    if not kind.says_names:
        return None
    return Provenance.of_rows(X, y, (*kind.feature_names, kind.target_name), kind.class_names)
