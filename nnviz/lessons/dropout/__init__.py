"""Dropout: every step trains another subnetwork, and inference stands for the mean of them all."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.dropout import figures, frames, messages
from nnviz.lessons.dropout.experiment import experiments
from nnviz.lessons.dropout.page_values import values
from nnviz.lessons.dropout.presets import PRESETS
from nnviz.lessons.dropout.settings import DropoutSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.side_by_side import SideBySide

GROUPS = (
    Group("Dropout", ("hidden_dropout", "input_dropout")),
    Group("Training", ("learning_rate", "batch_size")),
    Group("Data", ("data", "own_data", "n_samples", "noise", "seed")),
    Group("Network", ("hidden_layers", "neurons", "activation")),
    Group("Pictures", ("inside", "measure", "point_x", "point_y", "loss_axis")),
)
READOUTS = (
    hyperparameters.STEP,
    Readout(
        "dropout-loss",
        "Loss, dropout",
        "scaled_validation_loss",
        help="Loss on the points held out, trained with dropout.",
    ),
    Readout(
        "inverted-loss",
        "Loss, inverted",
        "inverted_validation_loss",
        help="Loss on the points held out, trained with inverted dropout.",
    ),
    Readout(
        "plain-loss",
        "Loss, without",
        "without_validation_loss",
        help="Loss on the points held out, trained without dropout.",
    ),
    Readout(
        "dropout-accuracy",
        "Accuracy, dropout",
        "scaled_accuracy",
        style="percent",
        help="The share of points held out that are classified correctly.",
    ),
    Readout(
        "plain-accuracy",
        "Accuracy, without",
        "without_accuracy",
        style="percent",
        help="The share of points held out that are classified correctly.",
    ),
    Readout("dropout-end", "Dropout diverged at", "scaled_diverged_at", style="event", help=hyperparameters.DIVERGED),
    Readout(
        "inverted-end", "Inverted diverged at", "inverted_diverged_at", style="event", help=hyperparameters.DIVERGED
    ),
    Readout("plain-end", "Without diverged at", "without_diverged_at", style="event", help=hyperparameters.DIVERGED),
    Readout(
        "inference", "Inference at ✚", "scaled", digits=5, help="What the whole network answers at the marked point."
    ),
    Readout(
        "mean", "Mean of 10,000 subnetworks", "mean", digits=5, help="The mean answer of subnetworks drawn at random."
    ),
    Readout(
        "error",
        "Its standard error",
        "standard_error",
        digits=2,
        help="How far chance typically puts that mean from the mean over all subnetworks.",
    ),
    Readout(
        "gap",
        "Difference in standard errors",
        "gap",
        digits=3,
        help="Inference minus mean, in units of that error: beyond about 2 it is hardly chance.",
    ),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=DropoutSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    leading=("surface", "plain-surface"),
    presets=PRESETS,
    run=SideBySide(experiments, frames.rows, frames.KEYFRAMES, messages.explain, at_frames=frames.at_frames),
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    summary=messages.summary,
    drawing=lambda settings: Drawing(("fit",)),
)
