"""The notebook's fits, networks that are as small as can be, and point clouds."""

from typing import Any

from nnviz.lessons.xor.settings import STARTS, XorSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

OWN: dict[str, Any] = {"start": STARTS[2], "output_bias": True}
CLOUD: dict[str, Any] = {**OWN, "activation": "tanh", "learning_rate": 0.3}
PRESETS = (
    Preset(
        "The notebook's start",
        XorSettings(),
        "From the same weights the log loss has the pattern after 107 steps, the squared error after 369.",
        speed=50,
        question=Question(
            "The same weights, the same learning rate. Which loss gets all four points right first?",
            ("the squared error", "the log loss", "both at the same step"),
            right="the log loss",
            because="Its gradient lacks the factor σ′, which is never above ¼: with the other, points pull a quarter "
            "as hard, or less.",
            after=400,
        ),
        from_notebook=True,
    ),
    Preset(
        "The same first step",
        XorSettings(same_first_step=True),
        "With four times the rate the squared error is there after 111 steps, the log loss after 107. Then σ′ gets "
        "small: all errors are below 0.02 after 1,057 and 273.",
        speed=50,
    ),
    Preset(
        "The notebook's two fits",
        XorSettings(start=STARTS[1]),
        "Each loss from the weights that the notebook drew for it: after 3,000 steps both agree with its digits.",
        speed=500,
        from_notebook=True,
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
        "Eight lines are enough for two arms, but 98 % of the points are right only after more than 1,000 steps.",
        speed=500,
    ),
    Preset(
        "Moons",
        XorSettings(data="moons", neurons=8, batch_size=16, **CLOUD),
        "A boundary with two bends; most of the eight neurons end up beside it.",
        speed=100,
    ),
)
