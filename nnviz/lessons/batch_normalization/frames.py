"""What the page shows of the two runs, step by step."""

import numpy as np

from nnviz.core.analysis.class_scores import share_right
from nnviz.core.models.batch_norm import AFTER
from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.models.network import Network
from nnviz.core.training.recording import Recording
from nnviz.core.types import FloatArray
from nnviz.lessons.batch_normalization.experiment import N_LAYERS, SIDES, data, experiments, grid
from nnviz.lessons.batch_normalization.settings import VALUES, BatchNormSettings
from nnviz.runs import class_arrays
from nnviz.runs.arrays import to_float32
from nnviz.runs.protocol import Array
from nnviz.runs.recordings import Recordings
from nnviz.runs.sampled import Sampled

N_BINS = 30
N_FOR_SPREAD = 60  # training points from which the spread of a layer is told at every step
MOST_ROWS_AT_ONCE = 64  # a forward pass over more recorded steps leaves the processor's cache


def rows(settings: BatchNormSettings, recordings: Recordings) -> dict[str, Array]:
    """The losses of the batches: all else takes as long as the steps themselves."""
    losses = {f"{side}_batch_loss": to_float32(recordings[side].loss) for side in SIDES}
    return {"step": recordings["normalised"].step, **losses}


def at_frames(settings: BatchNormSettings, recordings: Recordings) -> dict[str, Array]:
    """Losses, accuracies, the spread of every layer, and the moving averages of one neuron."""
    found: dict[str, Array] = {}
    for side in SIDES:
        row = np.arange(len(recordings[side].step))
        pieces = [row[i : i + MOST_ROWS_AT_ONCE] for i in range(0, len(row), MOST_ROWS_AT_ONCE)] or [row]
        parts = [_scores(settings, side, recordings[side].at(piece)) for piece in pieces]
        found |= {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    return found | _averages(settings, recordings["normalised"])


def _scores(settings: BatchNormSettings, side: str, recording: Recording) -> dict[str, Array]:
    run, (training, held_out) = experiments(settings)[side], data(settings)
    found: dict[str, Array] = {}
    with np.errstate(over="ignore", invalid="ignore"):
        for part, examples in (("training", training), ("validation", held_out)):
            outputs = run.model.outputs(recording.weights, examples.X, recording.memory)
            found[f"{side}_{part}_loss"] = to_float32(run.loss.per_example(outputs, examples.y).mean(axis=-1))
            found[f"{side}_{part}_accuracy"] = to_float32(share_right(run.loss, outputs, examples.y))
        layers = _values(settings, run.model, recording, training.X[:N_FOR_SPREAD])
        for depth, values in enumerate(layers, 1):
            found[f"{side}_spread_{depth}"] = to_float32(values.std(axis=(-2, -1)))
    return found


def _values(settings: BatchNormSettings, model: Network, recording: Recording, X: FloatArray) -> list[FloatArray]:
    """What the histograms are of, for each hidden layer: (K, n_neurons, n)."""
    layers = hidden_layers(model, recording.weights, X, recording.memory)
    return [layer[VALUES.index(settings.values)] for layer in layers]


def _averages(settings: BatchNormSettings, recording: Recording) -> dict[str, Array]:
    """Mean and deviation of a neuron of layer 1 before normalising: the moving averages, and those of all data now."""
    run, weights = experiments(settings)["normalised"], recording.weights
    normal = run.model.normals(weights, recording.memory)[0]
    names = ("moving_mean", "mean_now", "moving_deviation", "deviation_now")
    if normal is None:
        return {name: np.full(len(weights), np.nan, dtype=np.float32) for name in names}
    place = min(int(settings.neuron), int(settings.neurons)) - 1
    w = run.model.views(weights)[0][:, place : place + 1]
    with np.errstate(over="ignore", invalid="ignore"):
        values = (w[..., :1] + w[..., 1:] @ run.X.T)[:, 0]
        if settings.layer_1 == AFTER:
            values = run.model.activated(0, values, None)[1]
        deviation = np.sqrt(normal.observed.variance[:, place])
        found = (normal.observed.mean[:, place], values.mean(axis=-1), deviation, values.std(axis=-1, ddof=1))
    return {name: to_float32(value) for name, value in zip(names, found, strict=True)}


def regions(settings: BatchNormSettings, recordings: Recordings) -> dict[str, Array]:
    """Predictions over the plane."""
    found: dict[str, Array] = {}
    for side, run in experiments(settings).items():
        found |= class_arrays.answers(f"{side}_region", run, recordings[side], grid(settings))
    return found


def histograms(settings: BatchNormSettings, recordings: Recordings) -> dict[str, Array]:
    """For each layer the bins' centres, the same for both runs, and the shares of values in percent."""
    found: dict[str, Array] = {}
    values = {}
    for side, run in experiments(settings).items():
        with np.errstate(over="ignore", invalid="ignore"):
            values[side] = _values(settings, run.model, recordings[side], run.X)
    for depth in range(N_LAYERS):
        both = {side: layers[depth].reshape(len(layers[depth]), -1) for side, layers in values.items()}
        low, high = _range(both[SIDES[0]])
        share = (np.arange(N_BINS) + 0.5) / N_BINS
        centres = low[:, None] + (high - low)[:, None] * share
        found[f"value_{depth + 1}"] = to_float32(centres)
        for side, flat in both.items():
            found[f"{side}_share_{depth + 1}"] = to_float32(_shares(flat, low, high))
    return found


KEYFRAMES = (Sampled(regions), Sampled(histograms))


def _range(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The range of the bins for each row: twice as wide as nearly all of its values lie, (K,) and (K,).

    It is that of the normalised run, since the values of the other one may be anywhere.
    """
    finite = np.where(np.isfinite(values), np.clip(values, -1e30, 1e30), 0.0)
    low, high = np.percentile(finite, [1.0, 99.0], axis=1)
    margin = 0.5 * (high - low) + 1e-3
    return low - margin, high + margin


def _shares(values: FloatArray, low: FloatArray, high: FloatArray) -> FloatArray:
    """Percent of each row's values by bin, those beyond the range in the outermost bins; 0 where undefined."""
    inside = np.clip(np.nan_to_num(values), low[:, None], high[:, None])
    place = np.minimum((inside - low[:, None]) / (high - low)[:, None] * N_BINS, N_BINS - 1).astype(np.int64)
    offset = N_BINS * np.arange(len(values))[:, None]
    counts = np.bincount((place + offset).ravel(), minlength=N_BINS * len(values)).reshape(-1, N_BINS)
    defined = np.isfinite(values).all(axis=1, keepdims=True)
    return np.where(defined, 100.0 * counts / values.shape[1], 0.0)
