"""What a thing on the page is: a text hidden beside it, which assets/js/shell/tooltips.mjs shows in the one popover.

A text with the id `<id>-help` belongs to the component `<id>`. It is shown when the keyboard reaches that component,
when the pointer rests on what names the text in `data-help`, and when such a button is pressed: the way of a finger.
"""

from typing import Any

from dash import html

from nnviz.web.catalogue import message

Component = Any


def help_id(component_id: str) -> str:
    """The id of the text that explains a component."""
    return f"{component_id}-help"


def explanation(component_id: str, title: str, meaning: str, effect_of_increase: str = "") -> Component:
    """The text, a line each: what it is called, with its symbol; what it is; and what to expect when it rises.

    It is one component and not one for each line: every component of a page costs time whenever one of them changes.
    """
    lines = [title, meaning, *([message("page.rises", what=effect_of_increase)] if effect_of_increase else [])]
    return html.Div("\n".join(lines), id=help_id(component_id), hidden=True)


def question_mark(component_id: str, name: str) -> Component:
    """A small button that shows the text of a component; the keyboard finds it at the component itself."""
    return html.Button(
        "?",
        className="ask",
        tabIndex=-1,
        **{"data-help": help_id(component_id), "aria-label": message("page.what-is", name=name)},
    )
