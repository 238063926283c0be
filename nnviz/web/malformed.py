"""The one place that turns what is malformed, or asks for what is not there, into 4xx and a sentence.

Whatever Dash takes on trust is checked before Dash sees it; whatever is refused anywhere is answered as plain text.
"""

from importlib import resources

import dash
from dash import Dash
from dash.fingerprint import check_fingerprint
from flask import Response, abort, request
from werkzeug.exceptions import HTTPException

from nnviz.web.strict_json import StrictJson
from nnviz.web.timed_body import with_timed_bodies

NOT_FOUND_PAGE = "not_found_404"
"""Dash's name for the page of every address that no other page has."""


def refuse_malformed(app: Dash) -> None:
    """Answer 400 for what is no JSON, 408 for what does not arrive, 404 for what is not there; each with a sentence."""
    app.server.wsgi_app = with_timed_bodies(app.server.wsgi_app)
    app.server.json = StrictJson(app.server)
    app.server.register_error_handler(HTTPException, _sentence)
    app.server.before_request(lambda: _refuse_unknown_files(app))
    app.server.after_request(lambda response: _say_whether_there_is_such_a_page(app, response))


def _sentence(error: HTTPException) -> Response:
    """The refusal as plain text, with its own headers, such as the methods that are allowed."""
    if error.response is not None:
        return error.response  # type: ignore[return-value]
    headers = [(name, value) for name, value in error.get_headers() if name.lower() != "content-type"]
    return Response(error.description or error.name, error.code, headers, mimetype="text/plain")


def _refuse_unknown_files(app: Dash) -> None:
    """Refuse a library's file that no page loads, and the addresses that serve developers only."""
    prefix = app.config.routes_pathname_prefix
    if request.path == f"{prefix}_reload-hash":
        abort(404, "There is no such page.")
    if request.endpoint != f"{prefix}_dash-component-suites/<string:package_name>/<path:fingerprinted_path>":
        return
    given = request.view_args or {}
    if not _is_file(app, given["package_name"], check_fingerprint(given["fingerprinted_path"])[0]):
        abort(404, "There is no such file.")


def _is_file(app: Dash, package: str, path: str) -> bool:
    """Whether a library has a file for browsers; Dash also lists some that are not in its own package."""
    return path in app.registered_paths.get(package, ()) and resources.files(package).joinpath(path).is_file()


def _say_whether_there_is_such_a_page(app: Dash, response: Response) -> Response:
    """Put 404 on the document of an address that no page has; what it then shows are the pages that there are."""
    is_document = request.method in {"GET", "HEAD"} and response.status_code == 200
    if is_document and request.endpoint == f"{app.config.routes_pathname_prefix}<path:path>":
        asked = (request.view_args or {})["path"].strip("/")
        if asked not in _addresses():
            response.status_code = 404
    return response


def _addresses() -> set[str]:
    return {page["path"].strip("/") for name, page in dash.page_registry.items() if name != NOT_FOUND_PAGE}
