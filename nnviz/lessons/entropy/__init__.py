"""Entropy, cross entropy and divergence: a coin, a die, and two distributions whose bars can be dragged."""

from nnviz.lesson import Group, Lesson
from nnviz.lessons.entropy import pictures, words
from nnviz.lessons.entropy.code import code
from nnviz.lessons.entropy.knobs import EntropySettings
from nnviz.lessons.entropy.page_values import values
from nnviz.lessons.entropy.presets import PRESETS
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
    facts=words.facts,
    notice=words.notice,
    figures=pictures.FIGURES,
    presets=PRESETS,
    code=code,
)
