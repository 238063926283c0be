"""Where a page has its texts: the explanation beside the stage, and the facts in its panel."""

from typing import Any

from dash import html

from nnviz.page.lesson import Lesson
from nnviz.page.page import ENGLISH
from nnviz.web.catalogue import message, spoken
from nnviz.web.controls import control_id
from nnviz.web.drawing import TEXT, DrawnPage
from nnviz.web.static_html import Written, shown_unless

Component = Any


def text_beside(lesson: Lesson, drawn: DrawnPage, hidden: frozenset[str]) -> Component:
    """The explanation: a column beside the stage where the window is wide, else below it."""
    name, language = shown_unless("text" in hidden, "text"), _written_in(lesson)
    return scrolled(written(lesson, TEXT, drawn), name, message("page.text"), language)


def written(lesson: Lesson, name: str, drawn: DrawnPage) -> Component:
    """One of the page's texts, as HTML."""
    return Written(id=control_id(lesson.slug, name), html=drawn.texts.get(name, ""))


def _written_in(lesson: Lesson) -> str:
    """The language of the prose: that of the interface, if the page is translated."""
    return spoken() if spoken() in lesson.page.translations else ENGLISH


def scrolled(content: Component, class_name: str, name: str, language: str = ENGLISH) -> Component:
    """A part that may be wider than the page and is then scrolled, by the keyboard too: so it can be focused."""
    return html.Section(content, className=class_name, tabIndex=0, lang=language, **{"aria-label": name})
