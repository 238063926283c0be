"""What the browser has to know of a page: the fields and their words, the presets, the run, and the link it came by.

A link says the settings at the start of the run, and in `then` what was changed later and when:
`then=120~learning_rate~0.1,300~batch_size~8`. So a link describes a run whose knobs moved while it played.
"""

from collections.abc import Mapping
from typing import Any

from nnviz.lesson import Lesson
from nnviz.settings import Settings, Slider
from nnviz.web.playback import SPEEDS, nearest_speed

MOST_CHANGES = 64


def changes(lesson: Lesson, query: Mapping[str, str]) -> list[tuple[int, str, str]]:
    """The changes (step, field, word) of a link's `then` in their order; what cannot be read is left out."""
    controls, found = lesson.settings.controls(), []
    for part in query.get("then", "").split(",")[:MOST_CHANGES]:
        step, _, rest = part.partition("~")
        field, _, word = rest.partition("~")
        if step.isdecimal() and len(step) < 10 and field in controls and controls[field].effect == "continue":
            value = controls[field].read(word)
            if value is not None:
                found.append((int(step), field, controls[field].word(value)))
    return sorted(found, key=lambda change: change[0])


def settings_on_screen(lesson: Lesson, query: Mapping[str, str]) -> Settings:
    """The settings that hold after the last change of a link: those the controls show."""
    changed = {field: word for _, field, word in changes(lesson, query)}
    return lesson.settings.read_link({**query, **changed})


def declaration(lesson: Lesson, query: Mapping[str, str]) -> dict[str, Any]:
    """The page's declaration for the browser, strict JSON."""
    default = lesson.settings()
    return {
        "lesson": lesson.slug,
        "fields": {
            name: {
                "words": list(control.words) if isinstance(control, Slider) else None,
                "default": default.words()[name],
                "effect": control.effect,
                "kept_while": dict(control.kept_while),
            }
            for name, control in lesson.settings.controls().items()
        },
        "figures": [slot.name for slot in lesson.figures],
        "readouts": {
            item.name: {"array": item.array, "digits": item.digits, "style": item.style} for item in lesson.readouts
        },
        "tables": {lesson.table.name: list(lesson.table.live.values())} if lesson.table else {},
        "presets": [
            {"words": preset.settings.words(), "watch": preset.watch, "speed": nearest_speed(preset.speed)}
            for preset in lesson.presets
        ],
        "steps": lesson.run.n_steps if lesson.run else 0,
        "speeds": list(SPEEDS),
        "speed": nearest_speed(lesson.speed),
        "start": lesson.settings.read_link(query).words(),
        "changes": [list(change) for change in changes(lesson, query)],
        "step": _step(query),
    }


def _step(query: Mapping[str, str]) -> int:
    step = query.get("step", "")
    return int(step) if step.isdecimal() and len(step) < 10 else 0
