"""What administrators may count, in Prometheus' text form; nothing is counted unless they ask for it.

With several workers the numbers of all are added up: the library keeps each worker's in a file of a folder that
gunicorn's first process makes and removes (`nnviz.hosting.gunicorn_config`).
"""

import hmac
import time
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication

from cachetools import TTLCache
from flask import Flask, Response, abort, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from nnviz.hosting import environment
from nnviz.web.answers import LOOKUP

PATH = "/metrics"

PLAYING = 15.0
"""Seconds after a question for the next chunk in which a session counts as playing."""

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)

KINDS = {"/api/training": "training", "/api/drawing": "drawing", "/code": "code", "/own-data": "own-data"}
"""The paths that are counted by themselves; files and pages are two kinds more."""

REQUESTS = Counter("nnviz_requests", "Requests answered", ("kind", "status"))
LATENCY = Histogram("nnviz_request_seconds", "Seconds from request to answer", ("kind",), buckets=SECONDS)
CPU = Histogram("nnviz_cpu_seconds", "Seconds of CPU per answer", ("kind",), buckets=SECONDS)
CACHED = Counter("nnviz_cache_lookups", "Answers that were there already, and those that were not", ("kind", "lookup"))
SESSIONS = Gauge("nnviz_sessions_playing", "Sessions that play", multiprocess_mode="livesum")


def add_metrics(server: Flask) -> None:
    """Count every answer, and answer GET /metrics where the environment says who may read it."""
    readers = environment.metrics()
    if readers is None:
        return
    server.wsgi_app = Counting(server.wsgi_app)  # type: ignore[method-assign]
    server.add_url_rule(PATH, "metrics", lambda: _answer(readers))


class Counting:
    """A WSGI application whose answers are counted: around everything, so that what others do for them is counted."""

    def __init__(self, inner: WSGIApplication) -> None:
        self._inner, self._playing = inner, TTLCache[int, bool](maxsize=10_000, ttl=PLAYING)

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        began, status = (time.perf_counter(), time.thread_time()), ["500"]

        def start(said: str, *headers: Any) -> Any:
            status[0] = said.partition(" ")[0]
            return start_response(said, *headers)

        try:
            return self._inner(environ, start)
        finally:
            self._count(environ, status[0], *began)

    def _count(self, environ: dict[str, Any], status: str, began: float, began_work: float) -> None:
        kind = kind_of(environ.get("PATH_INFO", ""))
        REQUESTS.labels(kind, status).inc()
        LATENCY.labels(kind).observe(time.perf_counter() - began)
        CPU.labels(kind).observe(time.thread_time() - began_work)
        if LOOKUP in environ:
            CACHED.labels(kind, environ[LOOKUP]).inc()
        if kind == "training":
            self._playing[session(environ)] = True
        SESSIONS.set(len(self._playing))


def kind_of(path: str) -> str:
    """The kind of a request: its path says no more, so that nobody's settings are counted."""
    if path.startswith(("/assets/", "/_dash-component-suites/", "/_favicon")):
        return "file"
    return KINDS.get(path, "page")


def session(environ: dict[str, Any]) -> int:
    """A number for who asks, which says nothing about them: it is salted in each process and kept for seconds."""
    referrer = environ.get("HTTP_REFERER", "").partition("?")[0]
    return hash((environ.get("REMOTE_ADDR"), environ.get("HTTP_USER_AGENT"), referrer))


def _answer(readers: str) -> Response:
    if not may_read(readers, request.remote_addr, request.headers.get("Authorization", "")):
        abort(404, "There is no such page.")
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def may_read(readers: str, address: str | None, authorization: str) -> bool:
    """Whether someone may read the metrics: from this machine, or whoever has the token."""
    if readers == environment.LOOPBACK:
        return _is_loopback(address)
    return hmac.compare_digest(authorization.encode(), f"Bearer {readers}".encode())


def _is_loopback(address: Any) -> bool:
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False
