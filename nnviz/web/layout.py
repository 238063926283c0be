"""The page of one lesson as its declaration says it; what stays around all pages is in shell.py."""

from collections.abc import Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html

from nnviz.page.lesson import FigureSlot, Group, Lesson, Preset, Readout
from nnviz.page.page import ENGLISH
from nnviz.page.settings import Settings
from nnviz.web.catalogue import message, spoken
from nnviz.web.comparison import comparison
from nnviz.web.controls import FieldControl, control_id
from nnviz.web.drawing import BUDGET, FACTS, NOTICE, TEXT, DrawnPage, draw_page
from nnviz.web.links import hidden_parts, preset_of, settings_on_screen, speed_of
from nnviz.web.live_tables import live_table
from nnviz.web.page_config import page_config
from nnviz.web.projector import enlarge_button
from nnviz.web.static_html import Written, flattened
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

IN_THE_BAR = {"navigation", "tools"}
"""The parts above every page; they stay when it goes, so the page says in a class of its own that they are hidden."""


def page(lesson: Lesson, query: Mapping[str, str]) -> Component:
    """The page of a lesson with the settings of a link; whatever the query holds, there is a page."""
    settings = settings_on_screen(lesson, query)
    drawn = draw_page(lesson, settings, language=spoken(), seconds=BUDGET)
    hidden = hidden_parts(lesson, query)
    slug, title = lesson.slug, lesson.page.in_language(spoken()).title
    main = html.Main(
        [
            *_drawer(_controls(lesson, settings, drawn, hidden), "controls" in hidden),
            html.Section(_stage(lesson, query, drawn, hidden), className="stage", **{"aria-label": title}),
            dcc.Store(id=f"{slug}--config", data=page_config(lesson, query) | _drawn(lesson, drawn)),
            dcc.Store(id=f"{slug}--settings"),
        ],
        className=" ".join(["lesson", *(f"hides-{part}" for part in sorted(hidden & IN_THE_BAR))]),
        id=f"{slug}--page",
    )
    return flattened(main)


def _drawn(lesson: Lesson, drawn: DrawnPage) -> dict[str, Any]:
    """What the browser has of the pictures, their tags and those that follow the first one, and what it has to ask."""
    at_once = _first(lesson, drawn)
    later = {name: figure for name, figure in drawn.figures.items() if name not in at_once}
    return {"tags": drawn.tags, "later": later, "slow": drawn.slow(), "unfinished": drawn.unfinished}


def _first(lesson: Lesson, drawn: DrawnPage) -> list[str]:
    """The figure that the page opens with, if any: the first that is flat, since drawing in space takes long."""
    return [name for name in drawn.figures if name not in drawn.slow()][:1]


def _drawer(controls: list[Component], hidden: bool) -> list[Component]:
    """The controls, and the button that opens them on a phone, where they are a drawer (small-screen.css)."""
    says, name = {"aria-expanded": "false", "aria-controls": "controls"}, message("page.controls")
    handle = html.Button(name, id="drawer-handle", className=_class("drawer-handle", hidden), **says)
    aside = html.Aside(controls, id="controls", className=_class("controls", hidden), **{"aria-label": name})
    return [handle, aside]


def _class(name: str, hidden: bool) -> str:
    return f"{name} d-none" if hidden else name


def _controls(lesson: Lesson, settings: Settings, drawn: DrawnPage, hidden: frozenset[str]) -> list[Component]:
    presets = [_preset(place, preset, "questions" not in hidden) for place, preset in enumerate(lesson.presets)]
    head = html.Details(
        [html.Summary(message("page.presets")), html.Div(presets, className="presets")],
        open=True,
        className=_class("preset-group", "presets" in hidden),
    )

    def group(declared: Group) -> Component:
        controls = [
            FieldControl(
                lesson.slug,
                name,
                settings,
                drawn.disabled_reasons.get(name, ""),
                name in hidden,
                drawn.slider_marks.get(name),
            ).build()
            for name in declared.fields
        ]
        is_empty = hidden.issuperset(declared.fields)
        return html.Details([html.Summary(declared.title), *controls], open=True, className=_class("group", is_empty))

    return ([head] if presets else []) + [group(declared) for declared in lesson.groups]


