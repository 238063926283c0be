import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.core.analysis.odds import (
    log_odds_of_odds,
    log_odds_of_probability,
    odds_of_probability,
    probability_of_log_odds,
    sigmoid_slope,
)

PROBABILITIES = np.linspace(0.001, 0.999, 999)


def test_four_in_five_is_four_to_one():
    assert odds_of_probability(0.8) == pytest.approx(4.0, rel=1e-15)


def test_certainty_and_impossibility_are_the_ends_of_every_scale():
    ends = np.array([0.0, 1.0])
    np.testing.assert_array_equal(odds_of_probability(ends), [0.0, np.inf])
    np.testing.assert_array_equal(log_odds_of_odds([0.0, np.inf]), [-np.inf, np.inf])
    np.testing.assert_array_equal(log_odds_of_probability(ends), [-np.inf, np.inf])
    np.testing.assert_array_equal(probability_of_log_odds([-np.inf, np.inf]), ends)


def test_both_ways_to_the_log_odds_agree():
    by_odds = log_odds_of_odds(odds_of_probability(PROBABILITIES))
    np.testing.assert_allclose(by_odds, log_odds_of_probability(PROBABILITIES), rtol=1e-12, atol=1e-13)


@given(st.floats(-30, 30))
def test_the_sigmoid_undoes_the_logit(t):
    # Near probability 1 a double keeps few digits of the distance to 1: the error in t is the spacing over the slope.
    spacing = np.spacing(1.0) / sigmoid_slope(t)
    assert log_odds_of_probability(probability_of_log_odds(t)) == pytest.approx(t, abs=1e-12 + 2 * spacing)


def test_the_opposite_event_has_the_reciprocal_odds():
    np.testing.assert_allclose(
        odds_of_probability(1 - PROBABILITIES) * odds_of_probability(PROBABILITIES), 1.0, rtol=1e-12
    )


def test_a_step_in_log_odds_multiplies_the_odds():
    t = np.linspace(-5, 5, 41)
    ratio = odds_of_probability(probability_of_log_odds(t + 0.7)) / odds_of_probability(probability_of_log_odds(t))
    np.testing.assert_allclose(ratio, np.exp(0.7), rtol=1e-12)


def test_the_slope_of_the_sigmoid_is_its_finite_difference():
    t, h = np.linspace(-8, 8, 65), 1e-5
    difference = (probability_of_log_odds(t + h) - probability_of_log_odds(t - h)) / (2 * h)
    np.testing.assert_allclose(sigmoid_slope(t), difference, rtol=1e-7, atol=1e-10)


def test_the_slope_of_the_sigmoid_is_symmetric_also_where_it_is_tiny():
    t = np.array([5.0, 40.0, 600.0])
    np.testing.assert_array_equal(sigmoid_slope(t), sigmoid_slope(-t))
    assert np.all(sigmoid_slope(t) > 0)
