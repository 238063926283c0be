"""Bias: a line with a height of its own or through the origin, the regression table, and a penalty on the bias."""

from nnviz.lessons.bias import figures, messages
from nnviz.lessons.bias.page_values import values
from nnviz.lessons.bias.presets import PRESETS
from nnviz.lessons.bias.script import code
from nnviz.lessons.bias.settings import BiasSettings
from nnviz.page.lesson import Group, Lesson
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
    figures=figures.FIGURES,
    presets=PRESETS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    summary=messages.summary,
    code=code,
)
