"""Steps and changes as a link writes them: what is read of them, whatever the link says."""

from collections.abc import Iterable
from itertools import islice

from nnviz.page.lesson import Lesson

MOST_CHANGES = 64

Change = tuple[int, str, str]
"""From this step on, this field has this text."""


def step_of(text: str) -> int:
    """The step that a text says, 0 where it says none."""
    return int(text) if _is_step(text) else 0


def read_changes(lesson: Lesson, given: Iterable[tuple[str, str, str]]) -> list[Change]:
    """Changes in the order of their steps; what is no step, no field that steers training or no value is left out."""
    controls, found = lesson.settings.controls(), []
    for step, field, text in islice(given, MOST_CHANGES):
        if _is_step(step) and field in controls and controls[field].effect == "resume":
            value = controls[field].parse(text)
            if value is not None:
                found.append((int(step), field, controls[field].format(value)))
    return sorted(found, key=lambda change: change[0])


def _is_step(text: str) -> bool:
    return text.isdecimal() and len(text) < 10
