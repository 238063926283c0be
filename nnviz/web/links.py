"""What a link says: settings, a preset below them, later changes, the step, the speed, and what to leave out.

A link says the settings at the start of the run, and in `then` what was changed later and when:
`then=120~learning_rate~0.1,300~batch_size~8`. So a link describes a run whose settings moved while it played.

Links live longer than programs: one made by an older version still opens. What is unknown is left out, what is beyond
a range is brought to its nearest end, and nothing raises.
"""

import math
import re
from collections.abc import Mapping

from nnviz.page.lesson import Lesson, Preset
from nnviz.page.settings import Settings
from nnviz.web.linked_table import IN_LINKS
from nnviz.web.setting_changes import MOST_CHANGES, Change, read_changes
from nnviz.web.transport import nearest_speed

FASTEST = "max"

WORDS_BESIDE_FIELDS = frozenset(
    ["hide", "preset", "step", "speed", "autoplay", "hold", "then", "lead", "projector", "strip", IN_LINKS]
)
"""What a link says of a lesson besides the fields of its settings."""
"""The word in `speed=` for as fast as possible."""

_BETWEEN_CHANGES = re.compile(r",(?!\d+(?:[eE][+-]?\d+)?(?:,|$))", re.ASCII)
"""A comma, but not one before digits alone: they are the decimals of the value in front of it."""

PARTS = ("text", "presets", "questions", "controls", "playback", "readouts", "navigation", "tools")
"""The parts of a page that `hide=` may name besides fields, figures and readouts; their names: `parts.<part>`."""


def preset_place(lesson: Lesson, query: Mapping[str, str]) -> int | None:
    """The place of the preset that `preset=` names or counts from 1, the nearest one; None when it means none."""
    given = query.get("preset", "").strip()
    names = [preset.name.lower() for preset in lesson.presets]
    if given.lower() in names:
        return names.index(given.lower())
    if names and given.isdecimal():
        return min(max(_whole(given), 1), len(names)) - 1
    return None


def preset_of(lesson: Lesson, query: Mapping[str, str]) -> Preset | None:
    """The preset of a link, if it names one."""
    place = preset_place(lesson, query)
    return None if place is None else lesson.presets[place]


def starting_settings(lesson: Lesson, query: Mapping[str, str]) -> Settings:
    """The settings at the start of the run: those of the preset or the defaults, where the link says nothing else."""
    preset = preset_of(lesson, query)
    below = preset.settings if preset else lesson.settings()
    return below.model_copy(update=lesson.settings.parse_link(query))


def settings_on_screen(lesson: Lesson, query: Mapping[str, str]) -> Settings:
    """The settings that hold after the last change of a link: those the controls show."""
    changed = {field: text for _, field, text in changes(lesson, query)}
    return starting_settings(lesson, {**query, **changed})


def changes(lesson: Lesson, query: Mapping[str, str]) -> list[Change]:
    """The changes of a link's `then` in their order; what cannot be read is left out."""
    return read_changes(lesson, said_changes(query))


def said_changes(query: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """The step, the field and the value of each part of a link's `then`, readable or not."""
    parts = [part.partition("~") for part in _BETWEEN_CHANGES.split(query.get("then", ""), MOST_CHANGES)[:MOST_CHANGES]]
    return [(step, *rest.partition("~")[::2]) for step, _, rest in parts]


def step_of(lesson: Lesson, query: Mapping[str, str]) -> int:
    """The step to start at, not beyond the run's last."""
    step = query.get("step", "")
    return min(_whole(step), lesson.run.n_steps) if step.isdecimal() and lesson.run else 0


def speed_of(lesson: Lesson, query: Mapping[str, str]) -> int:
    """The place on the speed slider: the nearest to the link's `speed`, else what suits its preset or the lesson."""
    given = query.get("speed", "").strip().lower()
    preset = preset_of(lesson, query)
    hyperparameters = preset.speed if preset else lesson.speed
    return nearest_speed(math.inf if given == FASTEST else _positive(given) or hyperparameters)


def hidden_parts(lesson: Lesson, query: Mapping[str, str]) -> frozenset[str]:
    """What the link leaves out: the names in `hide=` that the page has."""
    known = {*PARTS, *lesson.settings.model_fields, *(slot.name for slot in lesson.figures)}
    known |= {readout.name for readout in lesson.readouts} | ({lesson.table.name} if lesson.table else set())
    return frozenset(known) & {name.strip() for name in query.get("hide", "").split(",")}


def leading_of(lesson: Lesson, query: Mapping[str, str]) -> tuple[str, ...]:
    """The pictures that fill the stage: those that `lead=` names, at most two, else the lesson's own."""
    hidden = hidden_parts(lesson, query)
    known = [slot.name for slot in lesson.figures if slot.name not in hidden]
    named = [name for name in known if name in query.get("lead", "").split(",")]
    leads = lesson.leads_for(settings_on_screen(lesson, query))
    own = [name for name in leads if name in known]
    return tuple(named[:2] or own or known[:1])


def _whole(digits: str) -> int:
    """The number, of whose digits more than ten say no more than: beyond everything. Python would refuse thousands."""
    return int(digits.lstrip("0")[:10] or "0")


def _positive(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and number > 0 else None
