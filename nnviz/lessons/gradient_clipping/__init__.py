"""Gradient clipping: what keeps an exploding gradient from throwing the weights away, and what it costs."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.gradient_clipping import experiment, figures, frames, messages
from nnviz.lessons.gradient_clipping.page_values import values
from nnviz.lessons.gradient_clipping.presets import PRESETS
from nnviz.lessons.gradient_clipping.settings import PLANES, GradientClippingSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.checkpoints import weights_of
from nnviz.runs.training import TrainingRun
from nnviz.runs.until_step import UntilStep

GROUPS = (
    Group("Training", ("clipping", "limit", "learning_rate", "batch_size", "epochs")),
    Group("Data", ("source", "n_samples", "noise", "seed")),
    Group("Pictures", ("plane", "loss_axis")),
)


READOUTS = (
    hyperparameters.STEP,
    Readout("epoch", "Epoch", "epoch", digits=6, help=hyperparameters.PASSES),
    Readout("progress-made", "Done", "progress", style="percent", help="The share of the run's epochs that is done."),
    Readout("gradient-length", "Gradient norm", "gradient_norm", help="The length of the gradient before clipping."),
    Readout("length-kept", "Kept", "kept", style="percent", help="The share of its length that clipping leaves."),
    Readout("angle-turned", "Turned by", "turned", digits=3, help="The angle between before and after, in degrees."),
    Readout("training-loss", "Training loss", "training_loss", digits=5, help="Mean loss over all examples."),
    Readout("current-weights", "Weights", "weights", digits=9, style="list", help="The bias, w1 and w2 at this step."),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=GradientClippingSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    leading=("parameter-plane",),
    presets=PRESETS,
    run=UntilStep(
        TrainingRun(
            experiment.experiment, frames.rows, explain=messages.explain_divergence, at_frames=frames.at_frames
        ),
        experiment.last_step,
        lambda settings, reached: messages.ending(settings, weights_of(reached)),
        experiment.MOST_STEPS,
    ),
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    summary=messages.summary,
    slider_marks=messages.slider_marks,
    speed=20,
    drawing=lambda settings: Drawing(("plane",), pair=PLANES[settings.plane]),
)
