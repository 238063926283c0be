"""Marked words of the text light up traces that are there."""

import re

import pytest

from nnviz.page.registry import discover

LESSONS = discover()
LIGHTS = re.compile(r"\]\(lights:([^)]+)\)")
NAMED = {slug: LIGHTS.findall(lesson.text(lesson.settings())) for slug, lesson in LESSONS.items()}
FAINT = """
const opacity = (group) => [group.__data__[0].trace.name, getComputedStyle(group).opacity];
return Object.fromEntries([...document.querySelectorAll("[data-figure=fit] .trace")].map(opacity));
"""


def test_several_pages_have_such_words():
    assert sum(1 for named in NAMED.values() if named) >= 3


@pytest.mark.parametrize("slug", [slug for slug, named in NAMED.items() if named])
def test_every_marked_word_names_a_trace_of_a_figure(slug):
    lesson = LESSONS[slug]
    traces = {trace.name for slot in lesson.figures for trace in slot.draw(lesson.settings()).data}
    assert {name.replace("%20", " ") for name in NAMED[slug]} <= traces


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
