"""Tables for tests, as the canonical text of their rows."""

import numpy as np

from nnviz.user_data.table import OwnTable, rounded


def tasks_of(control):
    """The kinds of targets that a page can take, most classes last."""
    classes = "classification" in control.tasks and control.most_classes > 2
    return (*control.tasks, f"{control.most_classes} classes") if classes else control.tasks


def own_text(task="classification", n_features=2, n_rows=24, seed=0):
    """A table of normal features whose target follows from the first one, with noise."""
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((n_rows, n_features))
    y = 3.0 * X[:, 0] + rng.standard_normal(n_rows)
    n_classes = int(task.split()[0]) if task.endswith("classes") else 2
    task = "regression" if task == "regression" else "classification"
    parts = np.quantile(y, np.arange(1, n_classes) / n_classes)
    y = (y[:, None] > parts).sum(axis=1).astype(float) if task == "classification" else y
    classes = tuple("ABCDEFGHIJ"[:n_classes]) if task == "classification" and n_classes > 2 else ()
    names = (*(f"feature {place + 1}" for place in range(n_features)), "target")
    rows = tuple(tuple(rounded(value) for value in row) for row in np.column_stack([X, y]).tolist())
    return OwnTable(task, names, rows, classes).text
