"""More than two classes: softmax and cross entropy, one class against the rest beside it, and how sure is sure."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.softmax import figures, frames, messages
from nnviz.lessons.softmax.experiment import experiments
from nnviz.lessons.softmax.page_values import values
from nnviz.lessons.softmax.presets import PRESETS
from nnviz.lessons.softmax.settings import SoftmaxSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.side_by_side import SideBySide

GROUPS = (
    Group("Training", ("learning_rate", "batch_size", "penalty")),
    Group("One example", ("example", "temperature", "constant")),
    Group("Data", ("data", "own_data", "n_samples", "noise", "seed")),
    Group("Network", ("hidden", "activation")),
    Group("Pictures", ("inside", "unit", "loss_axis")),
)
READOUTS = (
    hyperparameters.STEP,
    Readout(
        "held-out-loss",
        "Held out",
        "softmax_loss",
        digits=5,
        help="The mean cross entropy of softmax on the examples held out, in nats.",
    ),
    Readout(
        "held-out-accuracy",
        "Right",
        "softmax_accuracy",
        style="percent",
        help="The share of the examples held out whose class has the largest probability by softmax.",
    ),
    Readout(
        "rest-accuracy",
        "Right, one against rest",
        "rest_accuracy",
        style="percent",
        help="The same for one class against the rest.",
    ),
    hyperparameters.EPOCH,
    Readout("held-out-bits", "Held out, in bits", "softmax_bits", digits=5, help="The same in bits: nats over ln 2."),
    Readout(
        "training-loss", "Training", "training_loss", digits=5, help="The mean cross entropy in training, in nats."
    ),
    Readout(
        "training-accuracy", "Right in training", "training_accuracy", style="percent", help="The same in training."
    ),
    Readout(
        "rest-loss",
        "Held out, one against rest",
        "rest_loss",
        digits=5,
        help="The cross entropy of the sigmoids of the classes, divided by their sum.",
    ),
    Readout(
        "calibration-error",
        "Calibration error",
        "softmax_calibration",
        style="percent",
        help="The distance between the largest probability and the share that is right, a mean over the bins.",
    ),
    Readout(
        "rest-calibration-error",
        "Calibration error, one against rest",
        "rest_calibration",
        style="percent",
        help="The same for one class against the rest.",
    ),
    Readout(
        "sum-of-weights",
        "Length of Σ weights",
        "sum_of_weights",
        digits=5,
        help="Of the weight vectors of all classes, added up: what they have in common changes no probability.",
    ),
    Readout("softmax-end", "Softmax diverged at", "softmax_diverged_at", style="event", help=hyperparameters.DIVERGED),
    Readout(
        "rest-end",
        "One against the rest diverged at",
        "rest_diverged_at",
        style="event",
        help=hyperparameters.DIVERGED,
    ),
)
LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=SoftmaxSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    leading=("answers",),
    presets=PRESETS,
    run=SideBySide(experiments, frames.rows, frames.KEYFRAMES, messages.explain, at_frames=frames.at_frames),
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    drawing=lambda settings: Drawing(("fit",)),
)
