"""What the penalties page shows of its runs."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.training.recording import Recording
from nnviz.core.types import FloatArray
from nnviz.lessons.penalties import experiment
from nnviz.lessons.penalties.settings import BATCH_SIZES, PenaltySettings
from nnviz.runs.protocol import Array

LEAST_GAP = 1e-16
"""What is drawn for a distance of nothing on a logarithmic axis."""


def rows(settings: PenaltySettings, recordings: Mapping[str, Recording]) -> dict[str, Array]:
    """Everything known at each step, from the recordings by the names of the runs."""
    make = _by_batch_size if settings.comparison == BATCH_SIZES else _by_method
    return make(settings, recordings)


def _by_method(settings: PenaltySettings, recordings: Mapping[str, Recording]) -> dict[str, Array]:
    step = next(iter(recordings.values())).step
    steps_per_epoch = -(-len(experiment.data(settings)[1]) // experiment.batch_size(settings))
    found: dict[str, Array] = {"step": step, "epoch": step / steps_per_epoch}
    best = experiment.objective(settings, experiment.exact_now(settings))
    for name, recording in recordings.items():
        weights = recording.weights
        found |= {f"{name}_{j}": weights[:, j] for j in range(weights.shape[1])}
        found[f"{name}_weights"] = weights
        found[f"{name}_zeros"] = np.count_nonzero(weights[:, 1:] == 0.0, axis=1)
        found[f"{name}_gap"] = np.maximum(experiment.objective(settings, weights) - best, LEAST_GAP)
    return found


def _by_batch_size(settings: PenaltySettings, recordings: Mapping[str, Recording]) -> dict[str, Array]:
    step = next(iter(recordings.values())).step
    weights: FloatArray = np.stack([recording.weights for recording in recordings.values()], axis=1)
    found: dict[str, Array] = {"step": step, "epoch": step.astype(np.float64)}
    found |= {f"trained_{j}": weights[:, :, j] for j in range(weights.shape[2])}
    for place, name in enumerate(recordings):
        found[f"{name}_loss"] = experiment.mean_squared_error(settings, weights[:, place])
        found[f"{name}_bias"] = weights[:, place, 0]
        found[f"{name}_last"] = weights[:, place, -1]
    return found
