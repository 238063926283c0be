"""The pictures and texts that a page shows for its settings, each with a tag, so that only news travels."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nnviz.lesson import Lesson, discover
from nnviz.settings import Settings
from nnviz.web.controls import Mark, mark
from nnviz.web.figure_json import figure_json
from nnviz.web.requests import BadRequestError

TEXT, NOTICE, FACTS = "-text", "-notice", "-facts"
"""The texts of every page; the hyphen keeps them apart from a lesson's own figures."""


class DrawingRequest(BaseModel):
    """One request of the browser for the page at these settings, with the tags of what it shows."""

    model_config = ConfigDict(extra="forbid")
    lesson: str = Field(max_length=64)
    settings: dict[str, str] = Field(max_length=64)
    tags: dict[str, str] = Field(max_length=64)


@dataclass(frozen=True, eq=False)
class DrawnPage:
    """What depends on the settings alone: figures as plain JSON, texts, the fields that do nothing, sliders' limits.

    Figures and texts are named as in `control_id`: the component of each is `<lesson>-<name>`.
    """

    figures: Mapping[str, Any]
    texts: Mapping[str, str]
    tags: Mapping[str, str]
    irrelevant: Mapping[str, str]
    limits: Mapping[str, Mark]

    def in_space(self) -> set[str]:
        """The names of the figures with three dimensions, which take long to draw."""
        kinds = {name: {trace["type"] for trace in figure["data"]} for name, figure in self.figures.items()}
        return {name for name, kind in kinds.items() if kind & {"surface", "scatter3d"}}

    def news(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """The figures and texts whose tag is not known yet, with all tags; the irrelevant fields, and the limits."""

        def new(parts: Mapping[str, Any]) -> dict[str, Any]:
            return {name: part for name, part in parts.items() if known.get(name) != self.tags[name]}

        return {
            "figures": new(self.figures),
            "texts": new(self.texts),
            "tags": dict(self.tags),
            "irrelevant": dict(self.irrelevant),
            "limits": dict(self.limits),
        }


def answer(given: object) -> dict[str, Any]:
    """What is new on a page at other settings.

    Raises:
        BadRequestError: the request is malformed, or there is no such page.

    """
    try:
        request = DrawingRequest.model_validate(given)
    except ValidationError as error:
        raise BadRequestError(str(error)) from error
    lesson = discover().get(request.lesson)
    if lesson is None:
        raise BadRequestError("There is no such page.")
    return draw_page(lesson, lesson.settings.read(request.settings)).news(request.tags)


def draw_page(lesson: Lesson, settings: Settings) -> DrawnPage:
    """Everything on the page that follows from the settings; shared by all who look at the same link."""
    return _draw(lesson.slug, lesson, settings)


@lru_cache(maxsize=256)
def _draw(_slug: str, lesson: Lesson, settings: Settings) -> DrawnPage:
    figures = {slot.name: figure_json(slot.draw(settings)) for slot in lesson.figures}
    texts = {TEXT: lesson.text(settings), NOTICE: lesson.notice(settings), FACTS: lesson.facts(settings)}
    return DrawnPage(
        figures=figures,
        texts=texts,
        tags={name: _tag(part) for name, part in {**figures, **texts}.items()},
        irrelevant=lesson.irrelevant(settings),
        limits={name: mark(lesson.settings.controls()[name], limit) for name, limit in lesson.limits(settings).items()},
    )


def _tag(part: Any) -> str:
    return blake2b(orjson.dumps(part), digest_size=8).hexdigest()
