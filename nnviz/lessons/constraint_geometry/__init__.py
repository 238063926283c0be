"""Constraint geometry: contours of the loss and the ball that the weights have to stay in."""

from nnviz.lesson import Group, Lesson
from nnviz.lessons.constraint_geometry import pictures, words
from nnviz.lessons.constraint_geometry.code import code
from nnviz.lessons.constraint_geometry.knobs import GeometrySettings
from nnviz.lessons.constraint_geometry.page_values import values
from nnviz.lessons.constraint_geometry.presets import PRESETS
from nnviz.page.page import Page

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=GeometrySettings,
    groups=(
        Group("Constraint", ("size", "exponent")),
        Group("Data", ("data", "first_weight", "second_weight", "correlation", "n_samples", "noise", "seed")),
    ),
    figures=pictures.FIGURES,
    presets=PRESETS,
    irrelevant=words.irrelevant,
    facts=words.facts,
    code=code,
)
