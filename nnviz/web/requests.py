"""What stands between the network and the callbacks: sizes, shapes, and the headers of every answer."""

from collections.abc import Callable, Iterable
from typing import Any, Literal

from dash import Dash
from flask import Flask, Response, abort, request

MOST_BYTES = 256 * 1024
"""The longest body of a request; a longer one is answered with 413."""

LONGEST_SEARCH = 16 * 1024
"""Of an address, as Dash says it: twice what the line of a request may have by which a browser loads a page."""


Question = Callable[[object], dict[str, Any]]
"""What answers a question of a page: its JSON object in, the JSON object of the answer out."""


class BadRequestError(ValueError):
    """A request that no page of ours would send; the message says what is wrong with it."""


def address_of(app: Dash, question: Literal["drawing", "training"]) -> str:
    """The address of a callback that pages call themselves."""
    return f"{app.config.routes_pathname_prefix}api/{question}"


def address_of_pages(app: Dash) -> str:
    """The address of Dash's own callbacks. Of ours the browser calls all but one: that which gives a page."""
    return f"{app.config.routes_pathname_prefix}_dash-update-component"


def limit_requests(app: Dash) -> None:
    """Refuse bodies over the limit with 413, and callback bodies that no page of the app sends with 400."""
    server: Flask = app.server
    server.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    problems = {address_of_pages(app): lambda body: problem_of(body, app)}
    problems |= dict.fromkeys(app.callback_api_paths, _problem_of_question)

    @server.before_request
    def check() -> None:
        if request.path not in problems or request.method != "POST":
            return
        problem = problems[request.path](request.get_json(silent=False))
        if problem:
            abort(Response(problem, status=400, mimetype="text/plain"))


def _problem_of_question(body: Any) -> str:
    """Dash hands the members of the body to the callback, and trusts that there are some."""
    return "" if isinstance(body, dict) else "The body is not a JSON object."


def problem_of(body: Any, app: Dash) -> str:
    """A sentence that says why a callback body is none of the app's, or nothing when it is."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return "The body is not a callback's."
    callback = app.callback_map.get(body["output"])
    if callback is None:
        return "There is no such callback."
    for kind, key in (("inputs", "inputs"), ("state", "state")):
        if not _same_props(body.get(key, []), callback[kind]):
            return f"The {key} are not this callback's."
    changed = body.get("changedPropIds", [])
    if not isinstance(changed, list) or not all(isinstance(prop, str) for prop in changed):
        return "The changed properties are not a list of names."
    if not _outputs_match(body):
        return "The outputs are not this callback's."
    home = app.config.requests_pathname_prefix.rstrip("/") or "/"
    return "" if all(_is_address(item, home) for item in body["inputs"]) else "That is no address."


def _is_address(item: dict[str, Any], home: str) -> bool:
    """Whether an input that Dash takes for the browser's address is one; Dash itself trusts it to be."""
    value = item.get("value")
    if (item["id"], item["property"]) == ("_pages_location", "pathname"):
        return value is None or (isinstance(value, str) and value.startswith(home))
    if (item["id"], item["property"]) == ("_pages_location", "search"):
        return value in ("", None) or (
            isinstance(value, str) and value.startswith("?") and len(value) <= LONGEST_SEARCH
        )
    return True


def _same_props(sent: Any, declared: Iterable[dict[str, Any]]) -> bool:
    names = [(item["id"], item["property"]) for item in declared]
    if not isinstance(sent, list) or not all(isinstance(item, dict) for item in sent):
        return False
    return [(item.get("id"), item.get("property")) for item in sent] == names


def _outputs_match(body: dict[str, Any]) -> bool:
    """Whether the outputs, sent as one object or as a list, spell the callback's own name."""
    sent = body.get("outputs", [])
    items = sent if isinstance(sent, list) else [sent]
    if not all(isinstance(item, dict) for item in items):
        return False
    names = [f"{item.get('id')}.{item.get('property')}" for item in items]
    return body["output"] in ("".join(names), f"..{'...'.join(names)}..")
