"""Handwritten digits: 1,797 pictures of 8 × 8 points, each a number from 0 (white) to 16, and the digit that was meant.

E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning Repository
(doi 10.24432/C50P49, CC BY 4.0): its test part, as scikit-learn ships it. `python -m tests.core.data.test_digits`
writes the file.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from nnviz.core.data.point_clouds import PointCloud
from nnviz.core.data.sampling import balanced_order
from nnviz.core.rng_keys import DATA, generator
from nnviz.core.types import FloatArray

SIDE = 8
DARKEST = 16.0
N_DIGITS = 1797
FILE = "digits.npz"


@cache
def read_digits() -> tuple[FloatArray, FloatArray]:
    """All pictures, points from 0 to 1, (1797, 64) row by row, and their digits (1797,): read-only."""
    with files("nnviz.core.data").joinpath("files", FILE).open("rb") as file:
        stored: Any = np.load(file)
        X, y = stored["points"] / DARKEST, stored["digits"].astype(np.float64)
    X.setflags(write=False)
    y.setflags(write=False)
    return X, y


def draw_digits(n_samples: int, _noise: float, seed: int) -> PointCloud:
    """A seeded subset with nearly equally many of each digit; all from 1,797 on. The noise does not act."""
    X, y = read_digits()
    chosen = balanced_order(y, generator(seed, DATA))[:n_samples]
    return PointCloud(X[chosen], y[chosen])
