"""Every control and every number on every page says what it is, in a sentence or two."""

import pytest

from nnviz.page.registry import discover
from nnviz.page.settings import Slider

each_lesson = pytest.mark.parametrize("lesson", discover().values(), ids=lambda lesson: lesson.slug)


def is_sensible(text: str) -> bool:
    """A sentence or two, which fit beside a control."""
    return 15 <= len(text) <= 180 and text[0].isupper() and text.endswith(".")


@each_lesson
def test_every_control_says_what_it_is(lesson):
    for name, control in lesson.settings.controls().items():
        assert control.label, name
        assert is_sensible(control.help), (name, control.help)


@each_lesson
def test_every_slider_says_what_happens_when_it_rises(lesson):
    sliders = {name: item for name, item in lesson.settings.controls().items() if isinstance(item, Slider)}
    for name, slider in sliders.items():
        assert 20 <= len(slider.effect_of_increase) <= 140, (name, slider.effect_of_increase)
        assert slider.effect_of_increase[0].islower() or slider.effect_of_increase[:2] in {"N ", "λ "}, (
            name
        )  # goes on after "When it rises:"
        assert slider.effect_of_increase.endswith("."), name


@each_lesson
def test_every_number_says_what_it_is(lesson):
    for readout in lesson.readouts:
        assert is_sensible(readout.help), readout.name
