"""Automatic differentiation: the derivatives of a typed expression step by step, and a descent that uses them."""

from nnviz.lesson import Group, Lesson, Preset, Readout
from nnviz.lessons.automatic_differentiation import pictures, words
from nnviz.lessons.automatic_differentiation.code import code
from nnviz.lessons.automatic_differentiation.graph import SweepRun
from nnviz.lessons.automatic_differentiation.knobs import AutodiffSettings
from nnviz.page.page import Page
from nnviz.question import Question

GROUPS = (
    Group("Expression", ("example", "expression")),
    Group("Inputs", ("x", "y", "w", "b", "v")),
    Group("Two descents", ("model", "learning_rate", "seed")),
)

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
        "Two slopes of σ, each at most a quarter, lie on the way back to w: its derivative is small.",
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
        "Both sides of max are equal here: each receives half, and abs passes on nothing. Finite differences agree.",
        speed=1,
    ),
)

LESSON = Lesson(
    page=Page.of_function(
        "automatic-differentiation",
        ("Networks", 30),
        (
            "Automatic differentiation",
            "Values run forward through the graph of an expression, derivatives run back, one step at a time.",
        ),
        words.article,
    ),
    settings=AutodiffSettings,
    groups=GROUPS,
    figures=pictures.FIGURES,
    presets=PRESETS,
    run=SweepRun(),
    readouts=(
        Readout(
            "step",
            "Step",
            "step",
            style="integer",
            help="First the values are computed, node by node, then the derivatives on the way back.",
        ),
        Readout(
            "result",
            "Result f",
            "result",
            digits=6,
            help="The value of the expression, once the way forward is complete.",
        ),
        Readout(
            "gradient",
            "Derivatives of the inputs so far",
            "gradient",
            digits=6,
            style="list",
            help="What each input has received of the result's derivative so far.",
        ),
    ),
    irrelevant=words.irrelevant,
    notice=words.notice,
    facts=words.facts,
    speed=2,
    code=code,
)
