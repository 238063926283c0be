"""One's own rows in a request: said once in full, and from then on by the name that the answer told.

A request whose settings name rows that this process does not remember gets {"unknown_rows": [names]} and nothing
else. It is no error, since a browser writes errors to its console: the browser then says the rows in full. Everything
behind this module sees the rows themselves, in their canonical text, so a request is the same, and is answered from
the same caches, however its rows were said.
"""

from typing import Any, NamedTuple, get_args

from flask import abort, jsonify, make_response

from nnviz.core.data.datasets import Task
from nnviz.user_data.known_rows import KNOWN_ROWS, NAME
from nnviz.web.answers import do_not_keep

BEGINNINGS = tuple(f"{task}," for task in get_args(Task))
"""What a canonical text begins with."""


class SpelledOut(NamedTuple):
    """A request with all rows in full, and the names of those that were said so, by the field whose value they are."""

    request: Any
    names: dict[str, str]

    def told(self, answer: dict[str, Any]) -> dict[str, Any]:
        """The answer, which also tells the names as `rows` when there are any."""
        return {**answer, "rows": self.names} if self.names else answer


def spelled_out(request: Any) -> SpelledOut:
    """A request as it was sent, whatever its shape; ends with the names of rows that are not remembered."""
    names: dict[str, str] = {}
    return SpelledOut(_spelled_out(request, names), names)


def _spelled_out(part: Any, names: dict[str, str]) -> Any:
    if isinstance(part, list):
        return [_spelled_out(item, names) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _rows(key, item, names) if isinstance(item, str) else _spelled_out(item, names)
        for key, item in part.items()
    }


def _rows(field: str, text: str, names: dict[str, str]) -> str:
    """The text of a field, rows in full."""
    if NAME.fullmatch(text):
        return KNOWN_ROWS.text(text) or _unknown(text)
    known = KNOWN_ROWS.remember(text) if text.startswith(BEGINNINGS) else None
    if known is None:
        return text
    names[field], canonical = known
    return canonical


def _unknown(name: str) -> str:
    sentence = "The server does not remember these rows: say them in full."
    do_not_keep()  # another time they may be known
    return abort(make_response(jsonify({"unknown_rows": [name], "problem": sentence})))
