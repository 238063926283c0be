"""Projector mode: one figure fills the screen, with large type and the few controls that matter.

The mode itself is in assets/js/shell/projector.mjs and assets/css/themes/projector.css; here are its buttons.
"""

from typing import Any

from dash import html

from nnviz.page.lesson import FigureSlot
from nnviz.web.catalogue import message


def enlarge_button(slot: FigureSlot) -> Any:
    """The button beside a figure's title that lets this figure fill the screen."""
    meaning = message("page.enlarge", figure=slot.title)
    return html.Button("⤢", className="enlarge", title=meaning, **{"data-enlarge": slot.name, "aria-label": meaning})


def projector_bar() -> Any:
    """What is seen in the mode only: the way out, and the choice of the figure and of the controls below it."""
    choice = [
        html.Label(message("projector.figure"), htmlFor="strip-figure"),
        html.Select(id="strip-figure"),
        html.Div(id="strip-fields", className="checks"),
    ]
    leave = message("projector.leave")
    return html.Div(
        [
            html.Details([html.Summary(message("projector.choose")), html.Div(choice)]),
            html.Button("×", id="projector-leave", title=leave, **{"aria-label": leave}),
        ],
        className="projector-bar",
    )
