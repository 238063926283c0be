"""Backpropagation: the chain rule on two neurons in a row, number by number, and its fate in large networks."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.backpropagation import experiment, figures, messages
from nnviz.lessons.backpropagation.page_values import values
from nnviz.lessons.backpropagation.presets import PRESETS
from nnviz.lessons.backpropagation.settings import BackpropagationSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.training import TrainingRun

GROUPS = (
    Group("Gradient", ("example", "loss", "constants")),
    Group("Two neurons", ("b0", "w0", "b1", "w1")),
    Group("Training", ("learning_rate", "seed")),
    Group("Larger networks", ("depth", "width", "weight_scale")),
)


LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=BackpropagationSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    presets=PRESETS,
    run=TrainingRun(experiment.experiment, experiment.rows),
    readouts=(
        hyperparameters.STEP,
        Readout("loss-now", "Loss L", "training_loss", digits=5, help="The loss of the example, or of the batch."),
        Readout("weights", "b₀, w₀, b₁, w₁", "weight_values", digits=4, style="list", help="The weights at this step."),
        Readout(
            "gradients",
            "Their derivatives",
            "gradient_values",
            digits=4,
            style="list",
            help="The derivative of the loss by each of them, in the same order.",
        ),
    ),
    notice=messages.notice,
    summary=messages.summary,
    speed=5,
    drawing=lambda settings: Drawing(("chain",)),
    at_rest=("deltas", "layers", "-facts"),  # gradients of many larger networks
)
