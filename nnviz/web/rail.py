"""The rail beside the stage: a chooser of presets, and the controls in groups, of which the first is open.

On a phone it is a drawer (assets/css/themes/small-screen.css).
"""

from typing import Any

from dash import html

from nnviz.page.lesson import Group, Lesson, Preset
from nnviz.page.settings import Settings
from nnviz.web.catalogue import message
from nnviz.web.controls import FieldControl
from nnviz.web.drawing import DrawnPage
from nnviz.web.static_html import shown_unless

Component = Any


def rail(
    lesson: Lesson, settings: Settings, drawn: DrawnPage, hidden: frozenset[str], preset: Preset | None
) -> list[Component]:
    """The rail, and the button that opens it where it is a drawer."""
    chooser = [_chooser(lesson, preset, hidden)] if lesson.presets else []
    groups = [_group(lesson, group, settings, drawn, hidden) for group in lesson.groups]
    name, is_hidden = message("page.controls"), "controls" in hidden
    says = {"aria-expanded": "false", "aria-controls": "controls"}
    handle = html.Button(name, id="drawer-handle", className=shown_unless(is_hidden, "drawer-handle"), **says)
    aside = html.Aside(
        [*chooser, _undo(), *_first_open(groups)],
        id="controls",
        className=shown_unless(is_hidden, "controls"),
        **{"aria-label": name},
    )
    return [handle, aside]


def _first_open(groups: list[Component]) -> list[Component]:
    """The groups, of which the first that is not empty is open; assets/js/shell/groups.mjs remembers others."""
    for group in groups:
        if "d-none" not in group.className:
            group.open = True
            break
    return groups


def _group(lesson: Lesson, group: Group, settings: Settings, drawn: DrawnPage, hidden: frozenset[str]) -> Component:
    controls = [
        FieldControl(
            lesson.slug,
            name,
            settings,
            drawn.disabled_reasons.get(name, ""),
            name in hidden,
            drawn.slider_marks.get(name),
        ).build()
        for name in group.fields
    ]
    is_empty = hidden.issuperset(group.fields)
    return html.Details(
        [html.Summary(group.title), *controls],
        className=shown_unless(is_empty, "group"),
        **{"data-group": group.title},
    )


def _chooser(lesson: Lesson, chosen: Preset | None, hidden: frozenset[str]) -> Component:
    """One line: the preset before, the list of all under the name of the chosen one, the next."""
    asks = "questions" not in hidden
    places = list(enumerate(lesson.presets))
    own = [_preset(place, preset, asks) for place, preset in places if not preset.from_notebook]
    notebook = [_preset(place, preset, asks) for place, preset in places if preset.from_notebook]
    name = chosen.name if chosen else message("page.presets")
    listed = html.Details(
        [
            html.Summary(name, id="preset-chosen", **{"data-name": message("page.presets")}),
            html.Div([*own, *_folded(notebook)], className="presets"),
        ],
        className="menu preset-group",
    )
    return html.Div(
        [_turn("preset-before", "‹"), listed, _turn("preset-after", "›")],
        className=shown_unless("presets" in hidden, "chooser"),
    )


def _folded(presets: list[Component]) -> list[Component]:
    """The notebook's own presets under one heading that opens them; nothing where there are none."""
    if not presets:
        return []
    heading = html.Summary([message("page.from-notebook"), html.Span(str(len(presets)))])
    return [html.Details([heading, *presets], className="from-notebook")]


def _undo() -> Component:
    buttons = [html.Button(message(f"page.{way}"), id=way, disabled=True) for way in ("undo", "redo")]
    return html.Div(buttons, className="undo")


def _turn(component_id: str, face: str) -> Component:
    meaning = message(f"page.{component_id}")
    return html.Button(face, id=component_id, className="turn", title=meaning, **{"aria-label": meaning})


def _preset(place: int, preset: Preset, asks: bool) -> Component:
    """Its button; what to watch would give away the answer of one that asks."""
    if preset.question and asks:
        return html.Button(preset.name, className="preset asks", **{"data-preset": str(place)})
    return html.Button(preset.name, title=preset.watch, className="preset", **{"data-preset": str(place)})
