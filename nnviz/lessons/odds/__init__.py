"""Probability, odds and log-odds: one event on three curves, and the sigmoid in floating point."""

from nnviz.lessons.odds import figures, messages
from nnviz.lessons.odds.page_values import values
from nnviz.lessons.odds.presets import PRESETS
from nnviz.lessons.odds.script import code
from nnviz.lessons.odds.settings import OddsSettings
from nnviz.page.lesson import Group, Lesson
from nnviz.page.page import Page

GROUPS = (
    Group("The event", ("probability", "odds_axis")),
    Group("Floating point", ("logit",)),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=OddsSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    presets=PRESETS,
    summary=messages.summary,
    code=code,
)
