"""The stage of a page: one line of words, the pictures, the bar that plays, and the panel with all digits.

One picture leads, or a pair; the others stand beside it, small, and a press lets one of them lead instead
(assets/js/figures/stage.mjs). Nothing here is below the lower edge of the window.
"""

from collections.abc import Mapping
from typing import Any

from dash import dcc, html

from nnviz.page.lesson import FigureSlot, Lesson, Readout
from nnviz.web.catalogue import message, spoken
from nnviz.web.comparison import comparison
from nnviz.web.controls import control_id
from nnviz.web.drawing import FACTS, NOTICE, DrawnPage
from nnviz.web.figure_words import current_sentence, numbers_button, sentence_id
from nnviz.web.links import leading_of, preset_of, speed_of
from nnviz.web.live_tables import live_table
from nnviz.web.misread import misread
from nnviz.web.projector import enlarge_button
from nnviz.web.prose import scrolled, written
from nnviz.web.static_html import shown_unless
from nnviz.web.tooltips import explanation, help_id
from nnviz.web.transport import playback_bar

Component = Any

GRAPH_CONFIG = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "responsive": True,
    "plotlyServerURL": "",
    "modeBarButtonsToRemove": ["sendChartToCloud", "lasso2d", "select2d", "autoScale2d"],
}

POLITE = {"aria-live": "polite"}


def stage(lesson: Lesson, query: Mapping[str, str], drawn: DrawnPage, hidden: frozenset[str]) -> list[Component]:
    """The rows of the stage, from the top."""
    table = [live_table(lesson.slug, lesson.table)] if lesson.table and lesson.table.name not in hidden else []
    return [
        _words(lesson, query, drawn),
        _figures(lesson, query, drawn, hidden),
        *table,
        _bar(lesson, query, hidden),
        _panel(lesson, drawn, hidden),
    ]


def _words(lesson: Lesson, query: Mapping[str, str], drawn: DrawnPage) -> Component:
    """What to watch, what a combination of settings needs, or a question; without any, what the page is about."""
    preset = preset_of(lesson, query)
    return html.Div(
        [
            html.P(lesson.page.in_language(spoken()).summary, className="about"),
            _sentence(preset.watch if preset else "", "watch", "watch"),
            _sentence(drawn.texts.get(NOTICE, ""), control_id(lesson.slug, NOTICE), "notice"),
            _sentence(misread(lesson, query), "misread", "notice"),
            html.Section(id="question", className="question", tabIndex=-1, **{"aria-label": message("page.question")}),
        ],
        className="words",
    )


def _sentence(text: str, component_id: str, class_name: str) -> Component:
    """A sentence that modules of ours change: React would not find its text again once a browser has translated it."""
    return html.P(text, id=component_id, className=class_name, role="status")


def _figures(lesson: Lesson, query: Mapping[str, str], drawn: DrawnPage, hidden: frozenset[str]) -> Component:
    leading = leading_of(lesson, query)
    at_once = {name: drawn.figures[name] for name in first_figure(lesson, drawn, leading)}
    pictures = [
        _figure(lesson.slug, slot, at_once.get(slot.name), slot.name in leading, slot.name in hidden)
        for slot in lesson.figures
    ]
    seen = [slot.name for slot in lesson.figures if slot.name not in hidden]
    n_leading = len([name for name in leading if name in seen])
    counts = {"data-leading": str(n_leading), "data-small": str(len(seen) - n_leading)}
    return html.Div(pictures, id="figures", className="figures", tabIndex="-1", **counts)


def first_figure(lesson: Lesson, drawn: DrawnPage, leading: tuple[str, ...]) -> list[str]:
    """The figure that the page opens with, if any: the leading one if it is flat, since drawing in space takes long."""
    flat = [name for name in drawn.figures if name not in drawn.in_space()]
    return sorted(flat, key=lambda name: name not in leading)[:1]


def _figure(slug: str, slot: FigureSlot, figure: Any, leads: bool, hidden: bool) -> Component:
    graph_id = control_id(slug, slot.name)
    graph = dcc.Graph(
        id=graph_id,
        figure=figure,
        config=GRAPH_CONFIG,
        style={"height": "100%"},
    )
    lead = html.Button(slot.title, className="picture-name", **{"data-lead": slot.name})
    caption = html.Figcaption(
        [html.Strong(lead), html.Span(f" {slot.caption}"), numbers_button(slot), enlarge_button(slot)]
    )
    says: dict[str, Any] = {"data-figure": slot.name, "data-size": slot.size}
    says |= {"aria-label": slot.title, "aria-describedby": sentence_id(graph_id)}
    if leads:
        says["data-leads"] = "true"
    return html.Figure([caption, current_sentence(graph_id), graph], className=shown_unless(hidden, "picture"), **says)


def _bar(lesson: Lesson, query: Mapping[str, str], hidden: frozenset[str]) -> Component:
    """How the run stands, and what plays it; the numbers that are always in view, the button that opens the panel."""
    status = html.Output("", id="status", className=shown_unless("playback" in hidden, "status"), **POLITE)
    playback = [status, playback_bar("playback" in hidden, speed_of(lesson, query))] if lesson.run else []
    headlines = html.Dl(
        [_readout(lesson.slug, item, item.name in hidden) for item in lesson.headlines],
        className=shown_unless("readouts" in hidden or not lesson.headlines, "readouts headlines"),
    )
    opens = {"aria-expanded": "false", "aria-controls": "numbers"}
    toggle = html.Button(message("page.numbers"), id="numbers-handle", className="tool", **opens)
    return html.Div([*playback, html.Div([headlines, toggle], className="in-view")], className="bar-below")


def _panel(lesson: Lesson, drawn: DrawnPage, hidden: frozenset[str]) -> Component:
    """All other numbers, the runs that are compared, and what follows from the settings without a run."""
    others = [item for item in lesson.readouts if item not in lesson.headlines]
    readouts = html.Dl(
        [_readout(lesson.slug, item, item.name in hidden) for item in others],
        className=shown_unless("readouts" in hidden or not others, "readouts"),
    )
    return html.Section(
        [
            readouts,
            *([comparison(lesson)] if lesson.run else []),
            scrolled(written(lesson, FACTS, drawn), "facts", message("page.facts")),
        ],
        id="numbers",
        className="numbers",
        hidden=True,
        **{"aria-label": message("page.numbers")},
    )


def _readout(slug: str, readout: Readout, hidden: bool) -> Component:
    """A number under its name, which is a button: pressed, or with the pointer on it, it says what the number is."""
    number_id = f"{slug}-{readout.name}"
    term = html.Button(readout.label, className="ask", **{"data-help": help_id(number_id)})
    return html.Div(
        [
            html.Dt([term, explanation(number_id, readout.label, readout.help)]),
            html.Dd("", id=number_id),
        ],
        className=shown_unless(hidden, f"readout readout-{readout.style}"),
    )
