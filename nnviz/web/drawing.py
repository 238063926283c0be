"""The pictures and texts that a page shows for its settings, each with a tag, so that only news travels."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import orjson

from nnviz.lesson import Lesson
from nnviz.settings import Settings
from nnviz.web.controls import Mark, mark


@dataclass(frozen=True, eq=False)
class DrawnPage:
    """What depends on the settings alone: figures as plain JSON, text, notice, and the fields that do nothing."""

    figures: Mapping[str, Any]
    tags: Mapping[str, str]
    text: str
    notice: str
    facts: str
    irrelevant: Mapping[str, str]
    limits: Mapping[str, Mark]

    def news(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """The figures whose tag is not known yet, the irrelevant fields with their reasons, and the sliders' limits."""
        figures = {name: figure for name, figure in self.figures.items() if known.get(name) != self.tags[name]}
        return {"figures": figures, "irrelevant": dict(self.irrelevant), "limits": dict(self.limits)}


def draw_page(lesson: Lesson, settings: Settings) -> DrawnPage:
    """Everything on the page that follows from the settings; shared by all who look at the same link."""
    return _draw(lesson.slug, lesson, settings)


@lru_cache(maxsize=256)
def _draw(_slug: str, lesson: Lesson, settings: Settings) -> DrawnPage:
    encoded = {slot.name: slot.draw(settings).to_json(engine="orjson").encode() for slot in lesson.figures}
    return DrawnPage(
        figures={name: orjson.loads(json) for name, json in encoded.items()},
        tags={name: blake2b(json, digest_size=8).hexdigest() for name, json in encoded.items()},
        text=lesson.text(settings),
        notice=lesson.notice(settings),
        facts=lesson.facts(settings),
        irrelevant=lesson.irrelevant(settings),
        limits={name: mark(lesson.settings.controls()[name], limit) for name, limit in lesson.limits(settings).items()},
    )
