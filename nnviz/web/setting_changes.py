"""Steps and changes as a link writes them: what is read of them, whatever the link says."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice

from nnviz.page.control import Control
from nnviz.page.lesson import Lesson
from nnviz.page.settings import Settings

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
    value = _value(lesson.settings, field, text) if _is_step(step) else None
    return None if value is None else (int(step), field, value)


@lru_cache(maxsize=512)
def _value(settings: type[Settings], field: str, text: str) -> str | None:
    """The value of a field that steers training as a link writes it; None where the text says none.

    A link is read for the page and once more for what is to be told of it; held runs often say the same.
    """
    control = _controls(settings).get(field)
    if control is None or control.effect != "resume":
        return None
    value = control.parse(text)
    return None if value is None else control.format(value)


@cache
def _controls(settings: type[Settings]) -> Mapping[str, Control]:
    return settings.controls()


def _is_step(text: str) -> bool:
    return text.isdecimal() and len(text) < 10
