"""The headers of every answer: a content security policy that lets nothing in from elsewhere, and its companions."""

import os
import re
from functools import cache
from importlib import import_module

from dash import Dash
from flask import Response, request

from nnviz.web.document import import_map_hash, program_version, version

FRAME_ANCESTORS = "NNVIZ_FRAME_ANCESTORS"
"""The environment variable that lists the origins which may embed a page; without it only this server's own may."""

FOR_EVER = "public, max-age=31536000, immutable"
"""For addresses that say which version of a file they name, as Dash's `?m=` does: another version has another one."""

VERSION = "X-Version"
"""Which version of the program has answered a question: assets/js/server.mjs compares it with the page's own."""

NOT_AT_ALL = "no-store"

_FINGERPRINT = re.compile(r"/_dash-component-suites/(.*)\.v([\w-]+)m[0-9a-fA-F]+\.")
"""How Dash writes the version of a library, and the time of its files, into their names."""

_ORIGIN = re.compile(r"'self'|\*|https?://[\w.*-]+(:\d+)?")


def add_headers(app: Dash) -> None:
    """Put the policy and its companions on every answer."""
    ancestors = _ancestors(os.environ.get(FRAME_ANCESTORS, ""))

    @cache
    def policy() -> str:
        """Made with the first answer: Dash adds a script of its own when it sets up the pages, before that."""
        return content_security_policy([*app.csp_hashes(), import_map_hash()], ancestors)

    @app.server.after_request  # type: ignore[untyped-decorator]
    def set_headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy()
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if request.method == "POST":
            response.headers[VERSION] = program_version()
        if response.mimetype == "text/html":
            response.vary.add("Accept-Language")
        if names_version(app) and response.status_code == 200:
            response.headers["Cache-Control"] = FOR_EVER if is_of_this_version(app) else NOT_AT_ALL
        return response


def names_version(app: Dash) -> bool:
    """Whether the request is for a file whose address says which version of it is meant."""
    return "m" in request.args if _asset(app) else has_fingerprint(request.path)


def is_of_this_version(app: Dash) -> bool:
    """Whether the version that is meant is the one that this server has.

    While a new version replaces an old one, either may be asked for the other's files. What it then answers must not
    be kept under that address: a browser would keep old code for a year.
    """
    asset = _asset(app)
    return request.args["m"] == version(asset) if asset else _is_of_this_library(request.path)


def _asset(app: Dash) -> str:
    """The path in assets/ of the file that is asked for; nothing when it is none of these."""
    start = f"{app.config.routes_pathname_prefix}{app.config.assets_url_path}/"
    return request.path.removeprefix(start) if request.path.startswith(start) else ""


def has_fingerprint(path: str) -> bool:
    """Whether an address is that of a library's file and says which version of the library is meant."""
    return bool(_FINGERPRINT.search(path))


def _is_of_this_library(path: str) -> bool:
    """Whether the library's version is that in the address; when its files were written says nothing."""
    said = _FINGERPRINT.search(path)
    if said is None:
        return False
    part = ".".join(said[1].split("/")[:2])  # parts of Dash that have a version of their own: dash.dcc
    library = import_module(part if part in ("dash.dcc", "dash.html", "dash.dash_table") else said[1].partition("/")[0])
    return said[2] == re.sub(r"[^\w-]", "_", str(library.__version__))


def content_security_policy(script_hashes: list[str], frame_ancestors: str) -> str:
    """The policy: scripts, styles, images and connections from this server only."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes)}",
            "style-src 'self' 'unsafe-inline'",  # Plotly and React set style attributes
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            f"frame-ancestors {frame_ancestors}",
        ]
    )


def _ancestors(origins: str) -> str:
    """The origins of the environment; ends the program with a sentence when one of them is none."""
    named = origins.replace(",", " ").split()
    strange = [origin for origin in named if not _ORIGIN.fullmatch(origin)]
    if strange:
        raise SystemExit(f"{FRAME_ANCESTORS} lists origins such as https://example.org, but {strange[0]!r} is none.")
    return " ".join(named) or "'self'"
