"""Bars that are dragged or typed stay a distribution, and the link says which."""

import math

import pytest

from tests.web.dragging import drag

BARS = "entropy-distributions"


def heights(page, place):
    return page.figure(BARS)["data"][place]["y"]


def test_a_dragged_bar_follows_the_hand_and_the_others_keep_their_proportions(page):
    page.open("/entropy")
    drag(page, BARS, (-0.2, 0.2), (-0.2, 0.8))
    page.wait_for(lambda: heights(page, 0)[0] == pytest.approx(0.8, abs=0.011), "the bar to follow")
    p = heights(page, 0)
    assert math.fsum(p) == pytest.approx(1)
    assert p[1] / p[3] == pytest.approx(3)
    assert heights(page, 1) == [0.25] * 4
    page.wait_for(lambda: "p=" in page.path(), "the link to follow")
    page.reload()
    assert heights(page, 0) == pytest.approx(p)
    assert page.console() == []


def test_a_bar_dragged_to_the_floor_makes_the_divergence_infinite(page):
    page.open("/entropy")
    drag(page, BARS, (1.2, 0.2), (1.2, -0.2))
    page.wait_for(lambda: "q rules out B" in page.text("entropy--facts"), "the sentence about infinity")
    assert "∞" in page.figure("entropy-stacked-sums")["data"][1]["text"]
    assert page.console() == []


def test_each_of_two_handles_moves_its_own_field(page):
    page.open("/entropy")
    drag(page, "entropy-coin-curve", (0.78, 0.5), (0.6, 0.5))
    page.wait_for(lambda: page.text("entropy-heads-value") == "0.6", "the coin to follow")
    assert page.text("entropy-guess-value") == "0.4"
    assert page.run("return document.querySelectorAll('#entropy-coin-curve .hovertext').length") == 0
    assert page.console() == []
