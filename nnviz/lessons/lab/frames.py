"""What the laboratory shows of a run, step by step."""

import math

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.analysis.regions import PlaneGrid, plane_grid
from nnviz.core.training.advance import Experiment, Recording
from nnviz.core.types import FloatArray
from nnviz.figures.examples import MOST_POINTS
from nnviz.lessons.lab.diagram import neurons
from nnviz.lessons.lab.experiment import (
    all_features,
    data,
    experiment,
    hidden,
    is_plane_known,
    pair,
    plane_through,
    steps_per_epoch,
)
from nnviz.lessons.lab.settings import LabSettings
from nnviz.runs import arrays as tf
from nnviz.runs.class_arrays import class_curves, class_regions, confusion_rows
from nnviz.runs.protocol import Array
from nnviz.runs.sampled import Sampled

N_CURVE, N_REGION, N_SLICE, N_SLICE_OF_NETWORK = 60, 32, 40, 24
N_EXAMPLES_OF_SLICE, FEWEST_SLICE_POINTS = 500, 10
MOST_SHOWN_WEIGHTS = 6


def rows(settings: LabSettings, recording: Recording) -> dict[str, Array]:
    """What updates leave behind, and the losses on all examples where these take less time than the steps do."""
    found = tf.training_rows(recording, steps_per_epoch(settings))
    return found if hidden(settings) else found | _losses(settings, recording, _evaluated(settings, recording))


def _losses(settings: LabSettings, recording: Recording, parts: tf.Evaluated) -> dict[str, Array]:
    found = tf.loss_rows(experiment(settings), recording.weights, parts)
    return found | {"path_z": found["objective"]} if _is_path_drawn(settings) else found


def _evaluated(settings: LabSettings, recording: Recording) -> tf.Evaluated:
    return tf.evaluated(experiment(settings), recording.weights, data(settings).validation)


def _is_path_drawn(settings: LabSettings) -> bool:
    return is_plane_known(settings) or settings.plane == "two weights"


def at_frames(settings: LabSettings, recording: Recording) -> dict[str, Array]:
    """Scores, weights, their path, the fitted curve, and the losses of a network."""
    run, weights, parts = experiment(settings), recording.weights, _evaluated(settings, recording)
    examples = data(settings)
    found = _shown_weights(settings, weights) | tf.score_rows(run, parts, examples.training.task)
    if hidden(settings):
        found |= _losses(settings, recording, parts)
    if examples.training.task == "classification":
        found |= confusion(settings, run, parts)
    if examples.n_features == 1:
        X = examples.inputs(curve_x(settings)[:, None])
        found |= class_curves(run, recording, X) if run.loss.of_classes else tf.fit_rows(run, weights, X)
    if _is_path_drawn(settings):
        first, second = pair(settings)
        found |= {"path_x": weights[:, first], "path_y": weights[:, second]}
    return found


def _shown_weights(settings: LabSettings, weights: FloatArray) -> dict[str, Array]:
    """The first weights, and those of a linear model in the units of the features as they were measured."""
    shown: dict[str, Array] = {"shown_weights": weights[:, :MOST_SHOWN_WEIGHTS]}
    scale, run = data(settings).scale, experiment(settings)
    if scale is not None and not run.model.hidden and not run.loss.of_classes:
        shown["original_weights"] = scale.weights_in_original_units(weights)
    return shown


def confusion(settings: LabSettings, run: Experiment, parts: tf.Evaluated) -> dict[str, Array]:
    """Who is taken for whom, of the examples held out, or of those to train on where there are no others."""
    outputs, y = parts.get("validation", parts["training"])
    return confusion_rows(y, run.loss.predict(outputs))


def outline(settings: LabSettings, recording: Recording) -> dict[str, Array]:
    """The ball of the penalty, where the plane is one of two weights."""
    return tf.ball(experiment(settings), recording, pair(settings)) if _is_path_drawn(settings) else {}


def surface(settings: LabSettings, recording: Recording) -> dict[str, Array]:
    """The loss on the plane through the weights, where it moves with them."""
    if is_plane_known(settings):
        return {}
    (weights,) = recording.weights
    plane = plane_through(settings, weights, _slice_points(settings))
    return tf.slice_through(experiment(settings), weights, plane)


def fits(settings: LabSettings, recording: Recording) -> dict[str, Array]:
    """What the model predicts, where it has two features."""
    run, examples = experiment(settings), data(settings)
    if examples.n_features == 1:
        return {}
    if examples.training.task == "classification":
        grid = region_grid(settings)
        grid = grid._replace(X=examples.inputs(grid.X))
        if run.loss.of_classes:
            return class_regions(run, recording, grid)
        return tf.decisions("region", run, recording, grid)
    parts = {"predicted": examples.training, "predicted_validation": examples.validation}
    return {name: tf.predicted(run, recording, part.X[:MOST_POINTS]) for name, part in parts.items() if part}


KEYFRAMES = (Sampled(surface, most=1), Sampled(fits), Sampled(outline), Sampled(neurons))


def _slice_points(settings: LabSettings) -> int:
    """Points along an axis of the surface: fewer for a network on many examples, so that one costs about the same.

    An output for each of many classes costs as much as so many examples more.
    """
    run = experiment(settings)
    if not run.model.hidden and not run.loss.of_classes:
        return N_SLICE
    share = N_EXAMPLES_OF_SLICE / (len(run.y) * run.model.n_outputs)
    return max(FEWEST_SLICE_POINTS, min(N_SLICE_OF_NETWORK, round(N_SLICE_OF_NETWORK * math.sqrt(share))))


def curve_x(settings: LabSettings) -> FloatArray:
    """Where the fitted curve over one feature is drawn: (N_CURVE,)."""
    return np.linspace(*padded_range(all_features(settings)), N_CURVE)


def region_grid(settings: LabSettings) -> PlaneGrid:
    """Where the region over two features is drawn."""
    first, second = all_features(settings).T
    return plane_grid(padded_range(first), padded_range(second), N_REGION)
