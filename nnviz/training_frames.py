"""What pages show of a training run, computed from its recording: losses, scores, paths, slices, regions.

Every function takes recorded weights and gives named arrays; the training loop itself records weights only.
"""

import numpy as np

from nnviz.core.blocks import blocks
from nnviz.core.data import Dataset, Task
from nnviz.core.landscape import Slice, loss_on
from nnviz.core.metrics import METRIC_OF_TASK, METRICS
from nnviz.core.regions import PlaneGrid, predictions, region
from nnviz.core.training import Experiment, Recording
from nnviz.core.types import FloatArray, IntArray
from nnviz.figures.planes import log_loss_for_display
from nnviz.lesson import Array, Keyframes

MOST_KEYFRAMES = 24
"""Regions and predictions in one stretch: about 24 a second while a run plays, and under 100 kB."""

RECENT_STEPS = 60
"""Points of the path that are drawn over a slice which moves with the weights."""


def glimpse(values: FloatArray) -> Array:
    """What is only drawn, in single precision: as close as that type comes, which ends at 3·10³⁸."""
    largest = float(np.finfo(np.float32).max)
    return np.clip(values, -largest, largest).astype(np.float32)


def training_rows(recording: Recording, epoch_steps: int) -> dict[str, Array]:
    """Step, epoch, batch loss, and gradient norms before and after clipping."""
    return {
        "step": recording.step,
        "epoch": recording.step / epoch_steps,
        "batch_loss": recording.loss,
        "gradient_norm": recording.gradient_norm,
        "update_norm": recording.update_norm,
    }


def loss_rows(experiment: Experiment, weights: FloatArray, validation: Dataset | None, task: Task) -> dict[str, Array]:
    """Mean loss and score on training and validation data, and the objective L + λR, for weights (S, P)."""
    metric = METRICS[METRIC_OF_TASK[task]]
    parts = {"training": (experiment.X, experiment.y)}
    if validation is not None:
        parts["validation"] = (validation.X, validation.y)
    rows: dict[str, Array] = {}
    for part, (X, y) in parts.items():
        outputs = _outputs(experiment, weights, X)
        rows[f"{part}_loss"] = experiment.loss.value(outputs, y).mean(axis=-1)
        rows[f"{part}_score"] = metric(y, experiment.loss.predict(outputs))
    rows["objective"] = rows["training_loss"] + penalty_rows(experiment, weights)
    return rows


def _outputs(experiment: Experiment, weights: FloatArray, X: FloatArray) -> FloatArray:
    outputs = np.empty((len(weights), len(X)))
    for block in blocks(len(weights), experiment.model, len(X)):
        outputs[block] = experiment.model.outputs(weights[block], X)
    return outputs


def penalty_rows(experiment: Experiment, weights: FloatArray) -> FloatArray | float:
    """λR(w) for weights (S, P), 0 without a penalty."""
    penalty = experiment.penalty
    return 0.0 if penalty is None else penalty.value(weights, experiment.model.penalised(penalty.bias))


def fit_rows(experiment: Experiment, weights: FloatArray, x: FloatArray) -> dict[str, Array]:
    """The prediction at x (n,) of a model with one feature."""
    return {"fit": glimpse(predictions(experiment.model, experiment.loss, weights, x))}


def evenly(n_rows: int, most: int = MOST_KEYFRAMES) -> IntArray:
    """At most `most` row numbers, evenly spread and ending with the last."""
    return np.unique(np.linspace(n_rows - 1, 0, min(n_rows, most)).round().astype(np.int64))


def ball_keyframes(experiment: Experiment, recording: Recording, pair: tuple[int, int]) -> dict[str, Keyframes]:
    """The outline through the current weights on which the penalty of the two weights `pair` is the same.

    Where only one of the two is penalised the ball is a band, drawn as its two edges.
    """
    penalty = experiment.penalty
    if penalty is None:
        return {}
    rows = evenly(len(recording.step))
    weights = recording.weights[rows][:, pair]
    penalised = experiment.model.penalised(penalty.bias)[list(pair)]
    size = penalty.size(weights, penalised)[:, None]
    x, y = penalty.outline(size, 121)  # type: ignore[arg-type]
    if not penalised.all():
        far = 1e3 * (1.0 + np.abs(weights).max())
        radius = np.abs(weights * penalised).sum(axis=1, keepdims=True)
        edge = radius * [1.0, 1.0, np.nan, -1.0, -1.0]
        along = np.broadcast_to([-far, far, np.nan, -far, far], edge.shape)
        x, y = (edge, along) if penalised[0] else (along, edge)
    outline = {"ball_x": x, "ball_y": y}
    return {name: Keyframes(recording.step[rows], glimpse(values)) for name, values in outline.items()}


def region_keyframes(experiment: Experiment, recording: Recording, grid: PlaneGrid) -> dict[str, Keyframes]:
    """The probability of class 1 in percent on a grid over two features."""
    rows = evenly(len(recording.step))
    shares = region(experiment.model, experiment.loss, recording.weights[rows], grid)
    return {"region": Keyframes(recording.step[rows], np.rint(100 * np.clip(shares, 0, 1)).astype(np.uint8))}


def prediction_keyframes(
    experiment: Experiment, recording: Recording, X: FloatArray, name: str
) -> dict[str, Keyframes]:
    """The predictions at X (n, n_features)."""
    rows = evenly(len(recording.step))
    predicted = predictions(experiment.model, experiment.loss, recording.weights[rows], X)
    return {name: Keyframes(recording.step[rows], glimpse(predicted))}


def slice_keyframes(experiment: Experiment, recording: Recording, plane: Slice) -> dict[str, Keyframes]:
    """The objective on a slice through the last recorded weights, and the recent path as it lies on that slice."""
    step = recording.step[-1:]
    loss = _height(experiment, plane)
    coordinates = np.full((RECENT_STEPS, 2), np.nan)
    recent = evenly(len(recording.step), RECENT_STEPS)
    coordinates[: len(recent)] = plane.coordinates(recording.weights[recent])
    heights = np.full(RECENT_STEPS, np.nan)
    heights[: len(recent)] = objective(experiment, plane.weights(coordinates[: len(recent)]))
    now = plane.coordinates(recording.weights[-1])
    shown = {
        "slice_x": plane.a,
        "slice_y": plane.b,
        "slice_loss": loss,
        "slice_log_loss": log_loss_for_display(loss),
        "recent_x": coordinates[:, 0],
        "recent_y": coordinates[:, 1],
        "recent_z": heights,
        "anchor_x": now[:1],
        "anchor_y": now[1:],
        "anchor_z": objective(experiment, recording.weights[-1:]),
    }
    return {name: Keyframes(step, glimpse(values[None])) for name, values in shown.items()}


def _height(experiment: Experiment, plane: Slice) -> FloatArray:
    return loss_on(plane, experiment.model, experiment.loss, experiment.X, experiment.y, experiment.penalty)


def objective(experiment: Experiment, weights: FloatArray) -> FloatArray:
    """L(w) + λR(w) on the training data for weights (S, P)."""
    values = experiment.loss.value(_outputs(experiment, weights, experiment.X), experiment.y)
    total: FloatArray = values.mean(axis=-1) + penalty_rows(experiment, weights)
    return total
