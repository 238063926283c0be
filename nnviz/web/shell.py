"""What is around every page: the bar with lessons and tools, and the dialogs; and the page of no lesson."""

from itertools import groupby
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from nnviz.lesson import discover
from nnviz.web.projector import projector_bar
from nnviz.web.tools import tool_buttons, tool_dialogs

Component = Any


def before_the_page() -> list[Component]:
    """What stands above every page: the way past it for the keyboard, and the bar with lessons and tools."""
    return [
        html.A("Skip to the figures", href="#figures", id="skip", className="skip"),
        html.Header(
            [
                html.A("nnviz", href="/lab", className="brand"),
                html.Nav(_navigation(), className="lessons", **{"aria-label": "Lessons"}),
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
                html.Summary(section),
                html.Ul([html.Li(html.A(lesson.title, href=f"/{lesson.slug}")) for lesson in lessons]),
            ]
        )
        for section, lessons in sections
    ]


def not_found() -> Component:
    """The page for an address that no lesson has."""
    links = [html.Li(dcc.Link(lesson.title, href=f"/{lesson.slug}")) for lesson in discover().values()]
    return dbc.Container([html.H1("There is no such page"), html.P("These are the lessons:"), html.Ul(links)])