def _preset(place: int, preset: Preset, asks: bool) -> Component:
    """Its button; what to watch would give away the answer of one that asks."""
    if preset.question and asks:
        return html.Button(preset.name, className="preset asks", **{"data-preset": str(place)})
    return html.Button(preset.name, title=preset.watch, className="preset", **{"data-preset": str(place)})


def _stage(lesson: Lesson, query: Mapping[str, str], drawn: DrawnPage, hidden: frozenset[str]) -> list[Component]:
    playback = [playback_bar("playback" in hidden, speed_of(lesson, query))] if lesson.run else []
    preset = preset_of(lesson, query)
    readouts = [_readout(lesson.slug, item, item.name in hidden) for item in lesson.readouts]
    at_once = {name: drawn.figures[name] for name in _first(lesson, drawn)}
    figures = [_figure(lesson.slug, slot, at_once.get(slot.name), slot.name in hidden) for slot in lesson.figures]
    table = [live_table(lesson.slug, lesson.table)] if lesson.table and lesson.table.name not in hidden else []
    return [
        html.H1(lesson.page.in_language(spoken()).title, className="visually-hidden"),
        *playback,
        _alert(drawn.texts.get(NOTICE, ""), control_id(lesson.slug, NOTICE), "notice"),
        _alert(preset.watch if preset else "", "watch", "watch"),
        html.Section(id="question", className="question", tabIndex=-1, **{"aria-label": message("page.question")}),
        _scrolled(_written(lesson, FACTS, drawn), "facts", message("page.facts")),
        html.Dl(readouts, className=_class("readouts", "readouts" in hidden)),
        *([comparison(lesson)] if lesson.run else []),
        html.Div(figures, id="figures", className="figures", tabIndex="-1"),
        *table,
        _scrolled(
            _written(lesson, TEXT, drawn), _class("text", "text" in hidden), message("page.text"), _written_in(lesson)
        ),
    ]


def _alert(text: str, component_id: str, class_name: str) -> Component:
    """A sentence, in a box as long as there is one."""
    return dbc.Alert(text, id=component_id, class_name=class_name, fade=False)


def _written(lesson: Lesson, name: str, drawn: DrawnPage) -> Component:
    return Written(id=control_id(lesson.slug, name), html=drawn.texts.get(name, ""))


def _written_in(lesson: Lesson) -> str:
    """The language of the prose: that of the interface, if the page is translated."""
    return spoken() if spoken() in lesson.page.translations else ENGLISH


def _scrolled(content: Component, class_name: str, name: str, language: str = ENGLISH) -> Component:
    """A part that may be wider than the page and is then scrolled, by the keyboard too: so it can be focused."""
    return html.Section(content, className=class_name, tabIndex=0, lang=language, **{"aria-label": name})


def _readout(slug: str, readout: Readout, hidden: bool) -> Component:
    """A number under its name, which is a button: pressed, or with the pointer on it, it says what the number is."""
    number_id = f"{slug}-{readout.name}"
    term = html.Button(readout.label, className="ask", **{"data-help": help_id(number_id)})
    return html.Div(
        [
            html.Dt([term, explanation(number_id, readout.label, readout.help)]),
            html.Dd("", id=number_id),
        ],
        className=_class(f"readout readout-{readout.style}", hidden),
    )


def _figure(slug: str, slot: FigureSlot, figure: Any, hidden: bool) -> Component:
    graph = dcc.Graph(
        id=control_id(slug, slot.name),
        figure=figure,
        config=GRAPH_CONFIG,
        style={"height": "var(--picture-height)"},  # Dash would set 100 % of nothing
    )
    caption = html.Figcaption([html.Strong(slot.title), html.Span(f" {slot.caption}"), enlarge_button(slot)])
    scrolled = {"tabIndex": 0} if slot.size == "long" else {}  # as _scrolled, on a phone
    named = {"data-figure": slot.name, **scrolled}
    return html.Figure([caption, graph], className=_class(f"figure-{slot.size}", hidden), **named)
