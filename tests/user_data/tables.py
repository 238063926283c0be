"""Tables for tests, as the canonical text of their rows."""

import numpy as np

from nnviz.user_data.table import OwnTable, rounded


def own_text(task="classification", n_features=2, n_rows=24, seed=0):
    """A table of normal features whose target follows from the first one, with noise."""
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((n_rows, n_features))
    y = 3.0 * X[:, 0] + rng.standard_normal(n_rows)
    y = (y > np.median(y)).astype(float) if task == "classification" else y
    names = (*(f"feature {place + 1}" for place in range(n_features)), "target")
    rows = tuple(tuple(rounded(value) for value in row) for row in np.column_stack([X, y]).tolist())
    return OwnTable(task, names, rows).text
