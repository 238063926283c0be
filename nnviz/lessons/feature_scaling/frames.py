"""What the feature scaling lesson shows of a run, step by step."""

import numpy as np

from nnviz.core.training.advance import Recording
from nnviz.lessons.feature_scaling.experiment import data, steps_per_epoch
from nnviz.lessons.feature_scaling.settings import FEATURES, MEASURED, PLANES, STANDARDISED, FeatureScalingSettings
from nnviz.runs.arrays import training_rows
from nnviz.runs.protocol import Array

PREFIXES = {MEASURED: "measured", STANDARDISED: "standard"}
"""How the arrays of each kind of units are called."""


def rows(settings: FeatureScalingSettings, recording: Recording) -> dict[str, Array]:
    """Losses, and how far the weights are from least squares."""
    known = data(settings)
    found = training_rows(recording, steps_per_epoch(settings))
    found["training_loss"] = known.of[settings.features].bowl.loss(recording.weights)
    measured = known.weights(settings.features, recording.weights)[MEASURED]
    errors = np.abs(measured - known.of[MEASURED].bowl.optimum)
    return found | {f"error_{weight}": errors[:, weight] for weight in range(errors.shape[1])}


def at_frames(settings: FeatureScalingSettings, recording: Recording) -> dict[str, Array]:
    """The weights in both units, and their path over the plane."""
    both, first_second = data(settings).weights(settings.features, recording.weights), PLANES[settings.plane]
    found: dict[str, Array] = {}
    for features in FEATURES:
        prefix, weights = PREFIXES[features], both[features]
        found[f"{prefix}_weights"] = weights
        found |= {f"{prefix}_{axis}": weights[:, weight] for axis, weight in zip("xy", first_second, strict=True)}
    return found
