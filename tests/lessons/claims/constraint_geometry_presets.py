"""What the presets of the page on constraint geometry say, computed from its bowls and balls."""

import numpy as np
import pytest

from nnviz.lessons.constraint_geometry import experiment
from nnviz.lessons.constraint_geometry.experiment import loss, optima, optimum
from nnviz.lessons.constraint_geometry.settings import SIZES


def changed(settings, **fields):
    return settings.model_copy(update=fields)


def round_as_a_circle(settings):
    """The longer axis of a contour over the shorter one."""
    least, most = np.linalg.eigvalsh(loss(settings).gram)
    return np.sqrt(most / least)


def first_is_zero(settings):
    best, strength = optimum(settings)
    assert best[0] == 0.0
    assert best[1] == settings.size
    assert strength > 0.0


def zeros_on_the_circle(settings):
    assert optimum(changed(settings, exponent=1.0))[0][0] == 0.0
    zeros = optimum(settings)[0] == 0.0
    return 2 if zeros.all() else 0 if zeros[0] else 1


def circles_are_not_touched_on_an_axis(settings):
    for seed in range(20):
        assert np.all(optima(changed(settings, seed=seed)).weights != 0.0)


def off_the_axes(settings):
    assert zeros_on_the_circle(settings) == 1
    assert np.abs(optimum(settings)[0]).min() > 0.5


def a_tip_and_a_smaller_ball_of_the_same_lambda(settings):
    first_is_zero(settings)
    strengths, saddles, top = optima(settings).strengths, experiment.saddles(settings), SIZES.index(1.3)
    assert np.all(np.diff(strengths[: top + 1]) > 0.0)
    assert np.argmax(strengths) == top
    assert saddles[: top + 1].all()
    assert not saddles[top + 1 : SIZES.index(settings.size) + 1].any()
    assert strengths[0] < optimum(settings)[1] < strengths[top]


def the_first_makes_up_for_the_second(settings):
    (first, second), centre = optimum(settings)[0], loss(settings).centre
    assert abs(second) > abs(first)
    assert second < centre[1]
    assert first > 1.1 * centre[0]
    bowl = loss(settings)
    beside = centre[0] - bowl.gram[0, 1] / bowl.gram[0, 0] * (second - centre[1])  # the best w1 beside this w2
    assert first == pytest.approx(beside, rel=0.3)


def the_ball_decides_along_the_length(settings):
    least, most = np.linalg.eigvalsh(loss(settings).gram)
    assert least < 0.05 * most
    best, centre = optimum(settings)[0], loss(settings).centre
    assert best[0] / best[1] > 2.0 * centre[0] / centre[1]


def both_stay(settings):
    assert np.all(optimum(settings)[0] != 0.0)
    assert loss(settings).gram[0, 1] < 0.0 < loss(changed(settings, correlation=0.5)).gram[0, 1]
    first_is_zero(changed(settings, correlation=0.5))


def the_limit_changes_nothing(settings):
    best, strength = optimum(settings)
    assert strength == 0.0
    np.testing.assert_array_equal(best, loss(settings).centre)


def nearly_circles(settings):
    assert round_as_a_circle(settings) < 1.05
    assert settings.size == 2.0


def leaps(settings):
    before, after = (optimum(changed(settings, size=size))[0] for size in (4.6, 4.7))
    assert before == pytest.approx([0.0, -4.6])
    assert after == pytest.approx([4.7, 0.0])
    tips = [[loss(settings).loss(np.array(tip)) for tip in ((0.0, -t), (t, 0.0))] for t in (4.6, 4.7)]
    assert tips[0][0] < tips[0][1]
    assert tips[1][0] > tips[1][1]


WATCH = {
    "Diamond": first_is_zero,
    "Circle": off_the_axes,
    "Star": a_tip_and_a_smaller_ball_of_the_same_lambda,
    "Nearly a square": the_first_makes_up_for_the_second,
    "Strong correlation": the_ball_decides_along_the_length,
    "Opposite correlation": both_stay,
    "Inside the ball": the_limit_changes_nothing,
    "The notebook's line, t = 2": nearly_circles,
    "A leap": leaps,
}
