"""The index: a dialog that finds lessons, presets and terms as one types (assets/js/shell/search.mjs)."""

import json
from functools import cache
from typing import Any

from dash import html

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.web.addresses import below_prefix
from nnviz.web.catalogue import LANGUAGES, message, speaking, spoken
from nnviz.web.front_door.terms import terms
from nnviz.web.static_files import StaticFile
from nnviz.web.static_html import Input

Component = Any
Entry = dict[str, str]


def search_dialog() -> list[Component]:
    """The content of the dialog: the field, what was found, and how much."""
    roles = {"role": "combobox", "aria-expanded": "true", "aria-controls": "search-found", "aria-autocomplete": "list"}
    field = Input(
        id="search-field",
        type="text",
        autoComplete="off",
        autoFocus=True,
        **roles,
        **{"aria-label": message("search.what")},
    )
    listed = html.Ul(id="search-found", role="listbox", **{"aria-label": message("search.results")})
    said = html.Output("", id="search-said", **{"aria-live": "polite"})
    every = html.A(message("front.glossary"), href=below_prefix("/glossary"))
    foot = html.P([said, every], className="search-foot")
    return [html.Div([field, listed, foot], id="search", **{"data-index": index(spoken()).address})]


@cache
def index(language: str) -> StaticFile:
    """All that can be found, in a language: lessons, terms, and presets in their order; as JSON."""
    with speaking(language):
        lessons = discover().values()
        entries = [_lesson(lesson) for lesson in lessons]
        entries += [
            _entry("term", t.called(language), t.says, f"{t.name}, {t.also}", f"glossary#{t.anchor}") for t in terms()
        ]
        entries += [entry for lesson in lessons for entry in _presets(lesson)]
    body = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()
    return StaticFile(name_of(language), body, "application/json")


def name_of(language: str) -> str:
    """The path of the index in a language."""
    return f"index-{language}.json"


INDICES = {name_of(language): language for language in LANGUAGES}
"""The path of each index -> its language."""


def _lesson(lesson: Lesson) -> Entry:
    said = lesson.page.in_language(spoken())
    words = f"{lesson.title}, {message(f'sections.{lesson.page.section}')}, {said.summary}"
    return _entry("lesson", said.title, said.goal, words, lesson.slug)


def _presets(lesson: Lesson) -> list[Entry]:
    title = lesson.page.in_language(spoken()).title
    return [
        _entry("preset", preset.name, title, "", f"{lesson.slug}?preset={place}")
        for place, preset in enumerate(lesson.presets, 1)
    ]


def _entry(kind: str, title: str, detail: str, words: str, path: str) -> Entry:
    return {"kind": kind, "title": title, "detail": detail, "words": words, "path": path}
