"""The data sets of three classes and more: y holds the numbers of the classes, whose names the kind knows."""

from nnviz.core.data import class_clouds, digits, real_data
from nnviz.core.data.datasets import DATASETS, Dataset, DatasetKind, draw
from nnviz.core.data.point_clouds import Sampler

THREE = ("A", "B", "C")


def _plane(make: Sampler) -> DatasetKind:
    return DatasetKind("classification", ("x1", "x2"), "class", make, class_names=THREE)


def _measured(
    file_name: str, n_rows: int, feature_names: tuple[str, ...], class_names: tuple[str, ...], source: str
) -> DatasetKind:
    return DatasetKind(
        task="classification",
        feature_names=feature_names,
        target_name="species",
        make=real_data.sampler(file_name, classes=True),
        says_names=True,
        takes_noise=False,
        n_rows=n_rows,
        source=source,
        class_names=class_names,
    )


DIGITS = "handwritten digits"
CLASS_DATASETS: dict[str, DatasetKind] = {
    "three Gaussians": _plane(class_clouds.three_gaussians),
    "three arms": _plane(class_clouds.three_arms),
    "iris species": _measured(
        "iris_species.csv",
        150,
        ("petal length (cm)", "petal width (cm)"),
        ("setosa", "versicolor", "virginica"),
        "E. Anderson (1935), The irises of the Gaspé Peninsula; R. A. Fisher (1936), The use of multiple measurements "
        "in taxonomic problems",
    ),
    "penguins": _measured(
        "penguins.csv",
        342,
        ("bill length (mm)", "bill depth (mm)"),
        ("Adélie", "chinstrap", "gentoo"),
        "A. M. Horst, A. P. Hill, K. B. Gorman (2020), palmerpenguins, from K. B. Gorman, Palmer Station LTER; CC0",
    ),
    DIGITS: DatasetKind(
        task="classification",
        feature_names=tuple(f"row {i // 8 + 1}, column {i % 8 + 1}" for i in range(64)),
        target_name="digit",
        make=digits.draw_digits,
        takes_noise=False,
        n_rows=digits.N_DIGITS,
        source="E. Alpaydin, C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning "
        "Repository; CC BY 4.0",
        class_names=tuple("0123456789"),
    ),
}
"""Keyed by the word the user sees."""

KINDS = DATASETS | CLASS_DATASETS
"""Every data set, of numbers to predict, of two classes, of more."""


def classes_in_plane() -> tuple[str, ...]:
    """The data sets of more than two classes over two features."""
    return tuple(name for name, kind in CLASS_DATASETS.items() if kind.n_features == 2)


def make_class_dataset(name: str, n_samples: int, noise: float, seed: int) -> Dataset:
    """The data set of that name; as `make_dataset` in everything else."""
    return draw(name, CLASS_DATASETS[name], n_samples, noise, seed)
