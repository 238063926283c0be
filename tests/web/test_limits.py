"""What a lesson marks on a slider lies where the slider's thumb would be at that value."""

import math

import pytest

from nnviz.page.lesson import SliderMark
from nnviz.page.settings import Choice, Slider, linear_grid, log_grid
from nnviz.web.controls import mark

RATE = Slider("Learning rate", log_grid(1e-4, 10), scale="log")
SIZE = Slider("Batch size", (1, 2, 4, 8, math.inf), scale="log")
NOISE = Slider("Noise", linear_grid(0, 3, 0.5))


@pytest.mark.parametrize("slider", [RATE, SIZE, NOISE], ids=lambda slider: slider.label)
def test_a_limit_on_the_grid_is_marked_at_the_place_of_its_value(slider):
    for place, value in enumerate(slider.grid):
        if math.isfinite(value):
            assert mark(slider, SliderMark(value, "limit"))["along"] == pytest.approx(
                place / (len(slider.grid) - 1), abs=1e-4
            )


def test_a_limit_between_two_values_is_marked_between_their_places_on_the_sliders_own_scale():
    assert mark(NOISE, SliderMark(0.75, ""))["along"] == pytest.approx(1.5 / 6)
    assert mark(SIZE, SliderMark(math.sqrt(2.0), ""))["along"] == pytest.approx(0.5 / 4)


def test_a_limit_beyond_the_slider_is_marked_at_its_end():
    assert mark(RATE, SliderMark(1e9, ""))["along"] == 1.0
    assert mark(RATE, SliderMark(1e-9, ""))["along"] == 0.0
    assert mark(SIZE, SliderMark(1e9, ""))["along"] == 3 / 4


def test_only_sliders_are_marked():
    with pytest.raises(TypeError, match="no slider"):
        mark(Choice("Data", ("a", "b")), SliderMark(1.0, ""))
