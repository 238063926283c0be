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
from nnviz.web.language import IN_LINKS, named_language, query_of_request
from nnviz.web.projector import projector_bar
from nnviz.web.tools import tool_buttons, tool_dialogs

Component = Any


def before_the_page() -> list[Component]:
    """What stands above every page: the way past it for the keyboard, and the bar with lessons and tools."""
    return [
        html.A(message("shell.skip"), href="#figures", id="skip", className="skip"),
        html.Header(
            [
                html.A("nnviz", href=_address("lab"), className="brand"),
                html.Nav(_navigation(), className="lessons", **{"aria-label": message("shell.lessons")}),
                tool_buttons(),
            ],
            className="bar",
        ),
    ]


def after_the_page() -> list[Component]:
    """What is only seen when it is asked for: the bar of the projector mode, and the dialogs of the tools."""
    return [projector_bar(), *tool_dialogs()]


def _navigation() -> list[Component]:
    sections = groupby(discover().values(), key=lambda lesson: lesson.page.section)
    return [
        html.Details(
            [
                html.Summary(message(f"sections.{section}")),
                html.Ul([html.Li(html.A(_title(lesson), href=_address(lesson.slug))) for lesson in lessons]),
            ]
        )
        for section, lessons in sections
    ]


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
