"""The runs that a link holds beside the one that it plays, so that the browser can make them again.

`hold=learning_rate~0.1~@300~120~batch_size~8,@200` holds two: one with another learning rate, held at step 300, whose
batch size changed at step 120; and one with the link's own settings, held at step 200.
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

MOST_HELD = 6
"""More than six dimmed runs in one picture cannot be told apart."""


@dataclass(frozen=True)
class ComparedRun:
    """A run that stays on the screen: its settings at the start, the later changes, and the step it was held at."""

    settings: Settings
    changes: list[Change]
    step: int

    def for_browser(self) -> dict[str, Any]:
        """The same as strict JSON."""
        changes = [list(change) for change in self.changes]
        return {"start": self.settings.as_text(), "changes": changes, "step": self.step}


def compared_runs(lesson: Lesson, query: Mapping[str, str]) -> list[ComparedRun]:
    """The runs of a link's `hold`, at most MOST_HELD; what cannot be read is left out."""
    if lesson.run is None:
        return []
    return list(islice(_readable(lesson, query), MOST_HELD))


def _readable(lesson: Lesson, query: Mapping[str, str]) -> Iterator[ComparedRun]:
    for text in query.get("hold", "").split(","):
        before, _, behind = text.partition("@")
        words, (step, *rest) = _words(before.removesuffix("~")), _words(behind)
        if step_of(step):
            settings = starting_settings(lesson, {**query, **dict(zip(words[::2], words[1::2], strict=False))})
            changes = read_changes(lesson, zip(rest[::3], rest[1::3], rest[2::3], strict=False))
            yield ComparedRun(settings, changes, step_of(step))


def _words(text: str) -> list[str]:
    """The parts between tildes; what stands for a separator inside a part is written as in an address."""
    return [unquote(word) for word in text.split("~")]
