"""The runs with which a link compares the one that it plays, so that the browser can make them again.

`hold=learning_rate~0.1~@300~120~batch_size~8,@200` names two: one with another learning rate, up to step 300, whose
batch size changed at step 120; and one with the link's own settings, up to step 200.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Any
from urllib.parse import unquote

from nnviz.page.lesson import Lesson
from nnviz.page.settings import Settings
from nnviz.web.links import starting_settings
from nnviz.web.setting_changes import MOST_CHANGES, Change, read_change, read_changes, step_of

MOST_COMPARED = 6
"""More than six dimmed runs in one picture cannot be told apart."""

MOST_LOOKED_AT = 64
"""Parts of a `hold`, readable or not."""


_BETWEEN_RUNS = re.compile(r"(?<!\d),|,(?!\d+(?:[eE][+-]?\d+)?(?:[~,]|$))", re.ASCII)
"""A comma, but not one between digits: no run begins with a digit, so they are the decimals of a value."""


@dataclass(frozen=True)
class _SaidRun:
    """The text of a run, the values and the changes in it, and its step, readable or not."""

    text: str
    values: list[tuple[str, str]]
    step: str
    changes: list[tuple[str, str, str]]


@dataclass(frozen=True)
class ComparedRun:
    """A run that stays on the screen: its settings at the start, the later changes, and its last step."""

    settings: Settings
    changes: list[Change]
    step: int

    def for_browser(self) -> dict[str, Any]:
        """The same as strict JSON."""
        changes = [list(change) for change in self.changes]
        return {"start": self.settings.as_text(), "changes": changes, "step": self.step}


def compared_runs(lesson: Lesson, query: Mapping[str, str]) -> list[ComparedRun]:
    """The runs of a link's `hold`, at most MOST_COMPARED; what cannot be read is left out."""
    if lesson.run is None:
        return []
    return list(islice(_readable(lesson, query), MOST_COMPARED))


def _readable(lesson: Lesson, query: Mapping[str, str]) -> Iterator[ComparedRun]:
    for said in _said_runs(query):
        if step := step_of(said.step):
            settings = starting_settings(lesson, {**query, **dict(said.values)})
            yield ComparedRun(settings, read_changes(lesson, said.changes), step)


def unread_in_hold(lesson: Lesson, query: Mapping[str, str]) -> Iterator[str]:
    """What a link's `hold` says that is no run, no value of a setting or no change."""
    controls = lesson.settings.controls()
    for said in _said_runs(query):
        if lesson.run is None or not step_of(said.step):
            yield said.text
            continue
        for name, text in said.values:
            if name not in controls or (not controls[name].local_while and controls[name].parse(text) is None):
                yield f"{name}~{text}"
        looked_at = said.changes[:MOST_CHANGES]
        yield from ("~".join(change) for change in looked_at if read_change(lesson, *change) is None)


def _said_runs(query: Mapping[str, str]) -> Iterator[_SaidRun]:
    """The runs that a `hold` names, readable or not."""
    for text in _BETWEEN_RUNS.split(query.get("hold", ""), MOST_LOOKED_AT)[:MOST_LOOKED_AT]:
        before, _, behind = text.partition("@")
        first, (step, *rest) = _parts(before.removesuffix("~")), _parts(behind)
        values = [] if first == [""] else list(zip_longest(first[::2], first[1::2], fillvalue=""))
        changes = list(zip_longest(rest[::3], rest[1::3], rest[2::3], fillvalue=""))
        if text:
            yield _SaidRun(text, values, step, changes)


def _parts(text: str) -> list[str]:
    """The parts between tildes; what stands for a separator inside a part is written as in an address."""
    return [unquote(part) for part in text.split("~")]
