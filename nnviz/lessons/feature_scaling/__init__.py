"""Feature scaling: why descent explodes or crawls on features of unequal scales, and what standardising does."""

from nnviz import usual_knobs as usual
from nnviz.lesson import Group, Lesson, Readout
from nnviz.lessons.feature_scaling import frames, pictures, setup, words
from nnviz.lessons.feature_scaling.knobs import FeatureScalingSettings
from nnviz.lessons.feature_scaling.page_values import values
from nnviz.lessons.feature_scaling.presets import PRESETS
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
    usual.STEP,
    Readout("epoch", "Epoch", "epoch", digits=5, help=usual.PASSES),
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
    figures=pictures.FIGURES,
    presets=PRESETS,
    run=UntilStep(
        TrainingRun(setup.experiment, frames.rows, explain=words.explain_divergence),
        setup.last_step,
        lambda settings, reached: words.ending(settings, weights_of(reached)),
        setup.MOST_STEPS,
    ),
    readouts=READOUTS,
    irrelevant=words.irrelevant,
    notice=words.notice,
    facts=words.facts,
    limits=words.limits,
    speed=100,
)
