"""What the page shows of the two runs, step by step."""

import numpy as np

from nnviz.core.analysis.class_scores import share_right
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.training.advance import Experiment
from nnviz.core.types import FloatArray
from nnviz.lessons.xor.experiment import N_NEURON, N_REGION, experiments, followed, grid
from nnviz.lessons.xor.settings import SIDES, XorSettings
from nnviz.runs.arrays import percent, to_float32
from nnviz.runs.class_arrays import answers
from nnviz.runs.diagram_arrays import edges
from nnviz.runs.protocol import Array
from nnviz.runs.recordings import Recordings
from nnviz.runs.sampled import Sampled

WIDEST_WEIGHT = 10.0


def rows(settings: XorSettings, recordings: Recordings) -> dict[str, Array]:
    """Losses, accuracies and the predictions of the four examples that are followed."""
    step = recordings["log"].step
    found: dict[str, Array] = {"step": step}
    for side, run in experiments(settings).items():
        weights = recordings[side].weights
        outputs = run.model.outputs(weights, run.X)
        targets = run.loss.targets(run.y, run.model.n_outputs) if run.loss.of_classes else run.y
        found[f"{side}_loss"] = to_float32(run.loss.of_batch(outputs, targets))
        found[f"{side}_accuracy"] = share_right(run.loss, outputs, run.y)
        points = _of_followed(settings, run, weights)
        found |= {f"{side}_point_{i}": to_float32(column) for i, column in enumerate(points.T, 1)}
    return found


def _of_followed(settings: XorSettings, run: Experiment, weights: FloatArray) -> FloatArray:
    """The predicted probability of class 1, or of many classes that of their own, of the followed examples (S, 4)."""
    examples = followed(settings)
    p = run.loss.predict(run.model.outputs(weights, examples.X))
    return p[:, examples.y.astype(np.int64), np.arange(len(examples.y))] if run.loss.of_classes else p


def surfaces(settings: XorSettings, recordings: Recordings) -> dict[str, Array]:
    """The decision surfaces of both runs, and what they say of the points that are followed."""
    found: dict[str, Array] = {}
    for side, run in experiments(settings).items():
        found |= answers(f"{side}_region", run, recordings[side], grid(settings, N_REGION))
        found[f"{side}_points"] = _of_followed(settings, run, recordings[side].weights)
    return found


def looked_into(settings: XorSettings, recordings: Recordings) -> dict[str, Array]:
    """The network, and the surface and the line of every hidden neuron, of the run that is looked into."""
    weights = recordings[inside(settings)].weights
    return edges(weights, WIDEST_WEIGHT) | _surfaces(settings, weights) | _lines(settings, weights)


KEYFRAMES = (Sampled(surfaces), Sampled(looked_into))


def inside(settings: XorSettings) -> str:
    """The run that is looked into."""
    return next(side for side, word in SIDES.items() if word == settings.inside)


def _surfaces(settings: XorSettings, weights: FloatArray) -> dict[str, Array]:
    """Every hidden neuron's activation over the plane, in percent of its range: that on the picture, if it has none."""
    model, points = experiments(settings)["log"].model, grid(settings, N_NEURON)
    ((_, a),) = hidden_layers(model, weights, points.X)
    low, high = map(np.array, ACTIVATIONS[settings.activation].bounds)
    bottom = low if np.isfinite(low) else a.min(axis=-1, keepdims=True)
    top = high if np.isfinite(high) else a.max(axis=-1, keepdims=True)
    shares = (a - bottom) / np.where(top > bottom, top - bottom, 1.0)
    surfaces = percent(shares.reshape(*a.shape[:2], N_NEURON, N_NEURON))
    return {f"neuron_{j}": surfaces[:, j - 1] for j in range(1, a.shape[1] + 1)}


def _lines(settings: XorSettings, weights: FloatArray) -> dict[str, Array]:
    """The line b + w₁x₁ + w₂x₂ = 0 of every hidden neuron, long enough to cross the picture."""
    points = grid(settings, 2)
    model = experiments(settings)["log"].model
    b, w1, w2 = np.moveaxis(model.views(weights)[0], -1, 0)  # each (K, n_neurons)
    squared = w1 * w1 + w2 * w2
    squared = np.where(squared > 0.0, squared, np.nan)
    centre = points.X.mean(axis=0)
    away = (b + w1 * centre[0] + w2 * centre[1]) / squared  # from the line's nearest point to the centre, along w
    reach = np.ptp(points.X, axis=0).sum() / np.sqrt(squared)
    foot_x, foot_y = centre[0] - away * w1, centre[1] - away * w2
    found: dict[str, Array] = {}
    for j in range(b.shape[1]):
        x = np.stack([foot_x + side * reach * w2 for side in (-1, 1)], axis=-1)[:, j]
        y = np.stack([foot_y - side * reach * w1 for side in (-1, 1)], axis=-1)[:, j]
        found[f"line_x_{j + 1}"] = to_float32(x)
        found[f"line_y_{j + 1}"] = to_float32(y)
    return found
