"""The dashboard as a WSGI application: Dash with one page per lesson, safe headers, limits and a health check."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from dash import Dash, page_container, register_page
from flask import Response

from nnviz.page.lesson import Lesson
from nnviz.page.page import Translation
from nnviz.page.registry import discover
from nnviz.web.answers import KeptAnswers, pack
from nnviz.web.app_shell import after_the_page, before_the_page, not_found
from nnviz.web.callbacks import register
from nnviz.web.catalogue import speaking, spoken
from nnviz.web.code_export import add_code_route
from nnviz.web.compression import add_compression
from nnviz.web.document import ASSETS, IGNORED_BY_DASH, document
from nnviz.web.front_door.routes import add_front_door
from nnviz.web.headers import add_headers
from nnviz.web.language import language_of, query_of_request
from nnviz.web.layout import page
from nnviz.web.malformed import NOT_FOUND_PAGE, refuse_malformed
from nnviz.web.requests import limit_requests
from nnviz.web.share import add_qr_code
from nnviz.web.static_html import static_html
from nnviz.web.user_data_route import add_user_data_route

NOT_LOADED = ("/deps/polyfill@", "/dash_table/", "/dash/dcc/", "/dash/html/")
"""Scripts of Dash for browsers that know no modules, for its own development, and for components of which pages use so
little that assets/js/dash_graph.js and assets/js/dash_components.js have it."""


class Laboratory(Dash):  # type: ignore[misc]
    """Dash whose document is written in the language of the request."""

    def interpolate_index(self, **parts: str) -> str:
        """The document with what Dash puts into it: metas, title, css, scripts and so on."""
        with speaking(language_of(query_of_request())):
            written = document(static_html(before_the_page()), static_html(after_the_page()), spoken())
        for name, part in parts.items():
            written = written.replace(f"{{%{name}%}}", part)
        return written

    def _generate_scripts_html(self) -> str:
        """Dash's scripts without those that no page of ours needs."""
        scripts = super()._generate_scripts_html().split("\n")
        return "\n".join(script for script in scripts if not any(name in script for name in NOT_LOADED))


def create_app(prefix: str = "/") -> Dash:
    """The Dash application; its `server` is what gunicorn serves. Nothing in the environment makes it a debug one.

    Browsers find it under the `prefix`, which requests do not have any more when they come to it.
    """
    app = Laboratory(
        "nnviz",
        routes_pathname_prefix="/",
        requests_pathname_prefix=prefix,
        assets_folder=str(ASSETS),
        **IGNORED_BY_DASH,
        use_pages=True,
        pages_folder="",
        suppress_callback_exceptions=True,  # every page has its own components
        title="nnviz",
        update_title="",
        compress=False,  # add_compression does it
        enable_mcp=False,
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    for lesson in discover().values():
        _register_page(lesson, f"/{lesson.slug}")
    register_page(NOT_FOUND_PAGE, layout=_nothing_of_query)
    app.layout = page_container
    register(app)
    KeptAnswers(app)
    refuse_malformed(app)
    limit_requests(app)
    add_code_route(app)
    add_front_door(app)
    add_headers(app)
    _add_health_check(app)
    add_user_data_route(app)
    add_qr_code(app)
    add_compression(app)
    app.server.after_request(pack)  # before flask_compress has its turn: Flask calls the latest function first
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    return app


def _register_page(lesson: Lesson, path: str) -> None:
    register_page(
        path.strip("/"),
        path=path,
        title=lambda: f"{_translation(lesson).title} · nnviz",
        description=lambda: _translation(lesson).summary,
        layout=_layout(lesson),
    )


def _translation(lesson: Lesson) -> Translation:
    return lesson.page.in_language(language_of(query_of_request()))


def _layout(lesson: Lesson) -> Callable[..., Any]:
    """The page as a function of its query, which Dash hands over as keyword arguments."""
    return partial(_page_of_query, lesson)


def _page_of_query(lesson: Lesson, /, **query: str | list[str]) -> Any:
    """The page; of a word that a link says twice, the first counts."""
    said = {name: given if isinstance(given, str) else given[0] for name, given in query.items()}
    with speaking(language_of(said)):
        return page(lesson, said)


def _nothing_of_query(**_query: str | list[str]) -> Any:
    with speaking(language_of(query_of_request())):
        return not_found()


def _add_health_check(app: Dash) -> None:
    @app.server.route("/healthz")  # type: ignore[untyped-decorator]
    def healthz() -> Response:
        """200 when the process can compute: it solves a system whose solution is known."""
        matrix = np.array([[2.0, 1.0], [1.0, 3.0]])
        solved = np.allclose(np.linalg.solve(matrix, matrix @ np.ones(2)), 1.0)
        return Response("ok\n" if solved else "wrong\n", status=200 if solved else 500, mimetype="text/plain")
