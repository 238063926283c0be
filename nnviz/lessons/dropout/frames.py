"""What the page shows of the two runs, step by step."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from nnviz.core.losses import LOSSES
from nnviz.core.masks import kept_at, masks_at
from nnviz.core.metrics import accuracy
from nnviz.core.regions import region
from nnviz.core.subnetworks import subnetwork_outputs
from nnviz.core.training import mean_loss
from nnviz.core.types import BoolArray, FloatArray, IntArray
from nnviz.diagram_frames import coarse, edge_keyframes
from nnviz.figures.network_diagram import MOST_NAMED
from nnviz.lesson import Array, Keyframes
from nnviz.lessons.dropout.knobs import MEASURES, DropoutSettings
from nnviz.lessons.dropout.setup import N_SUBNETWORKS, data, experiments, grid, inside, point, subnetworks
from nnviz.side_by_side import Recordings
from nnviz.training_frames import evenly, glimpse

LOSS = LOSSES["log loss"]
WIDEST_WEIGHT = 4.0
CROSS = 15  # pixels
N_BINS = 40
MOST_HISTOGRAMS = 5  # in one stretch: each asks 10,000 subnetworks


def rows(settings: DropoutSettings, recordings: Recordings) -> dict[str, Array]:
    """Losses and accuracy on the training points and on those held out, at inference."""
    _, held_out = data(settings)
    found: dict[str, Array] = {"step": recordings["without"].step}
    for side, run in experiments(settings).items():
        weights = recordings[side].weights
        outputs = run.model.outputs(weights, held_out.X)
        found[f"{side}_training_loss"] = glimpse(mean_loss(run.model, run.loss, weights, run.X, run.y))
        found[f"{side}_validation_loss"] = glimpse(run.loss.value(outputs, held_out.y).mean(axis=-1))
        found[f"{side}_accuracy"] = glimpse(accuracy(held_out.y, run.loss.predict(outputs)))
    return found


def keyframes(settings: DropoutSettings, recordings: Recordings) -> dict[str, Keyframes]:
    """Predictions over the plane, the network with what the step drops, and the subnetworks' answers."""
    recording, experiment = recordings[inside(settings)], experiments(settings)
    kept, asked = evenly(len(recording.step)), evenly(len(recording.step), MOST_HISTOGRAMS)
    step, weights = recording.step[kept], recording.weights[kept]
    regions = {"region": region(experiment[inside(settings)].model, LOSS, weights, grid(settings))}
    without = recordings["without"].weights[kept]
    regions["without_region"] = region(experiment["without"].model, LOSS, without, grid(settings))
    return {
        **{name: Keyframes(step, _percent(shares)) for name, shares in regions.items()},
        **_diagram(settings, step, weights),
        **_answers(settings, recording.step[asked], recording.weights[asked]),
    }


def _percent(shares: FloatArray) -> NDArray[np.uint8]:
    """Probabilities in percent as bytes; what is undefined, after a divergence, is shown as undecided."""
    return np.rint(100.0 * np.nan_to_num(shares, nan=0.5)).astype(np.uint8)


def _diagram(settings: DropoutSettings, step: IntArray, weights: FloatArray) -> dict[str, Keyframes]:
    """The edges between neurons that the step keeps, and crosses on those that it drops."""
    run = experiments(settings)[inside(settings)]
    kept = kept_at(run.model, masks_at(run, step))
    alive = np.concatenate([_edges_alive(*ends) for ends in _ends(settings, kept)], axis=1)
    crosses = np.where(np.concatenate(kept, axis=1), 0, CROSS).astype(np.uint8)
    edges = edge_keyframes(step, np.where(alive, weights, 0.0), WIDEST_WEIGHT)
    edges["edge_weights"] = Keyframes(step, coarse(weights if weights.shape[1] <= MOST_NAMED else weights[:, :0]))
    return edges | {"crosses": Keyframes(step, crosses)}


def _ends(settings: DropoutSettings, kept: list[BoolArray]) -> list[tuple[BoolArray, BoolArray]]:
    """For each layer, which of its inputs and of its outputs are kept; the bias and the output always are."""
    always = np.ones((len(kept[0]), 1), dtype=np.bool_)
    inputs = [np.concatenate([always, part], axis=1) for part in kept]
    return list(zip(inputs, [*kept[1:], always], strict=True))


def _edges_alive(inputs: BoolArray, outputs: BoolArray) -> BoolArray:
    """Which edges have both ends, in the order of the weights: (K, n_outputs · n_inputs)."""
    alive: BoolArray = outputs[:, :, None] & inputs[:, None, :]
    return alive.reshape(len(alive), -1)


def _answers(settings: DropoutSettings, step: IntArray, weights: FloatArray) -> dict[str, Keyframes]:
    """The histogram of the subnetworks' outputs at the point, and where inference puts its one output."""
    network, x = experiments(settings)[inside(settings)].model, point(settings)
    masks = subnetworks(network, int(settings.seed))
    everything = network.masks(np.ones((1, network.n_droppable)))  # as a training step that happens to drop nothing
    link = LINKS[settings.measure]
    sampled = link(np.stack([subnetwork_outputs(network, row, x, masks) for row in weights]))
    scaled = link(network.outputs(weights, x[None])[:, 0])
    unscaled = link(np.stack([subnetwork_outputs(network, row, x, everything)[0] for row in weights]))
    mean, error = sampled.mean(axis=1), sampled.std(axis=1, ddof=1) / np.sqrt(N_SUBNETWORKS)
    centres, shares = _histograms(sampled)
    gap = np.divide(scaled - mean, error, out=np.zeros_like(mean), where=error > 1e-12 * np.abs(mean))
    marks = {"scaled": scaled, "mean": mean, "unscaled": unscaled}
    found = {"answer_x": glimpse(centres), "answer_share": glimpse(shares)}
    found |= {f"{name}_x": glimpse(np.repeat(value[:, None], 2, axis=1)) for name, value in marks.items()}
    found["mark_y"] = glimpse(np.stack([np.zeros(len(step)), 1.15 * shares.max(axis=1)], axis=1))
    found |= {**marks, "standard_error": error, "gap": gap}
    return {name: Keyframes(step, values) for name, values in found.items()}


LINKS = dict(zip(MEASURES, (np.asarray, expit), strict=True))
"""What is measured -> how it follows from z."""


def _histograms(sampled: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Centres (K, N_BINS) and shares in percent (K, N_BINS) of samples (K, n), each over its own range."""
    centres, shares = np.zeros((2, len(sampled), N_BINS))
    for row, values in enumerate(sampled):
        if np.isfinite(values).all():
            counts, edges = np.histogram(values, N_BINS)
            centres[row], shares[row] = (edges[1:] + edges[:-1]) / 2, 100.0 * counts / values.size
    return centres, shares
