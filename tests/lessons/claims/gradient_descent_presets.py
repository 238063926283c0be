"""What the presets of the page on gradient descent say, computed from their runs."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.notebook.printed import PRINTED
from nnviz.lessons.gradient_descent import LESSON, experiment
from nnviz.lessons.gradient_descent.settings import FIXED_RATES, GradientDescentSettings
from tests.lessons.played import Played

YOURS = len(FIXED_RATES)
AT_ONE = list(FIXED_RATES.values()).index(1.0)
AT_A_TENTH = list(FIXED_RATES.values()).index(0.1)


@cache
def played(settings, n_steps=3000):
    return Played("gradient-descent", settings, n_steps)


def along_the_steepest(settings, place=YOURS, n_steps=3000):
    """What is left of the way to the minimum in the steepest direction, at every step."""
    bowl = experiment.bowl(settings)
    return (played(settings, n_steps)[f"weights_{place}"] - bowl.optimum) @ np.linalg.svd(bowl.R).Vh[0]


def jumps(settings, n_steps, shorter):
    """Every step changes the side, and what is left is a little less, or a little more, than before."""
    left = along_the_steepest(settings, n_steps=n_steps)
    assert np.all(left[1:] * left[:-1] < 0.0)
    share = np.abs(left[1:] / left[:-1])
    assert np.all((share > 0.9) & (share < 1.0) if shorter else (share > 1.0) & (share < 1.05))


def published_at_15(settings):
    bowl = experiment.bowl(settings)
    for place, printed in enumerate(PRINTED["learning_rates"].values()):
        expected = np.array(printed.strip("[]").split(), dtype=float)
        assert played(settings, 15)[f"weights_{place}"][15] == pytest.approx(expected, abs=5.1e-9)
    far = [np.sqrt(bowl.excess(played(settings, 15)[f"weights_{place}"])) for place in (AT_ONE, AT_A_TENTH)]
    assert far[0][15] > 2.0 * far[0][0]
    assert far[1][15] < 0.05 * far[1][0]


def table_shows_the_published(settings):
    text = LESSON.text(settings)
    for printed in PRINTED["gd_3000"].values():
        assert all(f"{float(number):.8f}" in text for number in printed.strip("[]").split())


def zigzags_nearer(settings):
    jumps(settings, 200, shorter=True)
    assert np.all(np.diff(played(settings, 200)[f"excess_{YOURS}"]) < 0.0)
    assert 0.9 < settings.learning_rate / experiment.bowl(settings).largest_stable_learning_rate < 1.0


def in_jumps(settings):
    zigzags_nearer(settings)
    return 1 if played(settings, 3000)[f"excess_{YOURS}"][-1] < 1e-9 else 0


def diverges_from_anywhere(settings):
    limit = experiment.bowl(settings).largest_stable_learning_rate
    assert round(100.0 * (settings.learning_rate / limit - 1.0), 1) == 0.6
    for start in ((5.0, 5.0), (6.0, 4.0), (-4.0, 14.0)):
        begun = settings.model_copy(update={"start_w0": start[0], "start_w1": start[1]})
        jumps(begun, 400, shorter=False)
        excess = played(begun)[f"excess_{YOURS}"]
        assert np.nanmax(excess) > 1e6 * excess[0]


def nowhere(settings):
    excess = played(settings)[f"excess_{YOURS}"]
    return 2 if np.nanmax(excess) > 1e6 * excess[0] else 0 if excess[-1] < excess[0] else 1


def lines_in_the_end(settings):
    """Where one part is left, each step leaves the same share; each part is a line from the start."""
    bowl = experiment.bowl(settings)
    axes, scales = np.linalg.svd(bowl.R).Vh, np.linalg.svd(bowl.R).S
    for rate in experiment.rates(settings):
        part = (scales * ((played(settings)[f"weights_{rate.place}"] - bowl.optimum) @ axes.T)) ** 2
        excess = played(settings)[f"excess_{rate.place}"]
        known = np.isfinite(excess) & (excess > 1e-20) & (excess < 1e20)
        assert part[known].sum(axis=1) == pytest.approx(excess[known], rel=1e-6)
        slopes = 2.0 * np.log10(np.abs(1.0 - rate.value * bowl.curvatures[::-1]))
        expected = np.log10(part[0]) + slopes * np.arange(len(part))[:, None]
        seen = known[:, None] & (part > 1e-20) & (part > 1e-10 * excess[:, None])
        assert np.log10(part[seen]) == pytest.approx(expected[seen], abs=1e-3)
        one_is_left = known & (part.min(axis=1) < 1e-2 * excess)
        share = excess[1:][one_is_left[1:]] / excess[:-1][one_is_left[1:]]
        assert len(share) or rate.value < 0.01
        assert share == pytest.approx(np.full(len(share), np.median(share)) if len(share) else share, abs=1e-2)


def falls_first(_settings):
    """Far above along the flat direction, near along the steep one: at η = 1 the loss falls, and then rises."""
    excess = played(GradientDescentSettings(), 60)[f"excess_{AT_ONE}"]
    lowest = int(excess.argmin())
    assert 0 < lowest < 30
    assert excess[-1] > 3.0 * excess[lowest]


def nine_times(settings):
    narrow = settings.model_copy(update={"x_spread": 1.0})
    steep, flat = (experiment.bowl(at).curvatures for at in (settings, narrow))
    assert round(steep[-1] / flat[-1]) == 9
    assert steep[-1] / steep[0] > 5.0 * flat[-1] / flat[0]
    assert 0.85 < settings.learning_rate * steep[-1] / 2.0 < 1.0


def a_ninth(settings):
    narrow = settings.model_copy(update={"x_spread": 1.0})
    wide, usual = (experiment.bowl(at).largest_stable_learning_rate for at in (settings, narrow))
    return int(np.argmin(np.abs(np.log(wide / usual) - np.log([1.0, 1.0 / 3.0, 1.0 / 9.0]))))


WATCH = {
    "The notebook: five rates": published_at_15,
    "The notebook: 3,000 steps": table_shows_the_published,
    "Zigzag": zigzags_nearer,
    "Just above the limit": diverges_from_anywhere,
    "Straight lines": lines_in_the_end,
    "A steeper bowl": nine_times,
}
RIGHT = {"Zigzag": in_jumps, "Just above the limit": nowhere, "A steeper bowl": a_ninth}
BECAUSE = {"Zigzag": zigzags_nearer, "Just above the limit": diverges_from_anywhere, "A steeper bowl": nine_times}
