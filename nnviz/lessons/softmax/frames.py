"""What the lesson shows of the two runs, step by step."""

import numpy as np

from nnviz.core.analysis.class_scores import class_accuracy, reliability
from nnviz.core.objectives.softmax import cross_entropy, naive_softmax, one_hot, softmax
from nnviz.core.types import FloatArray
from nnviz.figures.simplex import corners
from nnviz.lessons.softmax.experiment import examples, experiments, followed, grid, inside
from nnviz.lessons.softmax.pictures import pictured_weights, wrong_ones
from nnviz.lessons.softmax.settings import BITS, SoftmaxSettings
from nnviz.runs.arrays import to_float32
from nnviz.runs.class_arrays import class_regions, confusion_rows
from nnviz.runs.protocol import Array
from nnviz.runs.recordings import Recordings
from nnviz.runs.sampled import Sampled

LARGEST_POINT = 30.0  # pixels across, if all examples are in one bin


def rows(settings: SoftmaxSettings, recordings: Recordings) -> dict[str, Array]:
    """The step, the epoch, and the loss of softmax on its batch."""
    step = recordings["softmax"].step
    epoch = step / experiments(settings)["softmax"].steps_per_epoch
    return {"step": step, "epoch": epoch, "batch_shown": _in_unit(settings, recordings["softmax"].loss)}


def at_frames(settings: SoftmaxSettings, recordings: Recordings) -> dict[str, Array]:
    """Cross entropies and accuracies of both runs, and the bars of the followed example."""
    known = examples(settings)
    found: dict[str, Array] = {}
    for side, run in experiments(settings).items():
        weights = recordings[side].weights
        z = run.model.outputs(weights, known.held_out.X)
        p = run.loss.predict(z)
        found[f"{side}_loss"] = _cross_entropy(side, z, p, known.held_out.y)
        found[f"{side}_accuracy"] = class_accuracy(known.held_out.y, p)
        if side == inside(settings):
            found |= _of_example(settings, z[..., followed(settings)])
    run, weights = experiments(settings)["softmax"], recordings["softmax"].weights
    z = run.model.outputs(weights, known.training.X)
    found["training_loss"] = run.loss.per_example(z, known.training.y).mean(axis=-1)
    found["training_accuracy"] = class_accuracy(known.training.y, z)
    found["sum_of_weights"] = _length_of_sum(settings, weights)
    found["softmax_bits"] = found["softmax_loss"] / np.log(2.0)
    shown = {f"{part}_shown": _in_unit(settings, found[f"{part}_loss"]) for part in ("training", "softmax", "rest")}
    return found | shown


def _cross_entropy(side: str, z: FloatArray, p: FloatArray, y: FloatArray) -> FloatArray:
    """−mean ln p of the right class: of softmax from its logits, which is exact at any."""
    Y = one_hot(y, z.shape[-2])
    if side == "softmax":
        exact: FloatArray = cross_entropy(z, Y).mean(axis=-1)
        return exact
    with np.errstate(divide="ignore"):
        mean: FloatArray = -np.log((p * Y).sum(axis=-2)).mean(axis=-1)
    return mean


def _in_unit(settings: SoftmaxSettings, nats: FloatArray) -> Array:
    return to_float32(nats / np.log(2.0) if settings.unit == BITS else nats)


def _of_example(settings: SoftmaxSettings, z: FloatArray) -> dict[str, Array]:
    """The logits (S, K) of one example, cooled, heated and moved, and their softmax in two ways."""
    z = z / settings.temperature + settings.constant
    probabilities = {"stable": softmax(z[..., None]), "naive": naive_softmax(z[..., None])}
    return {"scaled_logits": to_float32(z)} | {name: to_float32(p[..., 0]) for name, p in probabilities.items()}


def _length_of_sum(settings: SoftmaxSettings, weights: FloatArray) -> FloatArray:
    """The length of Σₖ wₖ over the classes, of the last layer's weights, biases left out: (S,)."""
    last = experiments(settings)["softmax"].model.views(weights)[-1][..., 1:]
    length: FloatArray = np.linalg.norm(last.sum(axis=-2), axis=-1)
    return length


def answers(settings: SoftmaxSettings, recordings: Recordings) -> dict[str, Array]:
    """The regions over the plane, or of digits the pictures that are taken for others."""
    side = inside(settings)
    run, weights = experiments(settings)[side], recordings[side].weights
    if settings.is_digits:
        held_out = examples(settings).held_out
        return wrong_ones(held_out, run.loss.predict(run.model.outputs(weights, held_out.X)))
    return class_regions(run, recordings[side], grid(settings))


def decided(settings: SoftmaxSettings, recordings: Recordings) -> dict[str, Array]:
    """Who is taken for whom, where the examples lie in the simplex, and how often the sure are right."""
    held_out = examples(settings).held_out
    found: dict[str, Array] = {}
    for side, run in experiments(settings).items():
        p = run.loss.predict(run.model.outputs(recordings[side].weights, held_out.X))
        binned = reliability(held_out.y, p)
        found |= {
            f"{side}_calibration": binned.calibration_error,
            f"{side}_confidence": to_float32(binned.confidence),
            f"{side}_accuracy_in_bins": to_float32(binned.accuracy),
            f"{side}_size": to_float32(LARGEST_POINT * np.sqrt(binned.size / len(held_out.y))),
        }
        if side == inside(settings):
            found |= confusion_rows(held_out.y, p) | _in_simplex(p, held_out.y, followed(settings))
    return found


def _in_simplex(p: FloatArray, y: FloatArray, example: int) -> dict[str, Array]:
    """The places Σₖ pₖ·cₖ of examples with probabilities (S, K, n), by their class, and that of one of them."""
    at = to_float32(np.einsum("skn,kd->dsn", p, corners(p.shape[-2])))
    found: dict[str, Array] = {"example_x": at[0][:, [example]], "example_y": at[1][:, [example]]}
    for k in range(p.shape[-2]):
        found |= {f"simplex_{axis}_{k}": at[i][:, y == k] for i, axis in enumerate("xy")}
    return found


def weights_shown(settings: SoftmaxSettings, recordings: Recordings) -> dict[str, Array]:
    """The first layer: pictures of digits' weights, or arrows over two features."""
    side = inside(settings)
    first = experiments(settings)[side].model.views(recordings[side].weights)[0][..., 1:]
    if settings.is_digits:
        return pictured_weights(first)
    if settings.hidden != "none":
        gap = np.full_like(first, np.nan)
        path = np.stack([np.zeros_like(first), first, gap], axis=-2).reshape(len(first), -1, 2)
        return {"arrow_x": to_float32(path[..., 0]), "arrow_y": to_float32(path[..., 1])}
    total = to_float32(first.sum(axis=-2))
    found: dict[str, Array] = {"sum_x": total[:, :1], "sum_y": total[:, 1:]}
    for k in range(first.shape[-2]):
        line = np.stack([np.zeros_like(first[:, k]), first[:, k]], axis=-1)
        found |= {f"arrow_x_{k}": to_float32(line[:, 0]), f"arrow_y_{k}": to_float32(line[:, 1])}
    return found


KEYFRAMES = (Sampled(answers), Sampled(decided), Sampled(weights_shown))
