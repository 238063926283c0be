"""No sentence says where on the screen a figure is: that depends on the window, and on the figure that leads."""

import re

import pytest

from nnviz.page.registry import discover
from tests.lessons.test_claims import on_the_page

LESSONS = discover()
FIGURE = r"(?:figure|picture|panel|plot|graph|diagram|table)s?"
PLACE = re.compile(
    rf"\b(?:left|right|middle|upper|lower|first|last|second|third) {FIGURE}\b|\bmiddle curve\b"
    rf"|\b{FIGURE} (?:above|below|beside it|on the (?:left|right)|to the (?:left|right))\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.slug)
def test_no_sentence_says_where_on_the_screen_a_figure_is(lesson):
    for settings in (lesson.settings(), *(preset.settings for preset in lesson.presets)):
        assert PLACE.findall(on_the_page(lesson, settings)) == []
    said = [preset.watch for preset in lesson.presets]
    said += [preset.question.because for preset in lesson.presets if preset.question]
    assert PLACE.findall(" ".join(said)) == []


@pytest.mark.parametrize("words", ["the middle curve", "See the last figure.", "the table below", "the Left picture"])
def test_a_place_is_found(words):
    assert PLACE.search(words)
