"""Priors: what a penalty says to someone who believes in probabilities of weights."""

from nnviz.lessons.priors import figures, messages
from nnviz.lessons.priors.page_values import values
from nnviz.lessons.priors.presets import PRESETS
from nnviz.lessons.priors.script import code
from nnviz.lessons.priors.settings import PriorSettings
from nnviz.page.lesson import Group, Lesson
from nnviz.page.page import Page

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=PriorSettings,
    groups=(
        Group("Prior", ("prior", "penalty_strength", "both_at_one")),
        Group("Data", ("data", "true_weight", "n_samples", "noise", "seed")),
    ),
    figures=figures.FIGURES,
    presets=PRESETS,
    disabled_reasons=messages.disabled_reasons,
    summary=messages.summary,
    code=code,
)
