"""What is around every page: the bar with lessons and tools, and the dialogs; and the page of no lesson."""

from itertools import groupby
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.web.addresses import below_prefix
from nnviz.web.catalogue import message, spoken
from nnviz.web.export import printed_head
from nnviz.web.figure_words import figure_numbers_dialog
from nnviz.web.language import in_language_of_request
from nnviz.web.projector import projector_bar
from nnviz.web.tools import EVERYWHERE, TOOLS, tool_buttons, tool_dialogs, tools_handle

Component = Any


def before_the_page() -> list[Component]:
    """What stands above every page: the way past it for the keyboard, the bar, and a head that is seen on paper."""
    return [printed_head(), _skip("shell.skip", "figures"), _bar([_place(), tools_handle(), tool_buttons(TOOLS)])]


def after_the_page() -> list[Component]:
    """What is only seen when it is asked for: the bar of the projector mode, and the dialogs of the tools."""
    return [projector_bar(), *tool_dialogs(TOOLS), figure_numbers_dialog()]


def before_the_front() -> list[Component]:
    """What stands above a page that is no lesson."""
    return [_skip("shell.skip-bar", "main"), _bar([tools_handle(), tool_buttons(EVERYWHERE)])]


def dialogs_of_the_front() -> list[Component]:
    """The dialogs of the tools that such a page has."""
    return tool_dialogs(EVERYWHERE)


def _skip(key: str, component_id: str) -> Component:
    return html.A(message(key), href=f"#{component_id}", id="skip", className="skip")


def _bar(others: list[Component]) -> Component:
    home = html.A("nnviz", href=_address(""), className="brand", title=message("shell.home"))
    lessons = html.Nav(_navigation(), className="lessons", **{"aria-label": message("shell.lessons")})
    return html.Header([home, lessons, *others], className="bar")


def _navigation() -> list[Component]:
    """One menu with all lessons, by sections, and the pages that are none."""
    sections = groupby(discover().values(), key=lambda lesson: lesson.page.section)
    listed = [
        html.Section(
            [
                html.H2(message(f"sections.{section}")),
                html.Ul([html.Li(html.A(_title(lesson), href=_address(lesson.slug))) for lesson in lessons]),
            ]
        )
        for section, lessons in sections
    ]
    others = html.P(
        [
            html.A(message("shell.front"), href=_address("")),
            html.A(message("front.glossary"), href=_address("glossary")),
        ],
        className="other-pages",
    )
    return [
        html.Details(
            [html.Summary(message("shell.lessons")), html.Div([*listed, others], className="all-lessons")],
            className="menu",
        )
    ]


def _place() -> Component:
    """Where one is; assets/js/shell/place.mjs fills it when a page opens."""
    return html.Div(
        [
            _beside("lesson-before", "‹"),
            html.Div([html.Span(id="place-section"), html.H1(id="place-title")], className="title"),
            _beside("lesson-after", "›"),
        ],
        className="place",
    )


def _beside(component_id: str, face: str) -> Component:
    name = {"data-name": message(f"shell.{component_id}")}
    return html.A(face, id=component_id, href=_address("lab"), hidden=True, className="turn", **name)


def not_found(**_query: object) -> Component:
    """The page for an address that no lesson has, whatever its query says."""
    links = [html.Li(html.A(_title(lesson), href=_address(lesson.slug))) for lesson in discover().values()]
    return dbc.Container([html.H1(message("shell.not-found")), html.P(message("shell.these-are")), html.Ul(links)])


def _title(lesson: Lesson) -> str:
    return lesson.page.in_language(spoken()).title


def _address(slug: str) -> str:
    return in_language_of_request(below_prefix(f"/{slug}"))
