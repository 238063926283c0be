"""XOR: the smallest problem that needs a hidden layer, with two losses side by side."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.xor import figures, frames, messages
from nnviz.lessons.xor.experiment import experiments
from nnviz.lessons.xor.page_values import values
from nnviz.lessons.xor.presets import PRESETS
from nnviz.lessons.xor.settings import XorSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.side_by_side import SideBySide

GROUPS = (
    Group("Training", ("learning_rate", "same_first_step", "batch_size", "start")),
    Group("Network", ("neurons", "activation", "output_bias")),
    Group("Data", ("data", "own_data", "n_samples", "noise", "seed")),
    Group("Pictures", ("loss_axis", "inside")),
)
READOUTS = (
    hyperparameters.STEP,
    Readout(
        "squared-points",
        "Predictions, squared error",
        "squared_points",
        digits=6,
        style="list",
        help="What the run with the squared error predicts for the four points; of more than two classes, for "
        "the own class of each.",
    ),
    Readout(
        "log-points",
        "Predictions, log loss",
        "log_points",
        digits=6,
        style="list",
        help="What the run with the log loss predicts for the four points; of more than two classes, for the own "
        "class of each.",
    ),
    Readout(
        "squared-accuracy",
        "Accuracy, squared error",
        "squared_accuracy",
        style="percent",
        help="The share of points on the right side of 0.5; of more than two classes, whose own is the likeliest.",
    ),
    Readout(
        "log-accuracy",
        "Accuracy, log loss",
        "log_accuracy",
        style="percent",
        help="The share of points on the right side of 0.5; of more than two classes, whose own is the likeliest.",
    ),
    Readout(
        "squared-end", "Squared error diverged at", "squared_diverged_at", style="event", help=hyperparameters.DIVERGED
    ),
    Readout("log-end", "Log loss diverged at", "log_diverged_at", style="event", help=hyperparameters.DIVERGED),
)
LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=XorSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    leading=("squared-surface", "log-surface"),
    presets=PRESETS,
    run=SideBySide(experiments, frames.rows, frames.KEYFRAMES, messages.explain),
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    summary=messages.summary,
    drawing=lambda settings: Drawing(("fit",)),
    at_rest=("-text",),  # it tells what whole runs come to
)
