"""Answers to the questions of pages, and pages themselves, as they go over the wire, kept for whoever asks the same.

An answer is a function of its question, so a class that opens one link is served from memory: what has been answered
before is found before Flask, which would take longer than sending it. Files are compressed elsewhere (compression.py).
"""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any, NamedTuple, NoReturn
from wsgiref.types import WSGIApplication

from cachetools import LRUCache
from dash import Dash
from flask import Response, g, has_request_context, request
from werkzeug.exceptions import HTTPException
from werkzeug.sansio.utils import host_is_trusted

from nnviz.web.content_encodings import Packed, again, quickly, taken
from nnviz.web.requests import MOST_BYTES as LONGEST_QUESTION
from nnviz.web.requests import address_of_pages

MOST_BYTES = 48 * 2**20
"""Of answers, with their questions, in the memory of a worker: one has 10 to 70 kB."""

OVERHEAD = 2000
"""Bytes of headers and of Python's own, of each answer."""

QUESTION, LOOKUP = "nnviz.question", "nnviz.lookup"
"""In a request's environment: the key of its answer, and whether that was there, "hit" or "miss"."""

Environ = dict[str, Any]
Headers = list[tuple[str, str]]


class Key(NamedTuple):
    """What was asked, and what the asker takes: compressions, and languages of a page."""

    address: str
    question: bytes
    encodings: frozenset[str]
    languages: str


class Kept(NamedTuple):
    """An answer as it is sent, the bytes of its question, and whether it was asked for twice."""

    packed: Packed
    headers: Headers
    n_asked: int
    is_wanted: bool = False

    @property
    def size(self) -> int:
        """About the bytes that it takes in memory."""
        return len(self.packed.body) + self.n_asked + OVERHEAD

    def wanted_again(self, encodings: frozenset[str]) -> "Kept":
        """The answer in as few bytes as it takes."""
        packed = again(self.packed, encodings)
        said = {"content-encoding": packed.encoding, "content-length": str(len(packed.body))}
        headers = [(name, said.get(name.lower(), value)) for name, value in self.headers]
        return Kept(packed, headers, self.n_asked, is_wanted=True)


def do_not_keep() -> None:
    """Let the answer to the present request be made anew the next time."""
    if has_request_context():
        g.is_passing = True


class KeptAnswers:
    """The latest answers of a worker, and the WSGI application that answers with them before Flask is asked."""

    def __init__(self, app: Dash) -> None:
        """Stand before the server of the app; what is done to its answers later is done before they are kept."""
        self._app, self._pages = app, address_of_pages(app)
        self._inner: WSGIApplication = app.server.wsgi_app
        self._answers: LRUCache[Key, Kept] = LRUCache(MOST_BYTES, getsizeof=lambda kept: kept.size)
        app.server.wsgi_app = self
        app.server.after_request(self._keep)  # Flask calls the first function last

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        key = self._key(environ)
        kept = self._answers.get(key) if key else None
        if key is None or kept is None or not self._is_for_us(environ):
            environ |= {QUESTION: key, LOOKUP: "miss"} if key else {}
            return self._inner(environ, start_response)
        if not kept.is_wanted:
            kept = self._answers[key] = kept.wanted_again(key.encodings)
        environ[LOOKUP] = "hit"
        start_response("200 OK", list(kept.headers))
        return [kept.packed.body]

    def _key(self, environ: Environ) -> Key | None:
        """The key of the answer to a question, or of a document as browsers ask for it; None for all else."""
        path, languages = environ["PATH_INFO"], environ.get("HTTP_ACCEPT_LANGUAGE", "")
        encodings = taken(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if environ["REQUEST_METHOD"] == "GET" and "text/html" in environ.get("HTTP_ACCEPT", ""):
            return Key(f"{path}?{environ.get('QUERY_STRING', '')}", b"", encodings, languages)
        is_question = path in self._app.callback_api_paths
        if environ["REQUEST_METHOD"] != "POST" or not (is_question or path == self._pages):
            return None
        body = _read(environ)
        return None if body is None else Key(path, body, encodings, "" if is_question else languages)

    def _is_for_us(self, environ: Environ) -> bool:
        """Whether Flask would answer under the name by which the server was called."""
        return host_is_trusted(environ.get("HTTP_HOST"), self._app.server.config.get("TRUSTED_HOSTS"))

    def _keep(self, response: Response) -> Response:
        """Keep the answer to the present request with all of its headers, if it is one to a question or a document."""
        key = _key_of(response)
        if key is None or g.get("is_passing"):
            return response
        body, headers = response.get_data(), response.get_wsgi_headers(request.environ)
        if len(body) < MOST_BYTES // 32:
            packed = Packed(body, response.content_encoding or "")
            self._answers[key] = Kept(packed, headers.to_wsgi_list(), len(key.address) + len(key.question))
        return response


def _read(environ: Environ) -> bytes | None:
    """The body of a question whose length is said, as all browsers do; it can be read once more."""
    said = environ.get("CONTENT_LENGTH") or ""
    if not (said.isascii() and said.isdecimal() and len(said) < 10 and int(said) <= LONGEST_QUESTION):
        return None
    try:
        body: bytes = environ["wsgi.input"].read(int(said))
    except HTTPException as error:
        environ["wsgi.input"] = Unreadable(error)
        return None
    environ["wsgi.input"] = BytesIO(body)
    return body


class Unreadable:
    """The stream of a body that did not come as it should: whoever reads it gets the same error."""

    def __init__(self, error: HTTPException) -> None:
        self._error = error

    def read(self, *_size: int) -> NoReturn:
        """Raises what has happened."""
        raise self._error


def _key_of(response: Response) -> Key | None:
    """The key of an answer that may be kept."""
    key: Key | None = request.environ.get(QUESTION)
    is_text = response.mimetype in {"application/json", "text/html"} and not response.is_streamed
    return key if is_text and response.status_code == 200 else None


def pack(response: Response) -> Response:
    """Compress the answer to the present request, if it is one to a question or a document."""
    key = _key_of(response)
    if key is None:
        return response
    packed = quickly(response.get_data(), key.encodings)
    if packed.encoding:
        response.set_data(packed.body)
        response.content_encoding = packed.encoding
    response.vary.add("Accept-Encoding")
    return response
