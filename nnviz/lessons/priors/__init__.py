"""Priors: what a penalty says to someone who believes in probabilities of weights."""

from nnviz.lesson import Group, Lesson
from nnviz.lessons.priors import pictures, words
from nnviz.lessons.priors.code import code
from nnviz.lessons.priors.knobs import PriorSettings
from nnviz.lessons.priors.presets import PRESETS
from nnviz.page.page import Page

LESSON = Lesson(
    page=Page.beside(__file__),
    settings=PriorSettings,
    groups=(
        Group("Prior", ("prior", "penalty_strength")),
        Group("Data", ("data", "true_weight", "n_samples", "noise", "seed")),
    ),
    figures=pictures.FIGURES,
    presets=PRESETS,
    irrelevant=words.irrelevant,
    facts=words.facts,
    code=code,
)
