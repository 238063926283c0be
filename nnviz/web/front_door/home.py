"""The front door: one picture that moves, one sentence, the first steps, and all lessons as cards."""

from itertools import groupby
from typing import Any

from dash import html

from nnviz.page.lesson import Lesson
from nnviz.page.page import ENGLISH
from nnviz.page.registry import discover
from nnviz.web.addresses import below_prefix
from nnviz.web.catalogue import message, spoken
from nnviz.web.document import ASSETS, address
from nnviz.web.front_door.learning import learning, link
from nnviz.web.language import in_language_of_request
from nnviz.web.static_html import Written

Component = Any

_CURVE = """<div class="learning-loss" aria-hidden="true"><svg viewBox="0 0 100 24" preserveAspectRatio="none">
<polyline id="learning-curve"/></svg><span id="learning-past"></span></div>"""
"""Where the loss over the steps is drawn, with a line at the present one."""

WIDTH, HEIGHT = 384, 240
"""Pixels of a thumbnail in assets/thumbnails."""


def home() -> list[Component]:
    """The content of the page."""
    sections = groupby(discover().values(), key=lambda lesson: lesson.page.section)
    return [
        html.Section([_welcome(), _picture()], className="welcome"),
        *(_section(section, list(lessons)) for section, lessons in sections),
        html.P(html.A(message("front.glossary"), href=_page("glossary")), className="to-glossary"),
    ]


def _page(path: str) -> str:
    return in_language_of_request(below_prefix(f"/{path}"))


def _welcome() -> Component:
    """What this is, where to begin, and what "the notebook" means, of which the lessons speak."""
    first = list(discover().values())[1]
    begin = html.A(message("front.begin"), href=_page("lab?tour=1"), className="begin")
    lesson = html.A(message("front.first-lesson"), href=_page(first.slug), className="begin")
    again = html.A(message("front.again"), href=_page("lab?tour=1"))
    return html.Div(
        [
            html.H1(message("front.title")),
            html.P(message("front.sentence"), className="sentence"),
            html.P([begin, html.Span(message("front.steps"))], className="start", **{"data-steps": "new"}),
            html.P([lesson, again], className="start", hidden=True, **{"data-steps": "done"}),
            html.P(message("front.notebook"), className="quiet"),
        ]
    )


def _picture() -> Component:
    """The moving picture, the loss below it, and the way to the same run in the laboratory."""
    says = {"role": "img", "aria-label": message("front.picture"), "data-frames": learning().address}
    numbers = html.Span(
        [
            message("front.step"),
            html.B("0", id="learning-step"),
            message("front.loss"),
            html.B("", id="learning-loss"),
        ]
    )
    play = html.Button(message("front.pause"), id="learning-play", className="tool")
    run = html.A(message("front.open-run"), href=_page(link().removeprefix("/")))
    caption = html.Figcaption([numbers, play, run])
    painted = html.Canvas(id="learning", width=640, height=640, **says)
    return html.Figure([painted, Written(html=_CURVE), caption], className="learning")


def _section(section: str, lessons: list[Lesson]) -> Component:
    cards = html.Ul([html.Li(_card(lesson)) for lesson in lessons], className="cards")
    return html.Section([html.H2(message(f"sections.{section}")), cards])


def _card(lesson: Lesson) -> Component:
    """A lesson: its leading figure, its title, what can be done after it, and how long it takes."""
    said = lesson.page.in_language(spoken())
    written_in = spoken() if spoken() in lesson.page.translations else ENGLISH
    minutes = html.Span(message("front.minutes", n=lesson.page.minutes), className="minutes", lang=spoken())
    words = [html.H3(said.title), html.P(said.goal), minutes]
    return html.A([*_thumbnail(lesson), html.Div(words)], href=_page(lesson.slug), className="card", lang=written_in)


def _thumbnail(lesson: Lesson) -> list[Component]:
    """The picture, which says nothing that the title does not; a lesson that is being written may have none."""
    path = f"thumbnails/{lesson.slug}.webp"
    if not (ASSETS / path).exists():
        return []
    return [Written(html=f'<img src="{address(path)}" alt="" width="{WIDTH}" height="{HEIGHT}" loading="lazy">')]
