"""What the page on odds claims, computed from its curves."""

from functools import partial

import numpy as np
import pytest

from nnviz.core.analysis.odds import (
    log_odds_of_odds,
    log_odds_of_probability,
    odds_of_probability,
    probability_of_log_odds,
    sigmoid_slope,
)
from nnviz.core.objectives.losses import LOSSES
from nnviz.lessons.odds import figures, messages
from nnviz.lessons.odds.settings import PROBABILITIES, log_odds, odds
from tests.lessons.claims import Claims, odds_floating_point

T = np.linspace(-30.0, 30.0, 601)


def steepest_in_the_middle(settings):
    assert (odds(settings), log_odds(settings)) == (1.0, 0.0)
    assert sigmoid_slope(T).max() == sigmoid_slope(np.array(0.0)) == 0.25


def four_to_one_and_back(settings):
    assert odds(settings) == pytest.approx(4.0)
    assert odds_of_probability(np.array(0.2)) == pytest.approx(0.25)
    assert log_odds_of_probability(np.array(0.2)) == pytest.approx(-log_odds(settings))


def four_of_five_parts(settings):
    assert 4 / (4 + 1) == settings.probability == pytest.approx(odds(settings) / (1.0 + odds(settings)))


def which_is_4_to_1(_settings):
    return int(np.argmin(np.abs(odds_of_probability(np.array([0.25, 0.75, 0.8])) - 4.0)))


def from_99_to_999(settings):
    assert odds_of_probability(np.array([0.99, settings.probability])) == pytest.approx([99.0, 999.0])
    assert figures.odds_of_event(settings).layout.yaxis.range[1] > 999.0


def tenfold(settings):
    before, after = odds_of_probability(np.array([0.99, settings.probability]))
    return int(np.argmin(np.abs(after / before - np.array([1.0, 2.0, 10.0]))))


def ten_times_nearer_to_1(settings):
    from_99_to_999(settings)
    assert (1 - 0.99) / (1 - settings.probability) == pytest.approx(10.0)


def straight_on_a_logarithmic_axis(settings):
    line = figures.log_odds_of_event(settings).data[0]
    slopes = np.diff(line.y) / np.diff(np.log(np.asarray(line.x)))
    assert slopes == pytest.approx(1.0)
    if settings.odds_axis == "logarithmic":
        assert figures.log_odds_of_event(settings).layout.xaxis.type == "log"


def from_0_to_infinity(_settings):
    assert odds_of_probability(np.array([0.0, 1.0])).tolist() == [0.0, np.inf]
    assert np.all(np.diff(odds_of_probability(np.array(PROBABILITIES))) > 0.0)


def between_0_and_1(_settings):
    p, power = probability_of_log_odds(T), np.exp(-T)
    assert np.all((p > 0.0) & (p < 1.0))
    assert log_odds_of_odds(odds_of_probability(p[T < 10])) == pytest.approx(T[T < 10], abs=1e-6)
    assert p == pytest.approx(1.0 / (1.0 + power))
    assert 1.0 - p == pytest.approx(power / (1.0 + power), abs=1e-15)


def slope_step_by_step(_settings):
    p, power, h = probability_of_log_odds(T), np.exp(-T), 1e-5
    measured = (probability_of_log_odds(T + h) - probability_of_log_odds(T - h)) / (2.0 * h)
    for step in (power / (1.0 + power) ** 2, 1.0 / (1.0 + power) * (power / (1.0 + power)), p * (1.0 - p)):
        assert step == pytest.approx(measured, abs=1e-10)


def linear_in_the_log_odds(_settings):
    x, b, w = np.linspace(-3.0, 3.0, 50), 0.7, -1.9
    p = 1.0 / (1.0 + np.exp(-(b + w * x)))
    assert p / (1.0 - p) == pytest.approx(np.exp(b + w * x))
    assert np.log(p / (1.0 - p)) == pytest.approx(b + w * x)


def odds_times_e_to_the_w(_settings):
    for w in (-2.0, 0.3, 1.5):
        before, after = (odds_of_probability(probability_of_log_odds(T[200:400] + step)) for step in (0.0, w))
        assert after / before == pytest.approx(np.exp(w))


