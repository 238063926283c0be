"""What is around every page: the bar with lessons and tools, and the dialogs; and the page of no lesson."""

from itertools import groupby
from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from flask import has_request_context

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.web.addresses import below_prefix
from nnviz.web.catalogue import message, spoken
from nnviz.web.export import printed_head
from nnviz.web.figure_words import figure_numbers_dialog
from nnviz.web.language import IN_LINKS, named_language, query_of_request
from nnviz.web.projector import projector_bar
from nnviz.web.tools import tool_buttons, tool_dialogs, tools_handle

Component = Any


def before_the_page() -> list[Component]:
    """What stands above every page: the way past it for the keyboard, the bar, and a head that is seen on paper."""
    return [
        printed_head(),
        html.A(message("shell.skip"), href="#figures", id="skip", className="skip"),
        html.Header(
            [
                html.A("nnviz", href=_address("lab"), className="brand"),
                html.Nav(_navigation(), className="lessons", **{"aria-label": message("shell.lessons")}),
                _place(),
                tools_handle(),
                tool_buttons(),
            ],
            className="bar",
        ),
    ]


def after_the_page() -> list[Component]:
    """What is only seen when it is asked for: the bar of the projector mode, and the dialogs of the tools."""
    return [projector_bar(), *tool_dialogs(), figure_numbers_dialog()]


def _navigation() -> list[Component]:
    """One menu with all lessons, by sections."""
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
    return [
        html.Details(
            [html.Summary(message("shell.lessons")), html.Div(listed, className="all-lessons")], className="menu"
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
    """The address of a page; a language that the link of this page names is the next page's too."""
    named = named_language(query_of_request()) if has_request_context() else ""
    page = below_prefix(f"/{slug}")
    return f"{page}?{IN_LINKS}={named}" if named else page
