"""The real data sets, kept as CSV files with their source in the comment lines at the top."""

import csv
from functools import cache
from importlib.resources import files

import numpy as np

from nnviz.core.data.point_clouds import PointCloud, Sampler
from nnviz.core.data.sampling import balanced_order
from nnviz.core.rng_keys import DATA, generator
from nnviz.core.types import FloatArray


@cache
def read_table(file_name: str) -> tuple[tuple[str, ...], FloatArray]:
    """The column names and the read-only values (n_rows, n_columns) of a file in nnviz/core/datasets."""
    text = files("nnviz.core.data").joinpath("files", file_name).read_text(encoding="utf-8")
    header, *rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    values = np.array(rows, dtype=np.float64)
    values.setflags(write=False)
    return tuple(header), values


def sampler(file_name: str, *, classes: bool) -> Sampler:
    """Draws examples from a file whose last column is the target, without replacement.

    Below the number of rows it takes a seeded subset (with `classes` one that keeps their shares), from there on
    all rows; more examples begin with the fewer. The noise does not act: the data are what was measured.
    """

    def draw(n_samples: int, _noise: float, seed: int) -> PointCloud:
        _, values = read_table(file_name)
        labels = values[:, -1] if classes else np.zeros(len(values))
        chosen = values[balanced_order(labels, generator(seed, DATA))[:n_samples]]
        return PointCloud(chosen[:, :-1].copy(), chosen[:, -1].copy())

    return draw
