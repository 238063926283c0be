"""What the laboratory claims of the largest learning rate, and of steps that are too long."""

import math
from functools import cache

from nnviz.lessons.lab import messages
from nnviz.lessons.lab.settings import LabSettings
from tests.lessons.claims.lab_presets import changed, longest_step, played
from tests.lessons.played import LESSONS

FULL = {"batch_size": math.inf, "clip_norm": math.inf, "data": "toy line", "own_data": "", "model": "linear regression"}


@cache
def final_objective(settings, factor):
    """The objective over steps on all data at a rate of so many times the limit."""
    limit = min(messages.stable_learning_rate(settings), 100.0)
    return played(changed(settings, learning_rate=factor * limit), 600)


def only_the_step(settings):
    """The same penalty and step on the toy line, with what does not decide about convergence at its default."""
    kept = ("penalty", "penalty_strength", "penalty_step", "penalise_bias", "standardise")
    return LabSettings(**FULL, **{name: getattr(settings, name) for name in kept})


def converges_below(settings):
    run = final_objective(only_the_step(settings), 0.9)
    assert not run.diverged
    assert run["objective"][-1] <= run["objective"].max()
    assert run["objective"][-100:].max() < 1.5 * run["objective"][-100:].min() + 1e-9


def diverges_above(settings):
    if "Above it, it diverges" in LESSONS["lab"].text(only_the_step(settings)):  # else the limit there is another one
        run = final_objective(only_the_step(settings), 1.2)
        assert run.diverged or run["objective"][-1] > 1e3 * run["objective"][0]


def clipped_steps_are_bounded(settings):
    start = LabSettings(data="unequal scales", learning_rate=10.0, clip_norm=settings.clip_norm)
    run = played(start, 500)
    assert not run.diverged
    assert longest_step(run) <= 10.0 * settings.clip_norm * (1.0 + 1e-9)
    assert run["training_loss"][-100:].min() > 10.0


def small_batches_diverge_earlier(settings):
    runs = [played(LabSettings(batch_size=1, learning_rate=0.5, seed=seed), 2000) for seed in range(5)]
    assert any(run.diverged for run in runs)
