"""Automatic differentiation: the derivatives of a typed expression step by step, and a descent that uses them."""

from nnviz.lessons.automatic_differentiation import figures, messages
from nnviz.lessons.automatic_differentiation.graph import SWEEPS
from nnviz.lessons.automatic_differentiation.page_values import values
from nnviz.lessons.automatic_differentiation.presets import PRESETS
from nnviz.lessons.automatic_differentiation.script import code
from nnviz.lessons.automatic_differentiation.settings import AutodiffSettings
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page

GROUPS = (
    Group("Expression", ("example", "expression")),
    Group("Inputs", ("x", "y", "w", "b", "v")),
    Group("Two descents", ("model", "learning_rate", "seed")),
)


LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=AutodiffSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    presets=PRESETS,
    run=SWEEPS,
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
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    summary=messages.summary,
    speed=2,
    code=code,
    at_rest=("loss", "weights", "-facts"),  # two hundred gradients that nobody derived
)
