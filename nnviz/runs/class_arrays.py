"""What pages show of a model with an output for each of K classes: who says what where, and who is taken for whom."""

import numpy as np

from nnviz.core.analysis.class_regions import margins, straight_borders
from nnviz.core.analysis.class_scores import confusion_counts
from nnviz.core.analysis.regions import PlaneGrid, outputs, region_outputs
from nnviz.core.training.advance import Experiment, Recording
from nnviz.core.types import FloatArray
from nnviz.runs.arrays import decisions, to_float32
from nnviz.runs.protocol import Array


def answers(name: str, experiment: Experiment, recording: Recording, grid: PlaneGrid) -> dict[str, Array]:
    """What a classifier says on a grid over two features, as `figures.answers` draws it."""
    if experiment.loss.of_classes:
        return class_regions(experiment, recording, grid, f"{name}_")
    return decisions(name, experiment, recording, grid)


def class_regions(experiment: Experiment, recording: Recording, grid: PlaneGrid, prefix: str = "") -> dict[str, Array]:
    """By how much each class leads on a grid over two features, and the borders, as `figures.class_regions` draws them.

    The borders of a model that is linear in two features are said by their ends, all others by margins. Their names
    begin with `prefix`, where a page has several.
    """
    model, weights = experiment.model, recording.weights
    z = region_outputs(model, weights, grid, recording.memory)  # (S, K, n, n)
    flat = z.reshape(*z.shape[:2], -1)
    with np.errstate(over="ignore", invalid="ignore"):
        shown = {"lead": _percent(margins(experiment.loss.predict(flat)))}
        if not are_straight(experiment):
            shown["margin"] = to_float32(margins(flat))
    found = {
        f"{name}_{k}": part[:, k].reshape(z[:, k].shape) for name, part in shown.items() for k in range(z.shape[1])
    }
    found |= _borders(model.views(weights)[0], grid) if are_straight(experiment) else {}
    return {prefix + name: array for name, array in found.items()}


def are_straight(experiment: Experiment) -> bool:
    """Whether the borders between the classes are straight lines of the plane."""
    return not experiment.model.hidden and experiment.model.n_features == 2


def _borders(W: FloatArray, grid: PlaneGrid) -> dict[str, Array]:
    """The pieces of the borders, each as two ends and a gap."""
    sides = (grid.x[0], grid.x[-1]), (grid.y[0], grid.y[-1])
    ends = to_float32(straight_borders(W, *sides))
    path = np.concatenate([ends, np.full_like(ends[:, :, :1], np.nan)], axis=2).reshape(len(ends), -1, 2)
    return {"border_x": path[..., 0], "border_y": path[..., 1]}


def _percent(shares: FloatArray) -> Array:
    """Shares in whole percent as bytes, 0 where they are below, and where they are undefined."""
    return np.rint(100.0 * np.nan_to_num(np.clip(shares, 0.0, 1.0), nan=0.0)).astype(np.uint8)


def class_curves(experiment: Experiment, recording: Recording, X: FloatArray) -> dict[str, Array]:
    """The probability of each class at X (n, n_features), places of one feature: fit_k (S, n)."""
    z = outputs(experiment.model, recording.weights, X, recording.memory)
    with np.errstate(over="ignore", invalid="ignore"):
        p = to_float32(experiment.loss.predict(z))
    return {f"fit_{k}": p[:, k] for k in range(p.shape[1])}


def confusion_rows(y: FloatArray, p: FloatArray) -> dict[str, Array]:
    """How many examples of class i are called j, row by row (S, K·K), from the classes and what a model predicts.

    Predictions (S, n) are those of class 1 of two, called so from one half on, as `accuracy` has it; (S, K, n) those of
    K classes. Nobody is called anything where one is undefined, as after a divergence.
    """
    if p.ndim == 2:
        says_1 = np.where(np.isnan(p), np.nan, np.where(p >= 0.5, 1.0, -1.0))
        p = np.stack([-says_1, says_1], axis=1)
    counts = confusion_counts(y, p)
    counts[np.isnan(p).any(axis=(-2, -1))] = 0
    return {"confusion": counts.reshape(len(counts), p.shape[1] ** 2)}
