"""XOR: the smallest problem that needs a hidden layer, with two losses side by side."""

from typing import Any

from nnviz import usual_knobs as usual
from nnviz.lesson import Group, Lesson, Preset, Readout
from nnviz.lessons.xor import frames, pictures, words
from nnviz.lessons.xor.knobs import STARTS, XorSettings
from nnviz.lessons.xor.setup import experiments
from nnviz.page.page import Page
from nnviz.question import Question
from nnviz.side_by_side import SideBySide

GROUPS = (
    Group("Training", ("learning_rate", "batch_size", "start")),
    Group("Network", ("neurons", "activation", "output_bias")),
    Group("Data", ("data", "own_data", "n_samples", "noise", "seed")),
    Group("Pictures", ("loss_axis", "inside")),
)
READOUTS = (
    usual.STEP,
    Readout(
        "squared-points",
        "Predictions, squared error",
        "squared_points",
        digits=6,
        style="list",
        help="What the run with the squared error predicts for the four points.",
    ),
    Readout(
        "log-points",
        "Predictions, log loss",
        "log_points",
        digits=6,
        style="list",
        help="What the run with the log loss predicts for the four points.",
    ),
    Readout(
        "squared-accuracy",
        "Accuracy, squared error",
        "squared_accuracy",
        style="percent",
        help="The share of points on the right side of 0.5.",
    ),
    Readout(
        "log-accuracy",
        "Accuracy, log loss",
        "log_accuracy",
        style="percent",
        help="The share of points on the right side of 0.5.",
    ),
    Readout("squared-end", "Squared error diverged at", "squared_diverged_at", style="event", help=usual.DIVERGED),
    Readout("log-end", "Log loss diverged at", "log_diverged_at", style="event", help=usual.DIVERGED),
)
OWN: dict[str, Any] = {"start": STARTS[2], "output_bias": True}
CLOUD: dict[str, Any] = {**OWN, "activation": "tanh", "learning_rate": 0.3}
PRESETS = (
    Preset(
        "The notebook's start",
        XorSettings(),
        "From the same weights the log loss has the pattern after about 100 steps, the squared error after about 300.",
        speed=50,
        question=Question(
            "The same weights, the same learning rate. Which loss gets all four points right first?",
            ("the squared error", "the log loss", "both at the same step"),
            right="the log loss",
            because="Its gradient lacks the factor σ′, which is small wherever a prediction is sure of itself.",
            after=400,
        ),
    ),
    Preset(
        "The notebook's two fits",
        XorSettings(start=STARTS[1]),
        "Each loss from the weights that the notebook drew for it: after 3,000 steps both agree with its digits.",
        speed=500,
    ),
    Preset(
        "Two neurons are enough",
        XorSettings(neurons=2, seed=1, **OWN),
        "Two lines cut out the strip in which exactly one switch is on. From seed 4 both runs get stuck instead.",
        speed=100,
    ),
    Preset(
        "One neuron is not",
        XorSettings(neurons=1, seed=1, **OWN),
        "One hidden neuron has one line, and so has the output: three of the four points at most.",
        speed=100,
        question=Question(
            "A single hidden neuron: how many of the four points of XOR can the network get right?",
            ("two", "three", "all four"),
            right="three",
            because="One neuron has one line, and the output is a rising or falling function of it: one corner can "
            "be cut off.",
            after=500,
        ),
    ),
    Preset(
        "Noisy XOR",
        XorSettings(data="XOR", noise=0.6, **CLOUD),
        "The same pattern in a hundred noisy points: four lines, and a surface that bends between them.",
        speed=50,
    ),
    Preset(
        "Circle",
        XorSettings(data="circle", **CLOUD),
        "Every neuron still has a straight line; their sum closes around the disc.",
        speed=50,
    ),
    Preset(
        "Spiral, eight neurons",
        XorSettings(data="spiral", noise=0.1, neurons=8, batch_size=16, **CLOUD),
        "Eight lines are enough for two arms, but it takes thousands of small steps.",
        speed=500,
    ),
    Preset(
        "Moons",
        XorSettings(data="moons", neurons=8, batch_size=16, **CLOUD),
        "A boundary with two bends; most of the eight neurons end up beside it.",
        speed=100,
    ),
)

LESSON = Lesson(
    page=Page.of_function(
        "xor",
        ("Networks", 33),
        ("XOR", "The notebook's small network learns XOR with the squared error and with the log loss, side by side."),
        words.text,
    ),
    settings=XorSettings,
    groups=GROUPS,
    figures=pictures.FIGURES,
    presets=PRESETS,
    run=SideBySide(experiments, frames.rows, frames.keyframes, words.explain),
    readouts=READOUTS,
    irrelevant=words.irrelevant,
    notice=words.notice,
    facts=words.facts,
)
