"""What a page says that a larger learning rate does is what it does: whether runs diverge is tried."""

import numpy as np
import pytest

from nnviz.page.hyperparameters import LEARNS_FASTER
from nnviz.page.registry import discover
from nnviz.page.settings import Choice
from nnviz.runs.protocol import Keyframes, StepBudget

WALKS = {"automatic-differentiation"}
"""Its run walks through a graph; that one of its fits diverges is checked among its claims."""

TRAINED = {
    slug: lesson
    for slug, lesson in discover().items()
    if lesson.run and "learning_rate" in lesson.settings.controls() and slug not in WALKS
}
each_lesson = pytest.mark.parametrize("slug", TRAINED)
DECIDING = ("model", "activation", "loss", "data", "clipping", "features", "beside")
N_STEPS = 400


def at_the_greatest_rate(lesson):
    """The defaults at the greatest rate, with every option of the choices that may decide whether a run diverges."""
    controls = lesson.settings.controls()
    most = lesson.settings(learning_rate=controls["learning_rate"].grid[-1])
    yield most
    for name in DECIDING:
        if isinstance(control := controls.get(name), Choice):
            yield from (most.model_copy(update={name: option}) for option in control.options)


def is_finite(lesson, settings):
    """Whether all losses of a run are still numbers after some steps."""
    start = lesson.run.start(settings)
    chunk = start.then(lesson.run.resume(settings, start.checkpoint, StepBudget(N_STEPS)))
    if chunk.ending.startswith("Diverged"):
        return False
    frames = {name: found.values if isinstance(found, Keyframes) else found for name, found in chunk.frames.items()}
    losses = [np.asarray(values) for name, values in frames.items() if "loss" in name or "excess" in name]
    return all(np.isfinite(values[-1]).all() for values in losses if values.dtype.kind == "f")


def says_that_it_diverges(lesson):
    rises = lesson.settings.controls()["learning_rate"].effect_of_increase
    return "diverge" in rises and "none diverges" not in rises


@each_lesson
def test_runs_diverge_on_the_pages_that_say_so_and_on_no_others(slug):
    lesson = TRAINED[slug]
    finite = [is_finite(lesson, settings) for settings in at_the_greatest_rate(lesson)]
    assert all(finite) != says_that_it_diverges(lesson)


def test_only_linear_models_with_squared_error_are_said_to_diverge_beyond_a_limit_without_a_condition():
    said = {
        slug
        for slug, lesson in TRAINED.items()
        if lesson.settings.controls()["learning_rate"].effect_of_increase == LEARNS_FASTER
    }
    assert said == {"gradient-descent", "stochastic-gradient-descent", "feature-scaling"}
