"""Expressions worth taking apart, from one product to a kink."""

from nnviz.lessons.automatic_differentiation.settings import AutodiffSettings
from nnviz.page.lesson import Preset
from nnviz.page.question import Question

LARGE = "20*x"

PRESETS = (
    Preset(
        "x is used twice",
        AutodiffSettings(),
        "x receives one part from the product and one from the sine; its derivative is their sum, y + cos x.",
        speed=1,
        question=Question(
            "In f = x·y + sin(x) the input x is used twice. What is the derivative of f by x?",
            ("y", "cos(x)", "y + cos(x)", "y · cos(x)"),
            right="y + cos(x)",
            because="What comes back along both ways is added up: y from the product and cos(x) from the sine.",
            after=8,
        ),
    ),
    Preset(
        "A neuron",
        AutodiffSettings(example="a neuron"),
        "The slope of σ multiplies everything behind it: move b to 3 and all derivatives shrink.",
        speed=1,
    ),
    Preset(
        "Log loss",
        AutodiffSettings(example="log loss of a neuron", y=1.0),
        "After many steps of fractions, w receives just (σ(wx + b) − y)·x: compare it with the check.",
        speed=2,
    ),
    Preset(
        "Two neurons in a row",
        AutodiffSettings(example="two neurons in a row"),
        "Two slopes of σ, each at most a quarter, lie on the way back to w, and only one on that to v.",
        speed=2,
    ),
    Preset(
        "A penalised error",
        AutodiffSettings(example="a penalised error"),
        "The derivatives of w and v collect parts from the error and from the penalty.",
        speed=5,
    ),
    Preset(
        "At a kink",
        AutodiffSettings(expression="max(x, y) + abs(x - y)", x=1.0, y=1.0),
        "Both sides of max are equal here: each receives half, and abs passes on nothing. Central differences agree: "
        "they are the mean of the slopes on both sides.",
        speed=1,
    ),
    Preset(
        "Log loss, as it is defined",
        AutodiffSettings(expression=f"-(y*log(sigmoid({LARGE})) + (1 - y)*log(1 - sigmoid({LARGE})))", x=2.0, y=0.0),
        "σ(40) is rounded to 1: the loss is infinite and the derivative of x undefined, though in truth they are 40 "
        "and 20.",
        speed=5,
    ),
    Preset(
        "Log loss, stable",
        AutodiffSettings(expression=f"max({LARGE}, 0) - y*{LARGE} + log(1 + exp(-abs({LARGE})))", x=2.0, y=0.0),
        "The same loss in another form: its value is 40, and the derivative of x is (σ(40) − y) · 20 = 20.",
        speed=5,
    ),
)
