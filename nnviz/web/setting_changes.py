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
    found = [read_change(lesson, *change) for change in islice(given, MOST_CHANGES)]
    return sorted((change for change in found if change), key=lambda change: change[0])


def read_change(lesson: Lesson, step: str, field: str, text: str) -> Change | None:
    """The change that a step, a field and a text say together; None where they say none."""
    control = lesson.settings.controls().get(field)
    if not _is_step(step) or control is None or control.effect != "resume":
        return None
    value = control.parse(text)
    return None if value is None else (int(step), field, control.format(value))


def _is_step(text: str) -> bool:
    return text.isdecimal() and len(text) < 10
