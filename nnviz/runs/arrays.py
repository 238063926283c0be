"""What pages show of a training run, computed from its recording: losses, scores, paths, slices, regions.

Every function takes recorded weights and gives named arrays; the training loop itself records weights only.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.core.analysis.class_scores import class_accuracy
from nnviz.core.analysis.landscape import Slice, log_loss_for_display, loss_on
from nnviz.core.analysis.metrics import METRIC_OF_TASK, METRICS
from nnviz.core.analysis.regions import PlaneGrid, predictions, region_outputs
from nnviz.core.data.datasets import Dataset, Task
from nnviz.core.models.weight_blocks import blocks
from nnviz.core.training.advance import Experiment, Recording
from nnviz.core.types import FloatArray
from nnviz.runs.protocol import Array

LARGEST_IN_SINGLE_PRECISION = 1e3
"""Of weights and data: four layers of eight neurons then stay far below 3·10³⁸, also when they are squared."""


def to_float32(values: FloatArray) -> Array:
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


Evaluated = Mapping[str, tuple[FloatArray, FloatArray]]
"""Outputs (S, n) or (S, K, n) and targets (n,) on the training examples and on those held out, by part."""


def evaluated(experiment: Experiment, weights: FloatArray, validation: Dataset | None) -> Evaluated:
    """The outputs of the model with weights (S, P) on training and validation data."""
    parts = {"training": (experiment.X, experiment.y)}
    if validation is not None:
        parts["validation"] = (validation.X, validation.y)
    return {part: (_outputs(experiment, weights, X), y) for part, (X, y) in parts.items()}


def loss_rows(experiment: Experiment, weights: FloatArray, parts: Evaluated) -> dict[str, Array]:
    """Mean loss on training and validation data, and the objective L + λR, for weights (S, P)."""
    rows: dict[str, Array] = {}
    for part, (outputs, y) in parts.items():
        rows[f"{part}_loss"] = experiment.loss.per_example(outputs, y).mean(axis=-1)
    rows["objective"] = rows["training_loss"] + penalty_rows(experiment, weights)
    return rows


def score_rows(experiment: Experiment, parts: Evaluated, task: Task) -> dict[str, Array]:
    """The score on training and validation data."""
    metric = class_accuracy if experiment.loss.of_classes else METRICS[METRIC_OF_TASK[task]]
    return {f"{part}_score": metric(y, experiment.loss.predict(outputs)) for part, (outputs, y) in parts.items()}


def _outputs(experiment: Experiment, weights: FloatArray, X: FloatArray) -> FloatArray:
    outputs = np.empty((len(weights), *experiment.model.output_shape, len(X)))
    for block in blocks(len(weights), experiment.model, len(X)):
        outputs[block] = experiment.model.outputs(weights[block], X)
    return outputs


def penalty_rows(experiment: Experiment, weights: FloatArray) -> FloatArray | float:
    """λR(w) for weights (S, P), 0 without a penalty."""
    penalty = experiment.penalty
    return 0.0 if penalty is None else penalty.value(weights, experiment.model.penalised(penalty.bias))


def fit_rows(experiment: Experiment, weights: FloatArray, X: FloatArray) -> dict[str, Array]:
    """The prediction at X (n, n_features), or (n,) values of one feature."""
    return {"fit": to_float32(predictions(experiment.model, experiment.loss, weights, X))}


def ball(experiment: Experiment, recording: Recording, pair: tuple[int, int]) -> dict[str, Array]:
    """The outline through the current weights on which the penalty of the two weights `pair` is the same.

    Where only one of the two is penalised the ball is a band, drawn as its two edges.
    """
    penalty = experiment.penalty
    if penalty is None:
        return {}
    weights = recording.weights[:, pair]
    penalised = experiment.model.penalised(penalty.bias)[list(pair)]
    size = penalty.size(weights, penalised)[:, None]
    x, y = penalty.outline(size, 121)  # type: ignore[arg-type]
    if not penalised.all():
        far = 1e3 * (1.0 + np.abs(weights).max(axis=1, keepdims=True))
        radius = np.abs(weights * penalised).sum(axis=1, keepdims=True)
        edge = radius * [1.0, 1.0, np.nan, -1.0, -1.0]
        along = far * [-1.0, 1.0, np.nan, -1.0, 1.0]
        x, y = (edge, along) if penalised[0] else (along, edge)
    return {"ball_x": to_float32(x), "ball_y": to_float32(y)}


def decisions(name: str, experiment: Experiment, recording: Recording, grid: PlaneGrid) -> dict[str, Array]:
    """What a classifier says on a grid over two features, as `figures.decision_region` draws it.

    `<name>` is the probability of class 1 as `percent` has it, for the colours; `<name>_logits` is what the boundary is
    taken from, the line on which they are 0: of whole percent it would be a staircase.
    """
    logits = region_outputs(experiment.model, recording.weights, grid, recording.memory)
    with np.errstate(over="ignore", invalid="ignore"):
        return {name: percent(experiment.loss.predict(logits)), f"{name}_logits": to_float32(logits)}


def percent(shares: FloatArray) -> NDArray[np.uint8]:
    """Shares in whole percent as bytes; what is undefined, after a divergence, is 50: undecided."""
    return np.rint(100.0 * np.nan_to_num(np.clip(shares, 0.0, 1.0), nan=0.5)).astype(np.uint8)


def predicted(experiment: Experiment, recording: Recording, X: FloatArray) -> Array:
    """The predictions at X (n, n_features)."""
    return to_float32(predictions(experiment.model, experiment.loss, recording.weights, X))


def slice_through(experiment: Experiment, weights: FloatArray, plane: Slice) -> dict[str, Array]:
    """The objective on a slice through the weights (P,), and these weights as a point of it: one row of each."""
    loss = _heights(experiment, plane)
    here = plane.coordinates(weights)
    shown = {
        "slice_x": plane.a,
        "slice_y": plane.b,
        "slice_loss": loss,
        "slice_log_loss": log_loss_for_display(loss),
        "anchor_x": here[:1],
        "anchor_y": here[1:],
        "anchor_z": objective(experiment, weights[None]),
    }
    return {name: to_float32(values[None]) for name, values in shown.items()}


def _heights(experiment: Experiment, plane: Slice) -> FloatArray:
    """The objective at every point; of a network in single precision, as it is drawn, where no sum can overflow."""
    X, y = experiment.X, experiment.y
    largest = max(float(np.abs(part).max()) for part in (plane.anchor, plane.a, plane.b, X, y))
    if experiment.model.hidden and largest < LARGEST_IN_SINGLE_PRECISION:
        single: list[Any] = [
            part.astype(np.float32) for part in (plane.anchor, plane.directions, plane.a, plane.b, X, y)
        ]
        plane, (X, y) = Slice(*single[:4]), single[4:]
    return loss_on(plane, experiment.model, experiment.loss, X, y, experiment.penalty).astype(np.float64)


def objective(experiment: Experiment, weights: FloatArray) -> FloatArray:
    """L(w) + λR(w) on the training data for weights (S, P)."""
    values = experiment.loss.per_example(_outputs(experiment, weights, experiment.X), experiment.y)
    total: FloatArray = values.mean(axis=-1) + penalty_rows(experiment, weights)
    return total
