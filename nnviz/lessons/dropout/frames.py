"""What the page shows of the two runs, step by step."""

import numpy as np

from nnviz.core.analysis.class_scores import share_right
from nnviz.core.models.subnetworks import subnetwork_outputs
from nnviz.core.objectives.losses import Loss
from nnviz.core.training.advance import mean_loss
from nnviz.core.training.dropout_masks import kept_at, masks_at
from nnviz.core.types import BoolArray, FloatArray
from nnviz.figures.network_diagram import MOST_NAMED
from nnviz.lessons.dropout.experiment import (
    N_SUBNETWORKS,
    asked_class,
    data,
    experiments,
    grid,
    inside,
    model,
    point,
    subnetworks,
)
from nnviz.lessons.dropout.settings import MEASURES, DropoutSettings
from nnviz.runs import class_arrays
from nnviz.runs.arrays import to_float32
from nnviz.runs.diagram_arrays import edges, quantise
from nnviz.runs.protocol import Array
from nnviz.runs.recordings import Recordings
from nnviz.runs.sampled import Sampled

WIDEST_WEIGHT = 4.0
CROSS = 15  # pixels
N_BINS = 40
MOST_HISTOGRAMS = 5  # in one chunk: each asks 10,000 subnetworks


def rows(settings: DropoutSettings, recordings: Recordings) -> dict[str, Array]:
    """The steps: all else takes as long as the steps themselves."""
    return {"step": recordings["without"].step}


def at_frames(settings: DropoutSettings, recordings: Recordings) -> dict[str, Array]:
    """Losses and accuracy on the training points and on those held out, at inference."""
    _, held_out = data(settings)
    found: dict[str, Array] = {}
    for side, run in experiments(settings).items():
        weights = recordings[side].weights
        outputs = run.model.outputs(weights, held_out.X)
        found[f"{side}_training_loss"] = to_float32(mean_loss(run.model, run.loss, weights, run.X, run.y))
        found[f"{side}_validation_loss"] = to_float32(run.loss.per_example(outputs, held_out.y).mean(axis=-1))
        found[f"{side}_accuracy"] = to_float32(share_right(run.loss, outputs, held_out.y))
    return found


def regions(settings: DropoutSettings, recordings: Recordings) -> dict[str, Array]:
    """Predictions over the plane, with dropout and without."""
    shown = {"region": inside(settings), "without_region": "without"}
    found: dict[str, Array] = {}
    for name, side in shown.items():
        found |= class_arrays.answers(name, experiments(settings)[side], recordings[side], grid(settings))
    return found


def diagram(settings: DropoutSettings, recordings: Recordings) -> dict[str, Array]:
    """The edges between neurons that the step keeps, and crosses on those that it drops."""
    run, recording = experiments(settings)[inside(settings)], recordings[inside(settings)]
    weights = recording.weights
    kept = kept_at(run.model, masks_at(run, recording.step))
    alive = np.concatenate([_edges_alive(*ends) for ends in _ends(settings, kept)], axis=1)
    crosses = np.where(np.concatenate(kept, axis=1), 0, CROSS).astype(np.uint8)
    named = weights if weights.shape[1] <= MOST_NAMED else weights[:, :0]
    shown = edges(np.where(alive, weights, 0.0), WIDEST_WEIGHT)
    return shown | {"edge_weights": quantise(named), "crosses": crosses}


def _ends(settings: DropoutSettings, kept: list[BoolArray]) -> list[tuple[BoolArray, BoolArray]]:
    """For each layer, which of its inputs and of its outputs are kept; the bias and all outputs always are."""
    outputs = np.ones((len(kept[0]), model(settings, "scaled").n_outputs), dtype=np.bool_)
    always = np.ones((len(kept[0]), 1), dtype=np.bool_)
    inputs = [np.concatenate([always, part], axis=1) for part in kept]
    return list(zip(inputs, [*kept[1:], outputs], strict=True))


def _edges_alive(inputs: BoolArray, outputs: BoolArray) -> BoolArray:
    """Which edges have both ends, in the order of the weights: (K, n_outputs · n_inputs)."""
    alive: BoolArray = outputs[:, :, None] & inputs[:, None, :]
    return alive.reshape(len(alive), -1)


def answers(settings: DropoutSettings, recordings: Recordings) -> dict[str, Array]:
    """The histogram of the subnetworks' outputs at the point, and where inference puts its one output."""
    run, x = experiments(settings)[inside(settings)], point(settings)
    network = run.model
    weights = recordings[inside(settings)].weights
    masks = subnetworks(network, int(settings.seed))
    everything = network.masks(np.ones((1, network.n_droppable)))  # as a training step that happens to drop nothing
    sampled, unscaled = (
        _measured(settings, run.loss, np.stack([subnetwork_outputs(network, row, x, part) for row in weights]))
        for part in (masks, everything)
    )
    scaled, unscaled = _measured(settings, run.loss, network.outputs(weights, x[None]))[:, 0], unscaled[:, 0]
    mean, error = sampled.mean(axis=1), sampled.std(axis=1, ddof=1) / np.sqrt(N_SUBNETWORKS)
    centres, shares = _histograms(sampled)
    gap = np.divide(scaled - mean, error, out=np.zeros_like(mean), where=error > 1e-12 * np.abs(mean))
    marks = {"scaled": scaled, "mean": mean, "unscaled": unscaled}
    found: dict[str, Array] = {"answer_x": to_float32(centres), "answer_share": to_float32(shares)}
    found |= {f"{name}_x": to_float32(np.repeat(value[:, None], 2, axis=1)) for name, value in marks.items()}
    found["mark_y"] = to_float32(np.stack([np.zeros(len(weights)), 1.15 * shares.max(axis=1)], axis=1))
    return found | {**marks, "standard_error": error, "gap": gap}


KEYFRAMES = (Sampled(answers, MOST_HISTOGRAMS), Sampled(regions), Sampled(diagram))


def _measured(settings: DropoutSettings, loss: Loss, z: FloatArray) -> FloatArray:
    """The sums z (..., n) or (..., K, n) themselves or the probabilities, of K classes those of one: (..., n)."""
    values = z if settings.measure == MEASURES[0] else loss.predict(z)
    return values[..., asked_class(settings), :] if loss.of_classes else values


def _histograms(sampled: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Centres (K, N_BINS) and shares in percent (K, N_BINS) of samples (K, n), each over its own range."""
    centres, shares = np.zeros((2, len(sampled), N_BINS))
    for row, values in enumerate(sampled):
        if np.isfinite(values).all():
            counts, edges = np.histogram(values, N_BINS)
            centres[row], shares[row] = (edges[1:] + edges[:-1]) / 2, 100.0 * counts / values.size
    return centres, shares
