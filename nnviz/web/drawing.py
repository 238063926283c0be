"""The pictures and texts that a page shows for its settings, each with a tag, so that only news travels.

A picture is kept under the settings that decide it: fields that only steer a run, or change another picture, are at
their defaults in its key and when it is drawn (`FigureSlot.redrawn_by`), so moving one of them draws nothing that
stays as it is. A test draws every picture with and without its other fields moved, and compares.
"""

from collections import deque
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2b
from math import inf
from time import thread_time as clock  # a worker that waits for the processor has not worked
from typing import Any, NamedTuple

import orjson
from cachetools import LRUCache
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nnviz.page.in_pieces import UnfinishedError, one_piece_a_call
from nnviz.page.lesson import FigureSlot, Lesson
from nnviz.page.page import ENGLISH
from nnviz.page.registry import discover
from nnviz.page.settings import Settings
from nnviz.web.answers import do_not_keep
from nnviz.web.controls import Mark, mark
from nnviz.web.figure_json import figure_json
from nnviz.web.requests import BadRequestError
from nnviz.web.written import written

TEXT, NOTICE, FACTS = "-text", "-notice", "-facts"
"""The texts of every page; the hyphen keeps them apart from a lesson's own figures."""

BUDGET = 0.050
"""Seconds of work after which a page is sent as it is; the browser asks for what is unfinished."""


class DrawingRequest(BaseModel):
    """One request of the browser for the page at these settings, with the tags of what it shows.

    What takes long is left out (`without`) as long as a slider moves.
    """

    model_config = ConfigDict(extra="forbid")
    lesson: str = Field(max_length=64)
    settings: dict[str, str] = Field(max_length=64)
    tags: dict[str, str] = Field(max_length=64)
    without: frozenset[str] = Field(default=frozenset(), max_length=64)
    language: str = Field(default=ENGLISH, max_length=16)


@dataclass(frozen=True, eq=False)
class DrawnPage:
    """What depends on the settings alone: figures as plain JSON, texts, why fields are disabled, the marks of sliders.

    The notice is a text as it is, the other two are HTML.

    Figures and texts are named as in `control_id`: the component of each is `<lesson>-<name>`.
    """

    figures: Mapping[str, Any]
    texts: Mapping[str, str]
    tags: Mapping[str, str]
    disabled_reasons: Mapping[str, str]
    slider_marks: Mapping[str, Mark]
    unfinished: tuple[str, ...] = ()
    at_rest: tuple[str, ...] = ()

    def in_space(self) -> list[str]:
        """The names of the figures with three dimensions, which a browser takes long to draw."""
        kinds = {name: {trace["type"] for trace in figure["data"]} for name, figure in self.figures.items()}
        return [name for name, kind in kinds.items() if kind & {"surface", "scatter3d"}]

    def slow(self) -> list[str]:
        """The names of what takes the browser or the server long, and is asked for when a slider rests."""
        return [*self.in_space(), *(name for name in self.at_rest if name in self.tags)]

    def news(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """The figures and texts whose tag is not known yet, all tags, why fields are disabled, the marks of sliders."""

        def new(parts: Mapping[str, Any]) -> dict[str, Any]:
            return {name: part for name, part in parts.items() if known.get(name) != self.tags[name]}

        return {
            "figures": new(self.figures),
            "texts": new(self.texts),
            "tags": dict(self.tags),
            "disabled_reasons": dict(self.disabled_reasons),
            "slider_marks": dict(self.slider_marks),
            "slow": self.slow(),
            "unfinished": self.unfinished,
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
    # Whatever else is named must not fill the cache.
    parts = {TEXT, NOTICE, FACTS, *(slot.name for slot in lesson.figures)}
    settings, without = lesson.settings.parse(request.settings), request.without & parts
    drawn = draw_page(lesson, settings, without, request.language, BUDGET)
    if drawn.unfinished:
        do_not_keep()
    return drawn.news(request.tags)


_pages: LRUCache[tuple[Any, ...], DrawnPage] = LRUCache(maxsize=256)


def draw_page(
    lesson: Lesson,
    settings: Settings,
    without: frozenset[str] = frozenset(),
    language: str = ENGLISH,
    seconds: float = inf,
) -> DrawnPage:
    """Everything on the page that follows from the settings, or some of it; shared by all who look at the same link.

    Figures are drawn once for all languages. Once the seconds are over the rest is `unfinished`; where nothing takes
    long in one piece, nobody else has to wait for it.
    """
    key = lesson, settings, without, language if language in lesson.page.translations else ENGLISH
    page = _pages.get(key)
    if page is None:
        page = _draw(*key, seconds)
        if not page.unfinished:
            _pages[key] = page
    return page


def _draw(lesson: Lesson, settings: Settings, without: frozenset[str], language: str, seconds: float) -> DrawnPage:
    texts = {NOTICE: lesson.notice, TEXT: lesson.page.in_language(language).text, FACTS: lesson.summary}
    slots = {slot.name: slot for slot in lesson.figures}
    parts: dict[str, Callable[[], Any]] = {
        **{name: partial(_text, name, text, settings) for name, text in texts.items()},
        **{name: partial(_figure, slot, slot.deciding(settings)) for name, slot in slots.items()},
    }
    made = _in_time({name: part for name, part in parts.items() if name not in without}, seconds)
    figures = {name: made[name] for name in slots if name in made}
    said = {name: made[name] for name in texts if name in made}
    marks = lesson.slider_marks(settings)
    return DrawnPage(
        figures={name: figure.json for name, figure in figures.items()},
        texts=said,
        tags={name: figure.tag for name, figure in figures.items()} | {name: _tag(text) for name, text in said.items()},
        disabled_reasons=lesson.disabled_reasons(settings),
        slider_marks={name: mark(lesson.settings.controls()[name], limit) for name, limit in marks.items()},
        at_rest=lesson.at_rest,
        unfinished=tuple(name for name in parts if name not in made and name not in without),
    )


def _text(name: str, text: Callable[[Settings], str], settings: Settings) -> str:
    return text(settings) if name == NOTICE else written(text(settings))


def _in_time(parts: Mapping[str, Callable[[], Any]], seconds: float) -> dict[str, Any]:
    """What can be made in these seconds, at least a piece of something; what is made in pieces waits for the others."""
    end, made, waiting = clock() + seconds, dict[str, Any](), deque(parts)
    with nullcontext() if seconds == inf else one_piece_a_call():
        while waiting:
            name = waiting.popleft()
            try:
                made[name] = parts[name]()
            except UnfinishedError:
                waiting.append(name)
            if clock() >= end:
                break
    return made


class DrawnFigure(NamedTuple):
    """A figure as plain JSON, and its tag."""

    json: Any
    tag: str


@lru_cache(maxsize=1024)
def _figure(slot: FigureSlot, settings: Settings) -> DrawnFigure:
    json = figure_json(slot.draw(settings))
    return DrawnFigure(json, _tag(json))


def _tag(part: Any) -> str:
    return blake2b(orjson.dumps(part), digest_size=8).hexdigest()
