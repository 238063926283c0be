"""A page as Dash's components: few of them, and around them HTML that no callback changes."""

import json
import re
from collections import Counter

import pytest
from dash.development.base_component import Component

from nnviz.page.registry import discover
from nnviz.web.controls import control_id
from nnviz.web.layout import page
from nnviz.web.static_html import HTML

LESSONS = list(discover().values())
MOST_COMPONENTS = 150
"""Dash goes through all of a page whenever one of them changes."""


def components(lesson, query=None):
    drawn = page(lesson, query or {})
    return [drawn, *(part for part in drawn._traverse() if isinstance(part, Component))]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_a_page_has_few_components_of_dash(lesson):
    assert len(components(lesson)) <= MOST_COMPONENTS


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_what_callbacks_and_scripts_set_by_its_id_is_a_component(lesson):
    ids = {getattr(part, "id", None) for part in components(lesson)}
    names = [*lesson.settings.model_fields, *(slot.name for slot in lesson.figures)]
    assert {control_id(lesson.slug, name) for name in names} <= ids
    assert {f"{lesson.slug}--config", f"{lesson.slug}--settings"} <= ids


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_no_element_of_html_is_left_to_dash(lesson):
    assert [part for part in components(lesson) if part._namespace == HTML] == []


def ids_of(part):
    """The ids of a component and of the HTML inside it."""
    said = json.dumps([getattr(part, name, "") for name in ("html", "attributes", "parts")])
    inside = re.findall(r'(?<![\w-])id(?:": |=\\)"([^"\\]+)', said)
    return [*([part.id] if getattr(part, "id", None) else []), *inside]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_no_two_elements_of_a_page_have_one_id(lesson):
    ids = Counter(name for part in components(lesson) for name in ids_of(part))
    assert ids["status"] == (1 if lesson.run else 0)
    assert {name: n for name, n in ids.items() if n > 1} == {}
