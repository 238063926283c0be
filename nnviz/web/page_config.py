"""What the browser has to know of a page: fields, their values as text, presets, the run, and what the link says."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from nnviz.page.control import Control
from nnviz.page.lesson import Leading, Lesson, Preset, Readout
from nnviz.page.settings import Slider
from nnviz.user_data.control import UserData
from nnviz.web.catalogue import message, spoken
from nnviz.web.compared_runs import compared_runs
from nnviz.web.linked_table import linked_table
from nnviz.web.links import changes, hidden_parts, leading_of, preset_place, speed_of, starting_settings, step_of
from nnviz.web.transport import SPEEDS, nearest_speed
from nnviz.web.user_data_sentences import sentence

HEADLINE_DIGITS = 5
HEADLINE_ROOM = 8
"""Characters that the width of a headline has room for: a longer number is shown with fewer digits, at least three."""
"""Significant digits of a number that is always in view; all of them are shown when it is pointed at."""


def page_config(lesson: Lesson, query: Mapping[str, str]) -> dict[str, Any]:
    """The page's declaration for the browser, strict JSON."""
    default, asks = lesson.settings().as_text(), "questions" not in hidden_parts(lesson, query)
    return {
        "lesson": lesson.slug,
        "language": spoken(),
        "fields": {
            name: _field(control, default[name]) | _need(control, lesson, query)
            for name, control in lesson.settings.controls().items()
        },
        "figures": [slot.name for slot in lesson.figures],
        "leads": [name for name in lesson.leads if name not in hidden_parts(lesson, query)],
        "leads_where": [_leading(other, hidden_parts(lesson, query)) for other in lesson.leading_where],
        "leading": list(leading_of(lesson, query)),
        "readouts": {item.name: _readout(item, item in lesson.headlines) for item in lesson.readouts},
        "tables": {lesson.table.name: list(lesson.table.live.values())} if lesson.table else {},
        "presets": [_preset(preset, asks) for preset in lesson.presets],
        "steps": lesson.run.n_steps if lesson.run else 0,
        "speeds": list(SPEEDS),
        "usual_speed": nearest_speed(lesson.speed),
        "speed": speed_of(lesson, query),
        "preset": preset_place(lesson, query),
        "start": starting_settings(lesson, query).as_text(),
        "changes": [list(change) for change in changes(lesson, query)],
        "step": step_of(lesson, query),
        "compared_runs": [run.for_browser() for run in compared_runs(lesson, query)],
    }


def _leading(other: Leading, hidden: frozenset[str]) -> dict[str, Any]:
    names = [name for name in other.names if name not in hidden]
    return {"field": other.field, "text": other.text, "leads": names}


def _readout(readout: Readout, is_headline: bool) -> dict[str, Any]:
    found = {"array": readout.array, "digits": readout.digits, "all_digits": readout.digits, "style": readout.style}
    headline = {"digits": min(readout.digits, HEADLINE_DIGITS), "room": HEADLINE_ROOM}
    return found | headline if is_headline else found


def _field(control: Control, default: str) -> dict[str, Any]:
    return {
        "texts": list(control.texts) if isinstance(control, Slider) else None,
        "default": default,
        "effect": control.effect,
        "local_while": dict(control.local_while),
        "called": control.symbol or control.label,
    }


def _need(control: Control, lesson: Lesson, query: Mapping[str, str]) -> dict[str, Any]:
    """What a table of one's own needs for a page, and the one that the link brings; nothing of other controls."""
    if not isinstance(control, UserData):
        return {}
    features, target = map(sentence, control.need)
    need = message("own-data.need", features=features, target=target)
    takes = {"tasks": list(control.tasks), "n_features": list(control.n_features)}
    return {
        "need": need,
        "page": lesson.slug,
        "linked": linked_table(lesson, query),
        "most_classes": control.most_classes,
        **takes,
    }


def _preset(preset: Preset, asks: bool) -> dict[str, Any]:
    return {
        "settings": preset.settings.as_text(),
        "watch": preset.watch,
        "speed": nearest_speed(preset.speed),
        "question": asdict(preset.question) if preset.question and asks else None,
    }
