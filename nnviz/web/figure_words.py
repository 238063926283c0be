"""A picture for those who do not see it: the sentence on what it shows just now, and its numbers as tables.

The browser writes both (assets/js/figures/described.mjs, numbers_dialog.mjs): it has the numbers of the frame.
"""

from typing import Any

from dash import html

from nnviz.page.lesson import FigureSlot
from nnviz.web.catalogue import message

Component = Any

DIALOG = "dialog-figure-numbers"


def sentence_id(component_id: str) -> str:
    """The id of the sentence that describes a figure."""
    return f"{component_id}--sentence"


def current_sentence(component_id: str) -> Component:
    """The place of the sentence: for screen readers, since everyone else sees the picture."""
    return html.P("", id=sentence_id(component_id), className="visually-hidden")


def numbers_button(slot: FigureSlot) -> Component:
    """The button beside a figure's title that shows its numbers."""
    meaning = message("figure.numbers-of", figure=slot.title)
    says = {"data-dialog": DIALOG, "data-numbers-of": slot.name, "aria-label": meaning}
    return html.Button(message("figure.numbers"), className="enlarge", title=meaning, **says)


def figure_numbers_dialog() -> Component:
    """The dialog: which figure, its sentence, its tables."""
    close = html.Button("×", className="close", **{"data-close": "", "aria-label": message("tools.close")})
    title = html.H2(message("figure.numbers-title"), id=f"{DIALOG}-title")
    choice = [
        html.Label(message("figure.figure"), htmlFor="figure-numbers-of"),
        html.Select(id="figure-numbers-of"),
    ]
    return html.Dialog(
        [
            html.Header([title, close]),
            html.P(choice, className="take"),
            html.P("", id="figure-numbers-now"),
            html.Div(id="figure-numbers", className="figure-numbers"),
        ],
        id=DIALOG,
        className="dialog",
        **{"aria-labelledby": f"{DIALOG}-title"},
    )
