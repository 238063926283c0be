"""Entropy, cross entropy and divergence: a coin, a die, and two distributions whose bars can be dragged."""

from nnviz.lessons.entropy import figures, messages
from nnviz.lessons.entropy.page_values import values
from nnviz.lessons.entropy.presets import PRESETS
from nnviz.lessons.entropy.script import code
from nnviz.lessons.entropy.settings import EntropySettings
from nnviz.page.lesson import Group, Lesson
from nnviz.page.page import Page

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=EntropySettings,
    groups=(
        Group("Coin", ("heads", "guess")),
        Group("Die", ("faces",)),
        Group("Two distributions", ("p", "q")),
        Group("Units", ("unit",)),
    ),
    summary=messages.summary,
    notice=messages.notice,
    figures=figures.FIGURES,
    leading=("coin-curve", "distributions"),
    presets=PRESETS,
    code=code,
)
