"""What the prose on logistic regression says about the labels and about Newton's path to the best weights."""

import math
from collections.abc import Iterator, Mapping

from nnviz.core.analysis.separation import entropy_of_share, is_quasi_separated
from nnviz.core.data.datasets import DatasetKind
from nnviz.core.solvers.newton import NewtonPath
from nnviz.lessons.logistic_regression.experiment import chosen, problem
from nnviz.lessons.logistic_regression.settings import NOTEBOOK, LogisticRegressionSettings
from nnviz.user_data.table import as_code


def values(settings: LogisticRegressionSettings) -> Mapping[str, object]:
    """How many labels there are, whose, and what they are called; Newton's iterates and whether they have an end.

    `base_rate_entropy` is the loss of the best constant, H(share of ones) in nats.
    """
    found, data = problem(settings), chosen(settings)
    return {
        "n_samples": len(found.start.y),
        "n_positive": int(found.start.y.sum()),
        "base_rate_entropy": entropy_of_share(float(found.start.y.mean())),
        "is_notebooks": data.name in NOTEBOOK,
        "is_own": data.is_own,
        "feature": as_code(data.kind.feature_names[0]) if data.is_own else "",
        "label": _label(data.kind) if data.is_own else "",
        "newton": list(_iterates(found.newton)),
        "is_separable": found.gap is not None,
        "touches": is_quasi_separated(found.start.X[:, 0], found.start.y),
        "converged": found.newton.converged,
    }


def _label(kind: DatasetKind) -> str:
    """What is predicted, and which class is which where they have names."""
    classes = ", ".join(f"{as_code(name)} is {label}" for label, name in enumerate(kind.class_names))
    return as_code(kind.target_name) + (f": {classes}" if classes else "")


def _iterates(path: NewtonPath) -> Iterator[tuple[object, ...]]:
    """Bias, weight, loss, gradient norm, and the step size as a cell, which is empty where no step follows."""
    for (bias, weight), loss, norm, size in zip(
        path.weights, path.loss, path.gradient_norm, path.step_size, strict=True
    ):
        yield bias, weight, loss, norm, "" if math.isnan(size) else f"{size:g}"
