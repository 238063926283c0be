"""Feature scaling: why descent explodes or crawls on features of unequal scales, and what standardising does."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.feature_scaling import experiment, figures, frames, messages
from nnviz.lessons.feature_scaling.page_values import values
from nnviz.lessons.feature_scaling.presets import PRESETS
from nnviz.lessons.feature_scaling.settings import PLANES, FeatureScalingSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.checkpoints import weights_of
from nnviz.runs.training import TrainingRun
from nnviz.runs.until_step import UntilStep

GROUPS = (
    Group("Training", ("features", "learning_rate", "batch_size", "epochs")),
    Group("Data", ("source", "n_samples", "noise", "centre", "scale", "seed")),
    Group("Pictures", ("plane", "loss_axis")),
)


READOUTS = (
    hyperparameters.STEP,
    Readout("epoch", "Epoch", "epoch", digits=5, help=hyperparameters.PASSES),
    Readout("progress-made", "Done", "progress", style="percent", help="The share of the run's epochs that is done."),
    Readout("training-loss", "Training loss", "training_loss", digits=5, help="Mean loss over all examples."),
    Readout(
        "measured-weights",
        "Weights, as measured",
        "measured_weights",
        digits=9,
        style="list",
        help="Bias, w1 and w2 for the features as measured.",
    ),
    Readout(
        "standardised-weights",
        "Standardised",
        "standard_weights",
        digits=9,
        style="list",
        help="Bias, w1 and w2 of the same model for standardised features.",
    ),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=FeatureScalingSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    leading=("measured-plane", "standardised-plane"),
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
    notice=messages.notice,
    summary=messages.summary,
    slider_marks=messages.slider_marks,
    speed=100,
    drawing=lambda settings: Drawing(("plane",), pair=PLANES[settings.plane]),
)
