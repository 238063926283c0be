"""JSON as the network may send it, and as it is answered.

What the standard forbids is refused, and so is what is nested without end.

Python's own parser takes more than JSON has (NaN, infinities, halves of surrogate pairs, integers of any length), and
each of these would be an accident further in.
"""

from typing import Any

import orjson
from flask import Response
from flask.json.provider import DefaultJSONProvider

DEEPEST = 32
"""How deep lists and objects of a body may be nested; the deepest that a page of ours sends has nine levels."""


class StrictJson(DefaultJSONProvider):
    """Flask's JSON, read strictly and written fast."""

    def response(self, *args: Any, **kwargs: Any) -> Response:
        """The answer that says a value, without spaces: that of a training request has up to 1.4 MB."""
        value = self._prepare_response_obj(args, kwargs)
        return Response(orjson.dumps(value), mimetype=self.mimetype)

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """The value of a text in UTF-8. Raises ValueError, which Flask answers with 400."""
        value = orjson.loads(s)
        if not is_shallow(value):
            raise ValueError(f"Lists and objects are nested more than {DEEPEST} levels deep.")
        return value


def is_shallow(value: Any) -> bool:
    """Whether lists and objects are nested at most DEEPEST levels."""
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [inner for item in level for inner in _inner(item)]
        if not level:
            return True
    return False


def _inner(item: Any) -> list[Any]:
    if isinstance(item, dict):
        return list(item.values())
    return item if isinstance(item, list) else []
