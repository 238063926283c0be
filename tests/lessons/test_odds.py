import warnings

import numpy as np
import pytest

from nnviz.lessons.odds import LESSON, figures, messages
from nnviz.lessons.odds.settings import OddsSettings, log_odds, odds


def spot(figure, name):
    (trace,) = [trace for trace in figure.data if trace.name == name]
    return trace.x[0], trace.y[0]


@pytest.mark.parametrize("probability", [0.001, 0.2, 0.5, 0.8, 0.999])
def test_the_same_event_lies_on_all_three_curves(probability):
    settings = OddsSettings(probability=probability)
    event_odds, t = odds(settings), log_odds(settings)
    assert spot(figures.odds_of_event(settings), "the event") == (probability, event_odds)
    assert spot(figures.log_odds_of_event(settings), "the event") == (event_odds, t)
    assert spot(figures.sigmoid_of_event(settings), "the event") == (t, probability)
    assert event_odds == pytest.approx(probability / (1 - probability))
    assert t == pytest.approx(np.log(event_odds), abs=1e-14)


@pytest.mark.parametrize("axis", ["linear", "logarithmic"])
@pytest.mark.parametrize("probability", [0.001, 0.5, 0.999])
def test_the_event_is_inside_all_pictures(probability, axis):
    settings = OddsSettings(probability=probability, odds_axis=axis)
    for draw in (figures.odds_of_event, figures.log_odds_of_event, figures.sigmoid_of_event):
        figure = draw(settings)
        for value, drawn in zip(spot(figure, "the event"), (figure.layout.xaxis, figure.layout.yaxis), strict=True):
            lowest, highest = drawn.range
            assert lowest < (np.log10(value) if drawn.type == "log" else value) < highest


def test_each_place_of_the_slider_has_its_place_on_the_axis_of_log_odds():
    drag = figures.sigmoid_of_event(OddsSettings()).layout.meta["drag"]["x"]
    grid = OddsSettings.controls()[drag["field"]].grid
    np.testing.assert_allclose(drag["at"], np.log(np.divide(grid, np.subtract(1, grid))), atol=1e-12)


def test_the_naive_losses_end_where_double_precision_does():
    figure = figures.losses_in_floating_point(OddsSettings())
    (ends,) = [trace for trace in figure.data if trace.name == "∞ from here"]
    assert tuple(ends.x) == (-709.0, 36.0)
    for trace in figure.data:
        assert np.isfinite(np.asarray(trace.y, dtype=float)).all()


def test_the_table_shows_the_overflow_and_what_comes_of_it():
    text = LESSON.text(OddsSettings(logit=-1000.0))
    assert "0 (overflow)" in text
    assert "**−∞** (overflow, divide by zero)" in text
    assert "**NaN** (overflow, invalid value)" in text
    assert "| −1000 |" in text


def test_no_warning_leaks_at_any_extreme():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for t in LESSON.settings.controls()["logit"].grid:
            LESSON.text(OddsSettings(logit=t))
            figures.losses_in_floating_point(OddsSettings(logit=t))


def test_the_facts_name_the_event_three_times_and_its_opposite():
    assert messages.summary(OddsSettings(probability=0.8)) == (
        "One event: probability **0.8** = odds **4** (4 to 1) = log-odds **1.386**. "
        "The opposite event: 0.2, 0.25, −1.386."
    )
    assert "log-odds **0**" in messages.summary(OddsSettings(probability=0.5))


def test_the_naive_formula_is_less_than_1e_308_away_from_the_sigmoid_where_it_overflows():
    t = np.linspace(-2000.0, -709.79, 5000)
    assert np.exp(t).max() < 1e-308  # σ(t) ≤ e^t, and the formula gives 0
    assert "less than $10^{-308}$ away" in LESSON.text(OddsSettings())


@pytest.mark.parametrize("weight", [-3.0, -0.2, 0.5, 4.0])
def test_the_probability_changes_by_at_most_a_quarter_of_the_weight(weight):
    z = np.linspace(-20.0, 20.0, 2001)
    changes = np.abs(np.diff([1.0 / (1.0 + np.exp(-z)), 1.0 / (1.0 + np.exp(-z - weight))], axis=0))
    assert changes.max() <= abs(weight) / 4.0


def test_a_saturated_neuron_is_said_to_learn_hardly_only_where_the_slope_is_a_factor():
    text = " ".join(LESSON.text(OddsSettings()).split())
    assert "with the squared error a saturated neuron hardly learns" in text
    assert "a neuron that saturates hardly learns" not in text
    slope = figures.sigmoid_slope(np.array(-30.0))
    wrong_by = 1.0 / (1.0 + np.exp(-30.0))
    assert 2.0 * wrong_by * slope < 1e-12  # squared error
    assert wrong_by > 0.99  # log loss


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_derivations_of_the_slope_and_of_the_log_odds_are_on_the_page(language):
    text = LESSON.text(OddsSettings(), language)
    assert r"\frac{1}{1 + e^{-t}} \cdot \frac{e^{-t}}{1 + e^{-t}}" in text
    assert r"\ln \frac{p}{1 - p} = X\beta" in text
