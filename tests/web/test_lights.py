"""Marked words of the text light up traces that are there."""

import html
import re

import pytest

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.page.settings import Settings
from nnviz.web.catalogue import LANGUAGES
from nnviz.web.written import written

LESSONS = discover()
GOES_ON = (", ", " (", " = ")
"""With what a trace's name goes on behind the one that is marked (assets/js/figures/lights.mjs)."""
LIT = {"scatter", "bar"}
"""What is drawn as a group of its own in a picture without space."""
FAINT = """
const opacity = (group) => [group.__data__[0].trace.name, getComputedStyle(group).opacity];
return Object.fromEntries([...document.querySelectorAll("[data-figure=fit] .trace")].map(opacity));
"""


def marked(lesson: Lesson, settings: Settings, language: str = "en") -> set[str]:
    """The names that the text of a page marks."""
    text = written(lesson.text(settings, language))
    return {html.unescape(name) for name in re.findall(r'data-lights="([^"]*)"', text)}


def traces(lesson: Lesson, settings: Settings) -> set[str]:
    """The names of what its figures draw."""
    drawn = [trace for slot in lesson.figures for trace in slot.draw(settings).data]
    return {trace.name for trace in drawn if trace.name and trace.type in LIT}


@pytest.mark.parametrize("slug", [slug for slug, lesson in LESSONS.items() if lesson.figures])
def test_a_page_with_figures_marks_words_and_each_names_a_trace_of_a_figure_with_every_preset(slug):
    lesson = LESSONS[slug]
    assert marked(lesson, lesson.settings())
    for settings in (lesson.settings(), *(preset.settings for preset in lesson.presets)):
        drawn = traces(lesson, settings)
        unknown = {
            name
            for name in marked(lesson, settings)
            if name not in drawn and not any(trace.startswith(name + sign) for trace in drawn for sign in GOES_ON)
        }
        assert not unknown, settings


@pytest.mark.parametrize("slug", LESSONS)
def test_a_translated_text_marks_the_same(slug):
    lesson = LESSONS[slug]
    here = marked(lesson, lesson.settings())
    assert all(marked(lesson, lesson.settings(), language) == here for language in LANGUAGES)


def test_the_focus_on_a_word_makes_the_other_traces_faint_until_it_leaves(page):
    page.open("/least-squares")
    before = page.run(FAINT)
    assert set(before.values()) == {"1"}
    page.run("document.querySelector('[data-lights=truth]').focus()")
    lit = page.run(FAINT)
    assert lit["truth"] == "1"
    assert {opacity for name, opacity in lit.items() if name != "truth"} == {"0.15"}
    page.run("document.activeElement.blur()")
    assert page.run(FAINT) == before
    assert page.console() == []
