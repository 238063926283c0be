"""What the lesson shows of a run: losses, the fitted curve, and decisions at every threshold."""

import numpy as np
from scipy.special import log_expit

from nnviz.core.analysis.regions import predictions
from nnviz.core.analysis.roc import area_under_curve, confusion, rates, roc_curve, scores
from nnviz.core.models.weight_blocks import blocks
from nnviz.core.training.advance import Experiment, Recording
from nnviz.core.types import FloatArray
from nnviz.lessons.logistic_regression.experiment import experiment, problem, steps_per_epoch
from nnviz.lessons.logistic_regression.settings import CURVE_X, THRESHOLDS, LogisticRegressionSettings
from nnviz.runs.arrays import training_rows
from nnviz.runs.protocol import Array
from nnviz.runs.sampled import Sampled


def rows(settings: LogisticRegressionSettings, recording: Recording) -> dict[str, Array]:
    """Losses, and what makes them up."""
    run = experiment(settings)
    cross_entropy, log_likelihood = losses(run, recording.weights)
    excess = cross_entropy - problem(settings).minimum
    return {
        **training_rows(recording, steps_per_epoch(settings)),
        "cross_entropy": cross_entropy,
        "log_likelihood": log_likelihood,
        "negative_mean_log_likelihood": -log_likelihood / len(run.y),
        "excess_loss": np.where((excess > 0.0) & (recording.step > 0), excess, np.nan),  # for logarithmic axes
        "path_z": cross_entropy,
    }


def at_frames(settings: LogisticRegressionSettings, recording: Recording) -> dict[str, Array]:
    """The weights, and their path over the plane."""
    weights = recording.weights
    return {"weights": weights, "path_x": weights[:, 0], "path_y": weights[:, 1]}


def losses(run: Experiment, weights: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The mean cross entropy of labels and predictions, and the log likelihood of the labels, for weights (S, P).

    The first is the mean of the loss that training descends. The second is Σ ln P(yᵢ), each label's own probability
    being σ(z) or σ(−z): the same number times −N, computed in another way.
    """
    cross_entropy, log_likelihood = np.empty((2, len(weights)))
    for block in blocks(len(weights), run.model, len(run.y)):
        z = run.model.outputs(weights[block], run.X)
        cross_entropy[block] = run.loss.value(z, run.y).mean(axis=-1)
        log_likelihood[block] = log_expit(np.where(run.y == 1.0, z, -z)).sum(axis=-1)
    return cross_entropy, log_likelihood


def decisions(settings: LogisticRegressionSettings, recording: Recording) -> dict[str, Array]:
    """The fitted curve, the confusion matrix and the rates at all thresholds, and the ROC curve."""
    run, weights = experiment(settings), recording.weights
    predicted = predictions(run.model, run.loss, weights, run.X)
    counts = confusion(run.y, predicted, np.array(THRESHOLDS))
    at_thresholds, curve = rates(counts), roc_curve(run.y, predicted)
    return {
        "fit": predictions(run.model, run.loss, weights, np.array(CURVE_X)).astype(np.float32),
        "confusion": counts.astype(np.int32),
        "scores": scores(counts).astype(np.float32),
        "false_positive_rate": at_thresholds.false_positive.astype(np.float32),
        "true_positive_rate": at_thresholds.true_positive.astype(np.float32),
        "roc_x": curve.false_positive.astype(np.float32),
        "roc_y": curve.true_positive.astype(np.float32),
        "area_under_curve": area_under_curve(curve),
    }


KEYFRAMES = (Sampled(decisions, most=12),)
