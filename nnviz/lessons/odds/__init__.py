"""Probability, odds and log-odds: one event on three curves, and the sigmoid in floating point."""

from nnviz.lesson import Group, Lesson
from nnviz.lessons.odds import pictures, words
from nnviz.lessons.odds.code import code
from nnviz.lessons.odds.knobs import OddsSettings
from nnviz.lessons.odds.page_values import values
from nnviz.lessons.odds.presets import PRESETS
from nnviz.page.page import Page

GROUPS = (
    Group("The event", ("probability", "odds_axis")),
    Group("Floating point", ("logit",)),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=OddsSettings,
    groups=GROUPS,
    figures=pictures.FIGURES,
    presets=PRESETS,
    facts=words.facts,
    code=code,
)