def at_most_a_quarter(settings):
    for w in (-6.0, -0.3, 0.1, 2.0):
        moved = np.abs(probability_of_log_odds(T + w) - probability_of_log_odds(T))
        assert moved.max() <= abs(w) / 4.0
    steepest_in_the_middle(settings.model_copy(update={"probability": 0.5}))


def saturated(loss, _settings):
    """dL/dz of a certain and wrong neuron: nearly 0 where σ′ is a factor, nearly 1 where it cancels."""
    z, y = np.array([-30.0]), np.array([1.0])
    assert sigmoid_slope(z)[0] < 1e-12
    p = probability_of_log_odds(z)
    pull = {"squared": 2.0 * (p - y) * sigmoid_slope(z), "log": p - y}[loss]
    assert np.abs(pull[0]) == pytest.approx({"squared": 0.0, "log": 1.0}[loss], abs=1e-11)


def cancels_in_the_log_loss(settings):
    saturated("log", settings)
    loss = LOSSES["log loss"]
    z, h = np.linspace(-20.0, 20.0, 81), 1e-6
    for label in (0.0, 1.0):
        measured = (loss.value(z + h, label) - loss.value(z - h, label)) / (2.0 * h)
        assert measured == pytest.approx(probability_of_log_odds(z) - label, abs=1e-8)


def reciprocal_and_sign(_settings):
    p = np.array(PROBABILITIES)
    assert odds_of_probability(1 - p) == pytest.approx(1.0 / odds_of_probability(p))
    assert log_odds_of_probability(1 - p) == pytest.approx(-log_odds_of_probability(p), abs=1e-12)


def equally_far_from_1(_settings):
    p = np.array(PROBABILITIES)
    assert np.log(odds_of_probability(p)) == pytest.approx(-np.log(odds_of_probability(1 - p)), abs=1e-12)


CLAIMS = Claims(
    watch={
        "Even odds": steepest_in_the_middle,
        "4 to 1": four_to_one_and_back,
        "Almost certain": from_99_to_999,
        "On a logarithmic axis": straight_on_a_logarithmic_axis,
        "Overflow at t = −1000": odds_floating_point.infinite_instead_of_1000,
        "1 + e⁻ᵗ = 1 at t = 37": odds_floating_point.infinite_instead_of_37,
    },
    right={"4 to 1": which_is_4_to_1, "Almost certain": tenfold},
    because={"4 to 1": four_of_five_parts, "Almost certain": ten_times_nearer_to_1},
    sentences={
        "They run from 0 to ∞": from_0_to_infinity,
        "which brings any number back between 0 and 1": between_0_and_1,
        "one factor taken apart from the other": slope_step_by_step,
        "Then it is linear in the log-odds": linear_in_the_log_odds,
        "the odds are multiplied by": odds_times_e_to_the_w,
        "because the slope of the sigmoid is largest at": at_most_a_quarter,
        "with the squared error a saturated neuron hardly learns": partial(saturated, "squared"),
        "In the gradient of the log loss this factor cancels": cancels_in_the_log_loss,
        "The odds become their reciprocal": reciprocal_and_sign,
        "the curve of the log-odds is a straight line": straight_on_a_logarithmic_axis,
        "A computer rounds": odds_floating_point.ends_of_double_precision,
        "The overflow hardly harms": odds_floating_point.hardly_harmed,
        "an ordinary 1000": odds_floating_point.ordinary_1000,
        "The power is now never above 1": odds_floating_point.never_above_1,
        "All losses on these pages are computed in this way": odds_floating_point.never_above_1,
        "lie equally far from odds of 1": equally_far_from_1,
        "the odds without any bound": from_0_to_infinity,
        "overflow from t = 710 on": odds_floating_point.overflow_from_710_on,
    },
    computed={
        "One event: probability": messages.summary,
        "The opposite event": messages.summary,
    },
    definitions={
        "move the event to 0.5": "an instruction",
        "So a careful program does not take the logarithm of a probability": "advice; its reason has a check",
    },
)
