"""The laboratory, the front page: every data set, model and setting of training at once."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.lab import experiment, figures, frames, messages
from nnviz.lessons.lab.page_values import values
from nnviz.lessons.lab.presets import PRESETS
from nnviz.lessons.lab.settings import FEATURES, LabSettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Leading, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.training import TrainingRun

GROUPS = (
    Group("Training", ("learning_rate", "batch_size", "penalty_strength", "dropout_rate", "clip_norm")),
    Group("Data", ("data", "own_data", "n_samples", "noise", "validation_share", "standardise", "seed")),
    Group("Features", (*FEATURES.values(),)),
    Group(
        "Model",
        ("model", "hidden_layers", "neurons_1", "neurons_2", "neurons_3", "neurons_4", "activation", "edited_weights"),
    ),
    Group("Penalty", ("penalty", "penalty_step", "penalise_bias")),
    Group("Pictures", ("loss_axis", "plane", "first_weight", "second_weight", "neuron")),
)

READOUTS = (
    hyperparameters.STEP,
    hyperparameters.EPOCH,
    Readout("training-loss", "Training loss", "training_loss", digits=5, help="Mean loss over the training examples."),
    Readout(
        "validation-loss",
        "Validation loss",
        "validation_loss",
        digits=5,
        help="Mean loss over the examples held out: what the model costs on new points.",
    ),
    Readout("training-score", "Training score", "training_score", help="Accuracy, or R² where a number is predicted."),
    Readout("validation-score", "Validation score", "validation_score", help="The same on the examples held out."),
    Readout(
        "weights",
        "Weights",
        "shown_weights",
        digits=8,
        style="list",
        help="The bias first; at most six weights are shown.",
    ),
    Readout(
        "original-weights",
        "In original units",
        "original_weights",
        digits=8,
        style="list",
        help="The same weights, for the features as measured.",
    ),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=LabSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    leading=("loss", "fit"),
    leading_where=(Leading("model", "network", ("fit", "network")),),
    presets=PRESETS,
    run=TrainingRun(
        experiment.experiment,
        frames.rows,
        frames.KEYFRAMES,
        messages.explain_divergence,
        at_frames=frames.at_frames,
    ),
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    slider_marks=messages.slider_marks,
    drawing=lambda settings: Drawing(("loss", "fit"), scale=settings.loss_axis),
)
