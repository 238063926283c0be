import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.lessons.entropy import LESSON, figures, messages
from nnviz.lessons.entropy.bars import HEIGHTS, LARGEST_WEIGHT, bars, dragged, text_of, weights_of
from nnviz.lessons.entropy.settings import EntropySettings

WEIGHTS = st.lists(st.one_of(st.just(0.0), st.floats(1e-9, 1e9)), min_size=1, max_size=8).filter(any).map(tuple)


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_typed_there_are_two_distributions_over_the_same_outcomes(p, q):
    typed = bars(EntropySettings(p=p, q=q))
    assert len(typed.p) == len(typed.q) == len(typed.names) >= 1
    assert typed.p.sum() == pytest.approx(1)
    assert typed.q.sum() == pytest.approx(1)


@given(WEIGHTS)
def test_weights_survive_being_written_and_read(weights):
    np.testing.assert_allclose(weights_of(text_of(weights)), weights, rtol=1e-9)


@given(WEIGHTS, st.data())
def test_dragging_a_bar_moves_it_there_and_keeps_the_proportions_of_the_others(weights, data):
    i = data.draw(st.integers(0, len(weights) - 1))
    drag = dragged(weights, i)
    for at, word in zip(drag["at"], drag["texts"], strict=True):
        after = bars(EntropySettings(p=word, q="1")).p
        assert after[i] == pytest.approx(at, abs=1e-9)
        others, before = np.delete(after, i), np.delete(weights, i)
        np.testing.assert_allclose(others * before.sum(), before * others.sum(), rtol=1e-8, atol=1e-12)


def test_a_bar_can_be_dragged_to_every_height_within_a_hundredth():
    np.testing.assert_allclose(dragged((4.0, 3.0, 2.0, 1.0), 0)["at"], HEIGHTS, atol=1e-3)


def test_a_bar_without_others_stays_where_it_is():
    assert dragged((3.0, 0.0), 0) == {"at": [1.0], "texts": ["3 0"]}


def test_numbers_may_be_separated_as_people_do():
    assert weights_of("0,25 0,75") == weights_of("0,25; 0,75") == (0.25, 0.75)
    assert weights_of("0,5 1 2") == (0.5, 1.0, 2.0)
    assert weights_of("4 3 2,1") == weights_of(" 4, 3;2\t1 ") == (4.0, 3.0, 2.0, 1.0)


@pytest.mark.parametrize("text", ["", "a b", "0 0", "-1 2", "nan 1", "inf 1", f"1 {2 * LARGEST_WEIGHT}", "1 1e-320"])
def test_what_are_no_weights_is_said_and_taken_as_uniform(text):
    typed = bars(EntropySettings(p=text, q="1 2 3"))
    np.testing.assert_allclose(typed.p, 1 / 3)
    assert "weights of p" in messages.notice(EntropySettings(p=text))


def test_missing_outcomes_have_probability_zero_and_too_many_are_cut():
    typed = bars(EntropySettings(p="1 1", q="1 1 2"))
    np.testing.assert_array_equal(typed.p, [0.5, 0.5, 0.0])
    assert "fewer outcomes" in typed.remarks[0]
    many = bars(EntropySettings(p="1 " * 9, q="1"))
    assert len(many.names) == 8
    assert "Only the first 8" in many.remarks[0]


def test_an_infinite_divergence_is_said_with_the_outcome_that_makes_it():
    summary = messages.summary(EntropySettings(p="4 3 2 1", q="4 3 3 0"))
    assert "1.846 + ∞ = **∞**" in summary
    assert "q rules out D" in summary


@pytest.mark.parametrize(("heads", "guess", "side"), [(0.5, 0.0, "heads"), (0.5, 1.0, "tails")])
def test_a_belief_that_rules_out_a_side_is_infinitely_surprised(heads, guess, side):
    assert f"rules out {side}" in messages.summary(EntropySettings(heads=heads, guess=guess))


@pytest.mark.parametrize("unit", ["bits", "nats"])
def test_the_line_of_the_belief_touches_the_entropy_of_the_coin_from_above(unit):
    settings = EntropySettings(heads=0.8, guess=0.4, unit=unit)
    curve, tangent, gap, *_ = figures.coin_curve(settings).data
    distance = np.asarray(tangent.y) - np.asarray(curve.y)
    assert distance.min() == pytest.approx(0, abs=1e-12)
    assert curve.x[distance.argmin()] == pytest.approx(0.4)
    assert gap.y[1] - gap.y[0] == pytest.approx(figures.sums(settings)[0].divergence)


def test_the_gap_of_an_infinite_divergence_leaves_the_picture():
    figure = figures.coin_curve(EntropySettings(heads=0.5, guess=0.0))
    (gap,) = [trace for trace in figure.data if trace.name == "KL = ∞"]
    assert gap.y[1] == figure.layout.yaxis.range[1]


def test_every_outcome_that_happens_lies_on_the_curve_of_information():
    figure = figures.surprise(EntropySettings(p="2 1 1 0"))
    spots = figure.data[1]
    assert dict(zip(spots.text, zip(spots.x, spots.y, strict=True), strict=True)) == {
        "A": (0.5, 1.0),
        "B, C": (0.25, 2.0),
    }


def test_the_table_adds_up_to_the_divergence():
    settings = EntropySettings()
    rows = [
        line.split("|")[6]
        for line in LESSON.text(settings).splitlines()
        if line.startswith(("| A", "| B", "| C", "| D"))
    ]
    total = math.fsum(float(cell.replace("−", "-")) for cell in rows)
    assert total == pytest.approx(figures.sums(settings)[1].divergence, abs=2e-4)


@pytest.mark.parametrize(
    ("p", "q"), [("0.1 0.2 0.7", "1 2 7"), ("0.4 0.3 0.2 0.1", "4 3 2 1"), ("1 1 1", "0.3 0.3 0.3")]
)
def test_two_ways_to_type_one_distribution_have_the_divergence_0_and_no_rounding_is_shown(p, q):
    settings = EntropySettings(p=p, q=q)
    assert figures.sums(settings)[1].divergence == 0.0
    assert "e−" not in LESSON.text(settings) + messages.summary(settings)


def test_a_divergence_that_is_small_but_real_is_shown():
    assert 0.0 < figures.sums(EntropySettings(p="1 1", q="1 1.000001"))[1].divergence < 1e-11
