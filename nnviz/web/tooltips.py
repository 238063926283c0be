"""What a thing on the page is: a text hidden beside it, which assets/68-tooltips.js shows in the one popover.

A text with the id `<id>-help` belongs to the component `<id>`. It is shown when the keyboard reaches that component,
when the pointer rests on what names the text in `data-help`, and when such a button is pressed: the way of a finger.
"""

from typing import Any

from dash import html

Component = Any


def help_id(component_id: str) -> str:
    """The id of the text that explains a component."""
    return f"{component_id}-help"


def explanation(component_id: str, title: list[Component], meaning: str, rises: str = "") -> Component:
    """The text: what it is called, with its symbol; what it is; and what to expect when it rises."""
    more = [html.P([html.B("When it rises: "), rises])] if rises else []
    return html.Div([html.Strong(title), html.P(meaning), *more], id=help_id(component_id), hidden=True)


def question_mark(component_id: str, name: str) -> Component:
    """A small button that shows the text of a component; the keyboard finds it at the component itself."""
    return html.Button(
        "?",
        className="ask",
        tabIndex=-1,
        **{"data-help": help_id(component_id), "aria-label": f"What is “{name}”?"},
    )
