"""Penalties: ridge, lasso, elastic net and p-norms; how training and exact solvers deal with them."""

from nnviz.code_export.run_pictures import Drawing
from nnviz.lessons.penalties import experiment, figures, frames, messages
from nnviz.lessons.penalties.page_values import values
from nnviz.lessons.penalties.presets import PRESETS
from nnviz.lessons.penalties.settings import BATCH_SIZES, PenaltySettings
from nnviz.page import hyperparameters
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page
from nnviz.runs.race import Race
from nnviz.runs.until_step import UntilStep

GROUPS = (
    Group("Penalty", ("penalty", "penalty_strength", "l1_share", "exponent", "penalise_bias", "divided_by_batch")),
    Group("Training", ("comparison", "learning_rate", "batch_size", "epochs")),
    Group("Data", ("data", "n_useless", "correlation", "n_samples", "noise", "seed")),
    Group("Pictures", ("slice_weight",)),
)

READOUTS = (
    hyperparameters.STEP,
    hyperparameters.EPOCH,
    Readout(
        "subgradient-weights",
        "Subgradient",
        "subgradient_weights",
        digits=9,
        style="list",
        help="Weights of the run with subgradient steps, bias first.",
    ),
    Readout(
        "proximal-weights",
        "Proximal",
        "proximal_weights",
        digits=9,
        style="list",
        help="Weights of the run with proximal steps, bias first.",
    ),
    Readout(
        "subgradient-zeros",
        "Zeros, subgradient",
        "subgradient_zeros",
        style="integer",
        help="How many of its weights are exactly 0.",
    ),
    Readout(
        "proximal-zeros",
        "Zeros, proximal",
        "proximal_zeros",
        style="integer",
        help="How many of its weights are exactly 0.",
    ),
    Readout(
        "trained-bias",
        "Bias by batch size",
        "trained_0",
        digits=9,
        style="list",
        help="The bias of each run, smallest batch first.",
    ),
    Readout(
        "trained-weight",
        "Weight of x by batch size",
        "trained_1",
        digits=9,
        style="list",
        help="The weight of x in each run, smallest batch first.",
    ),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=PenaltySettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    presets=PRESETS,
    run=UntilStep(
        Race(experiment.sides, frames.rows, messages.explain_divergence),
        experiment.last_step,
        lambda settings, reached: messages.ending(settings),
        experiment.MOST_STEPS,
    ),
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    summary=messages.summary,
    drawing=lambda settings: Drawing(("weights",), weights=(0,) if settings.comparison == BATCH_SIZES else ()),
)
