"""The WSGI application as the environment wants it: under its prefix, behind its proxies, for its hosts."""

import sys
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.utils import redirect

from nnviz.hosting import environment
from nnviz.hosting.error_lines import log_errors_of
from nnviz.hosting.metrics import add_metrics
from nnviz.web.server import create_app

LOADING_IS_HOPELESS = 4
"""With this exit code of a worker gunicorn gives up; with others it would start the next one for ever."""


def application() -> Flask:
    """The dashboard; ends the process with a sentence when the environment makes no sense."""
    try:
        prefix = environment.prefix()
        server: Flask = create_app(prefix).server
        add_metrics(server)
        log_errors_of(server)
        server.config["TRUSTED_HOSTS"] = environment.trusted_hosts()
        n_proxies = environment.proxies()
    except SystemExit as refusal:
        print(refusal, file=sys.stderr, flush=True)
        raise SystemExit(LOADING_IS_HOPELESS) from None
    wsgi: WSGIApplication = server.wsgi_app
    if prefix != "/":
        wsgi = under_prefix(wsgi, prefix)
    if n_proxies:
        wsgi = ProxyFix(wsgi, x_for=n_proxies, x_proto=n_proxies, x_host=n_proxies, x_port=n_proxies)
    server.wsgi_app = wsgi  # type: ignore[assignment, method-assign]
    return server


def under_prefix(inner: WSGIApplication, prefix: str) -> WSGIApplication:
    """An application that answers below a prefix, as proxies hand requests on: some with the prefix, some without."""

    def outer(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if path == prefix.rstrip("/"):
            to: Callable[..., Iterable[bytes]] = redirect(prefix, 308)
            return to(environ, start_response)
        if path.startswith(prefix):
            environ["PATH_INFO"] = path[len(prefix) - 1 :]
        return inner(environ, start_response)

    return outer
