"""Logistic regression: likelihood and cross entropy, gradient descent beside Newton's method, and decisions."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.logistic_regression import experiment, figures, frames, messages
from nnviz.lessons.logistic_regression.page_values import values
from nnviz.lessons.logistic_regression.presets import PRESETS
from nnviz.lessons.logistic_regression.settings import LogisticRegressionSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.checkpoints import weights_of
from nnviz.runs.training import TrainingRun
from nnviz.runs.until_step import UntilStep

GROUPS = (
    Group("Training", ("learning_rate", "batch_size", "epochs")),
    Group("Decision", ("threshold", "predict_at")),
    Group("Data", ("data", "own_data", "n_samples", "true_bias", "true_weight", "seed")),
    Group("Pictures", ("loss_axis",)),
)

READOUTS = (
    hyperparameters.STEP,
    hyperparameters.EPOCH,
    Readout(
        "mean-cross-entropy", "Mean cross entropy", "cross_entropy", digits=9, help="The loss of all examples, in nats."
    ),
    Readout(
        "mean-log-likelihood",
        "−ln ℒ / N",
        "negative_mean_log_likelihood",
        digits=9,
        help="The same number from the likelihood: minus its logarithm, per example.",
    ),
    Readout(
        "log-likelihood",
        "Log likelihood ln ℒ",
        "log_likelihood",
        digits=7,
        help="The logarithm of the probability of all labels; the fit wants it as large as possible.",
    ),
    Readout("shown-weights", "Weights", "weights", digits=9, style="list", help="The bias, then the weight of x."),
    Readout(
        "area",
        "Area under ROC",
        "area_under_curve",
        digits=4,
        help="The chance that a random 1 gets a higher probability than a random 0; 0.5 is guessing.",
    ),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=LogisticRegressionSettings,
    groups=GROUPS,
    summary=messages.summary,
    notice=messages.notice,
    disabled_reasons=messages.disabled_reasons,
    figures=figures.FIGURES,
    leading=("fit",),
    presets=PRESETS,
    run=UntilStep(
        TrainingRun(experiment.experiment, frames.rows, frames.KEYFRAMES, at_frames=frames.at_frames),
        experiment.last_step,
        lambda settings, reached: messages.ending(settings, weights_of(reached)),
        experiment.MOST_STEPS,
    ),
    readouts=READOUTS,
    drawing=lambda settings: Drawing(("fit",)),
)
