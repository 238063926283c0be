"""Bias: a line with a height of its own or through the origin, the regression table, and a penalty on the bias."""

from nnviz.lesson import Group, Lesson
from nnviz.lessons.bias import pictures, words
from nnviz.lessons.bias.code import code
from nnviz.lessons.bias.knobs import BiasSettings
from nnviz.lessons.bias.page_values import values
from nnviz.lessons.bias.presets import PRESETS
from nnviz.page.page import Page

GROUPS = (
    Group("Model", ("model",)),
    Group("Data", ("n_samples", "true_bias", "centre", "noise", "data", "seed")),
    Group("Penalty", ("penalty_strength", "penalise_bias")),
)


LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=BiasSettings,
    groups=GROUPS,
    figures=pictures.FIGURES,
    presets=PRESETS,
    irrelevant=words.irrelevant,
    notice=words.notice,
    facts=words.facts,
    code=code,
)
