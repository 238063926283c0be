"""Penalties: ridge, lasso, elastic net and p-norms; how training and exact solvers deal with them."""

from nnviz.lesson import Group, Lesson, Readout
from nnviz.lessons.penalties import frames, pictures, presets, setup, words
from nnviz.lessons.penalties.knobs import PenaltySettings
from nnviz.lessons.penalties.race import Race

GROUPS = (
    Group("Penalty", ("penalty", "penalty_strength", "l1_share", "exponent", "penalise_bias", "divided_by_batch")),
    Group("Training", ("comparison", "learning_rate", "batch_size", "epochs")),
    Group("Data", ("data", "n_useless", "correlation", "n_samples", "noise", "seed")),
    Group("Pictures", ("slice_weight",)),
)

READOUTS = (
    Readout("step", "Step", "step", style="integer"),
    Readout("epoch", "Epoch", "epoch"),
    Readout("subgradient-weights", "Subgradient", "subgradient_weights", digits=9, style="list", help="Bias first."),
    Readout("proximal-weights", "Proximal", "proximal_weights", digits=9, style="list", help="Bias first."),
    Readout("subgradient-zeros", "Zeros, subgradient", "subgradient_zeros", style="integer", help="Weights exactly 0."),
    Readout("proximal-zeros", "Zeros, proximal", "proximal_zeros", style="integer", help="Weights exactly 0."),
    Readout("trained-bias", "Bias by batch size", "trained_0", digits=9, style="list", help="Smallest batch first."),
    Readout("trained-weight", "Weight of x by batch size", "trained_1", digits=9, style="list"),
)

LESSON = Lesson(
    slug="penalties",
    title="Penalties",
    section="Regularisation",
    order=40,
    summary="Ridge, lasso and their kin: what they do to the weights, exactly and in training.",
    settings=PenaltySettings,
    groups=GROUPS,
    text=words.text,
    figures=pictures.FIGURES,
    presets=presets.PRESETS,
    run=Race(setup.runners, frames.rows, setup.last_step, words.ending, words.explain_divergence),
    readouts=READOUTS,
    irrelevant=words.irrelevant,
    notice=words.notice,
    facts=words.facts,
)
