"""Constraint geometry: contours of the loss and the ball that the weights have to stay in."""

from nnviz.lessons.constraint_geometry import figures, messages
from nnviz.lessons.constraint_geometry.page_values import values
from nnviz.lessons.constraint_geometry.presets import PRESETS
from nnviz.lessons.constraint_geometry.script import code
from nnviz.lessons.constraint_geometry.settings import GeometrySettings
from nnviz.page.lesson import Group, Lesson
from nnviz.page.page import Page

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=GeometrySettings,
    groups=(
        Group("Constraint", ("size", "exponent")),
        Group("Data", ("data", "first_weight", "second_weight", "correlation", "n_samples", "noise", "seed")),
    ),
    figures=figures.FIGURES,
    presets=PRESETS,
    disabled_reasons=messages.disabled_reasons,
    summary=messages.summary,
    code=code,
)
