"""What the gradient clipping lesson shows of a run, step by step."""

import numpy as np

from nnviz.core.training.advance import Recording
from nnviz.core.types import FloatArray
from nnviz.lessons.gradient_clipping.experiment import data, optimizer, steps_per_epoch
from nnviz.lessons.gradient_clipping.settings import PLANES, GradientClippingSettings
from nnviz.runs.arrays import training_rows
from nnviz.runs.protocol import Array


def rows(settings: GradientClippingSettings, recording: Recording) -> dict[str, Array]:
    """Losses, and how far each weight is from least squares."""
    bowl, weights = data(settings).bowl, recording.weights
    found = training_rows(recording, steps_per_epoch(settings)) | {"training_loss": bowl.loss(weights)}
    errors = np.abs(weights - bowl.optimum)
    return found | {f"error_{weight}": errors[:, weight] for weight in range(errors.shape[1])}


def at_frames(settings: GradientClippingSettings, recording: Recording) -> dict[str, Array]:
    """Weights, and the gradient of the step that led here, before and after clipping."""
    clipped = optimizer(settings).clip(recording.gradient)
    length = np.where(recording.gradient_norm > 0.0, recording.gradient_norm, np.nan)
    return {
        "weights": recording.weights,
        "kept": recording.update_norm / length,
        "turned": angle(recording.gradient, clipped).round(9),  # what is left of 0 is rounding
        **_arrows(settings, recording.weights, recording.gradient, clipped),
    }


def angle(before: FloatArray, after: FloatArray) -> FloatArray:
    """The angle between gradients (..., P) in degrees, exact also where it is tiny: (...); NaN without a direction.

    With unit vectors u and v it is 2 atan2(‖u − v‖, ‖u + v‖).
    """
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        u = before / np.linalg.norm(before, axis=-1, keepdims=True)
        v = after / np.linalg.norm(after, axis=-1, keepdims=True)
        half = np.arctan2(np.linalg.norm(u - v, axis=-1), np.linalg.norm(u + v, axis=-1))
    degrees: FloatArray = np.degrees(2.0 * half)
    return degrees


def _arrows(
    settings: GradientClippingSettings, weights: FloatArray, before: FloatArray, after: FloatArray
) -> dict[str, Array]:
    """Both gradients from the origin, and both steps from the weights where they were made: (S, 2) for an axis."""
    rate, found = settings.learning_rate, {}
    for axis, weight in zip("xy", PLANES[settings.plane], strict=True):
        origin = weights[:, weight] + rate * after[:, weight]
        nothing = np.zeros(len(weights))
        found[f"path_{axis}"] = weights[:, weight]
        found[f"gradient_{axis}"] = np.column_stack([nothing, before[:, weight]])
        found[f"clipped_{axis}"] = np.column_stack([nothing, after[:, weight]])
        found[f"step_{axis}"] = np.column_stack([origin, origin - rate * before[:, weight]])
        found[f"made_{axis}"] = np.column_stack([origin, weights[:, weight]])
    return found
