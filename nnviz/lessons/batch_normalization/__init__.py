"""Batch normalisation: the same network with and without it, its averages, and the learning rates it allows."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.batch_normalization import figures, frames, messages
from nnviz.lessons.batch_normalization.experiment import experiments
from nnviz.lessons.batch_normalization.page_values import values
from nnviz.lessons.batch_normalization.presets import PRESETS
from nnviz.lessons.batch_normalization.settings import BatchNormSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.side_by_side import SideBySide

GROUPS = (
    Group("Normalisation", ("layer_1", "layer_2", "layer_3", "momentum", "beside")),
    Group("Training", ("learning_rate", "batch_size")),
    Group("Data", ("data", "own_data", "n_samples", "noise", "seed")),
    Group("Network", ("neurons", "activation")),
    Group("Pictures", ("values", "neuron", "loss_axis")),
)
READOUTS = (
    hyperparameters.STEP,
    Readout(
        "normalised-loss",
        "Loss, normalised",
        "normalised_training_loss",
        help="Training loss of the first run, computed as at inference.",
    ),
    Readout(
        "beside-loss",
        "Loss, beside",
        "beside_training_loss",
        help="Training loss of the run beside it, computed as at inference.",
    ),
    Readout(
        "normalised-accuracy",
        "Validation, normalised",
        "normalised_validation_accuracy",
        style="percent",
        help="The share of points held out that the first run classifies correctly.",
    ),
    Readout(
        "beside-accuracy",
        "Validation, beside",
        "beside_validation_accuracy",
        style="percent",
        help="The share of points held out that the run beside it classifies correctly.",
    ),
    Readout(
        "normalised-end",
        "Normalised diverged at",
        "normalised_diverged_at",
        style="event",
        help=hyperparameters.DIVERGED,
    ),
    Readout("beside-end", "Beside diverged at", "beside_diverged_at", style="event", help=hyperparameters.DIVERGED),
    Readout(
        "moving-mean",
        "Moving mean",
        "moving_mean",
        help="The average that inference uses for the chosen neuron of layer 1.",
    ),
    Readout("mean-now", "Mean now", "mean_now", help="The same neuron's mean over all training points now."),
    Readout(
        "moving-deviation",
        "Moving deviation",
        "moving_deviation",
        help="The deviation that inference uses for the chosen neuron of layer 1.",
    ),
    Readout(
        "deviation-now",
        "Deviation now",
        "deviation_now",
        help="The same neuron's deviation over all training points now.",
    ),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=BatchNormSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    presets=PRESETS,
    run=SideBySide(experiments, frames.rows, frames.KEYFRAMES, messages.explain, at_frames=frames.at_frames),
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    summary=messages.summary,
    at_rest=("rates", "-facts"),  # runs at eight learning rates
    drawing=lambda settings: Drawing(scale=settings.loss_axis),
)
