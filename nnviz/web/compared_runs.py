"""The runs with which a link compares the one that it plays, so that the browser can make them again.

`hold=learning_rate~0.1~@300~120~batch_size~8,@200` names two: one with another learning rate, up to step 300, whose
batch size changed at step 120; and one with the link's own settings, up to step 200.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import unquote

from nnviz.page.lesson import Lesson
from nnviz.page.settings import Settings
from nnviz.web.links import starting_settings
from nnviz.web.setting_changes import Change, read_changes, step_of

MOST_COMPARED = 6
"""More than six dimmed runs in one picture cannot be told apart."""

MOST_LOOKED_AT = 64
"""Parts of a `hold`, readable or not."""


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
    for text in query.get("hold", "").split(",", MOST_LOOKED_AT)[:MOST_LOOKED_AT]:
        before, _, behind = text.partition("@")
        first, (step, *rest) = _parts(before.removesuffix("~")), _parts(behind)
        if step_of(step):
            settings = starting_settings(lesson, {**query, **dict(zip(first[::2], first[1::2], strict=False))})
            changes = read_changes(lesson, zip(rest[::3], rest[1::3], rest[2::3], strict=False))
            yield ComparedRun(settings, changes, step_of(step))


def _parts(text: str) -> list[str]:
    """The parts between tildes; what stands for a separator inside a part is written as in an address."""
    return [unquote(part) for part in text.split("~")]
