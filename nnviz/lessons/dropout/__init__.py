"""Dropout: every step trains another subnetwork, and inference stands for the mean of them all."""

from nnviz import usual_knobs as usual
from nnviz.lesson import Group, Lesson, Preset, Readout
from nnviz.lessons.dropout import frames, pictures, words
from nnviz.lessons.dropout.knobs import MEASURES, DropoutSettings
from nnviz.lessons.dropout.setup import experiments
from nnviz.page.page import Page
from nnviz.question import Question
from nnviz.side_by_side import SideBySide

GROUPS = (
    Group("Dropout", ("hidden_dropout", "input_dropout")),
    Group("Training", ("learning_rate", "batch_size")),
    Group("Data", ("data", "own_data", "n_samples", "noise", "seed")),
    Group("Network", ("hidden_layers", "neurons", "activation")),
    Group("Pictures", ("inside", "measure", "point_x", "point_y", "loss_axis")),
)
READOUTS = (
    usual.STEP,
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
    Readout("dropout-end", "Dropout diverged at", "scaled_diverged_at", style="event", help=usual.DIVERGED),
    Readout("inverted-end", "Inverted diverged at", "inverted_diverged_at", style="event", help=usual.DIVERGED),
    Readout("plain-end", "Without diverged at", "without_diverged_at", style="event", help=usual.DIVERGED),
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
PRESETS = (
    Preset(
        "Overfitting, cured",
        DropoutSettings(),
        "After 3,000 steps the validation loss with dropout was lower for each of the 20 seeds from 0 to 19, on "
        "average 0.5 against 1.8; the accuracy was higher for 18 of them, on average 79 % against 74 %.",
        speed=200,
        question=Question(
            "Forty noisy points. Which network will have the lower validation loss after 1,000 steps?",
            ("the one with dropout", "the one without", "both the same"),
            right="the one with dropout",
            because="Without dropout the network learns the noise of its forty points by heart, and is then sure "
            "and wrong.",
            after=1000,
        ),
    ),
    Preset(
        "More points, less noise",
        DropoutSettings(n_samples=200, noise=0.5),
        "Dropout loses: with enough clean points there is nothing to overfit, and half a network learns less.",
        speed=200,
    ),
    Preset(
        "Where scaling is exact",
        DropoutSettings(hidden_layers=1),
        "One hidden layer and the sum z: inference lies within the sampling error of the subnetworks' mean.",
    ),
    Preset(
        "Where it only approximates",
        DropoutSettings(measure=MEASURES[1], learning_rate=0.3),
        "Two layers and the probability: inference is surer than the subnetworks' mean, by many standard errors.",
        speed=100,
    ),
    Preset(
        "Too much of it",
        DropoutSettings(hidden_dropout=0.8, neurons=4, data="spiral", noise=0.3, n_samples=200),
        "Of four neurons in a layer eight tenths are dropped: the two runs with dropout never find the spiral.",
        speed=200,
    ),
    Preset(
        "Rate 0",
        DropoutSettings(hidden_dropout=0.0),
        "Nothing is dropped: the three curves are one, to the last bit.",
        speed=100,
    ),
)

LESSON = Lesson(
    page=Page.of_function(
        "dropout",
        ("Networks", 34),
        ("Dropout", "Leave neurons out at random while training, and watch a network that overfits stop doing so."),
        words.text,
    ),
    settings=DropoutSettings,
    groups=GROUPS,
    figures=pictures.FIGURES,
    presets=PRESETS,
    run=SideBySide(experiments, frames.rows, frames.keyframes, words.explain),
    readouts=READOUTS,
    irrelevant=words.irrelevant,
    notice=words.notice,
    facts=words.facts,
)
