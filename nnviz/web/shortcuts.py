"""The keys of the keyboard and what they do; assets/js/shell/shortcuts.mjs acts on them, and the dialog lists them."""

from typing import Any

from dash import html

from nnviz.web.catalogue import message

KEYS = {
    "Space": "space",
    "←": "left",
    "→": "right",
    "Home": "home",
    "End": "end",
    "r": "r",
    "n": "n",
    "p": "p",
    "[": "slower",
    "]": "faster",
    "f": "f",
    "d": "d",
    "h": "h",
    "/": "search",
    "?": "list",
    "v": "v",
    "Ctrl Z": "undo",
    "Ctrl Y": "redo",
    "Esc": "escape",
}
"""A key as its cap shows it -> what it does, the message `keys.<name>`."""


def key_list() -> list[Any]:
    """The content of the dialog: a list of the keys, and when they are left alone."""
    terms = [html.Div([html.Dt(html.Kbd(key)), html.Dd(message(f"keys.{name}"))]) for key, name in KEYS.items()]
    return [html.Dl(terms, className="keys"), html.P(message("keys.note"))]
