"""The keys of the keyboard and what they do; assets/js/shell/shortcuts.mjs acts on them, and the dialog lists them."""

from typing import Any

from dash import html

KEYS = {
    "Space": "Play or pause",
    "←": "One step back",
    "→": "One step on",
    "Home": "To the start of the timeline",
    "End": "To the end of the timeline",
    "r": "Reset: start again from the same weights",
    "n": "Next preset",
    "p": "Previous preset",
    "[": "Slower",
    "]": "Faster",
    "f": "Projector mode on or off",
    "d": "Dark or light",
    "h": "Hold this run to compare it with the next",
    "?": "This list",
    "Esc": "Close a dialog or a menu, leave projector mode",
}
"""A key as its cap shows it -> what it does."""


def key_list() -> list[Any]:
    """The content of the dialog: a list of the keys, and when they are left alone."""
    terms = [html.Div([html.Dt(html.Kbd(key)), html.Dd(meaning)]) for key, meaning in KEYS.items()]
    note = "Keys that are typed into a text box go there, and the arrows move a slider that has the focus."
    return [html.Dl(terms, className="keys"), html.P(note)]
