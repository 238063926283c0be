"""The headers of every answer: a content security policy that lets nothing in from elsewhere, and its companions."""

import os
import re
from functools import cache

from dash import Dash
from flask import Response, request

from nnviz.web.document import import_map_hash

FRAME_ANCESTORS = "NNVIZ_FRAME_ANCESTORS"
"""The environment variable that lists the origins which may embed a page; without it only this server's own may."""

FOR_EVER = "public, max-age=31536000, immutable"
"""For addresses that say which version of a file they name, as Dash's `?m=` does: another version has another one."""

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
        if response.mimetype == "text/html":
            response.vary.add("Accept-Language")
        if is_asset(app) and "m" in request.args and response.status_code == 200:
            response.headers["Cache-Control"] = FOR_EVER
        return response


def is_asset(app: Dash) -> bool:
    """Whether the request is for a file of assets/."""
    return request.path.startswith(f"{app.config.routes_pathname_prefix}{app.config.assets_url_path}/")


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
