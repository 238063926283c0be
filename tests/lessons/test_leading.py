"""The picture that fills the stage is one that the controls of its page move."""

import orjson
import pytest

from nnviz.page.registry import discover
from nnviz.page.settings import Slider
from nnviz.web.figure_json import figure_json

LESSONS = [lesson for lesson in discover().values() if lesson.figures]


def first_slider(lesson):
    """The first field of the panel that is a slider, and its value at the other end of the grid."""
    controls = lesson.settings.controls()
    name = next(name for group in lesson.groups for name in group.fields if isinstance(controls[name], Slider))
    grid, usual = controls[name].grid, getattr(lesson.settings(), name)
    return name, grid[0] if usual != grid[0] else grid[-1]


def follows_the_run(figure):
    return any(trace.get("meta") for trace in figure["data"])


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_the_first_slider_moves_a_picture_that_leads_at_once_or_with_the_run(lesson):
    name, value = first_slider(lesson)
    usual, moved = lesson.settings(), lesson.settings(**{name: value})
    leading = [slot for slot in lesson.figures if slot.name in lesson.leads_for(usual)]
    before, after = ([figure_json(slot.draw(settings)) for slot in leading] for settings in (usual, moved))
    at_once = orjson.dumps(before) != orjson.dumps(after)
    assert at_once or (lesson.run is not None and any(map(follows_the_run, before)))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_lines_that_differ_by_their_looks_are_named_in_the_picture_that_leads(lesson):
    settings = lesson.settings()
    for slot in lesson.figures:
        if slot.name in lesson.leads_for(settings):
            traces = figure_json(slot.draw(settings))["data"]
            lines = [trace for trace in traces if "grow" in (trace.get("meta") or {})]
            looks = {orjson.dumps(trace["line"]) for trace in lines if "line" in trace}
            assert len(looks) < 3 or all(trace.get("showlegend") is not False for trace in lines)
