"""Answers to the questions of pages as they go over the wire: compressed once, and kept for whoever asks the same.

An answer is a function of its question, so a class that opens one link is served from memory. What is made for one
asker is compressed in a fifth of a millisecond where the asker takes zstd. Files, which are compressed once for all,
take the longest way and the fewest bytes (compression.py).
"""

import gzip
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

import brotli
from cachetools import LRUCache
from dash import Dash
from flask import Response, g, has_request_context, request

zstd = import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")

MOST_BYTES = 48 * 2**20
"""Of answers in the memory of a worker: one has 10 to 40 kB."""

LEAST = 500
"""Bytes below which compressing an answer saves nothing."""

COMPRESSIONS: Mapping[str, Callable[[bytes], bytes]] = {
    "zstd": lambda body: zstd.compress(body, 3),  # a seventh larger than brotli's level 5, in an eighth of the time
    "br": lambda body: brotli.compress(body, quality=4),
    "gzip": lambda body: gzip.compress(body, 5),
    "": lambda body: body,
}
"""The ways to compress by what they are called in a request, the best one first."""


class Kept(NamedTuple):
    """An answer as it is sent."""

    body: bytes
    encoding: str
    mimetype: str


Key = tuple[str, bytes, str]
"""The address that was asked, the question, and the compression."""


def do_not_keep() -> None:
    """Let the answer to the present request be made anew the next time."""
    if has_request_context():
        g.is_passing = True


class KeptAnswers:
    """The latest answers of a worker."""

    def __init__(self, app: Dash) -> None:
        self._app = app
        self._answers: LRUCache[Key, Kept] = LRUCache(MOST_BYTES, getsizeof=lambda kept: len(kept.body))

    def look_up(self) -> Response | None:
        """The answer to the present request, if it is a question that has been answered before."""
        if not self._is_question():
            return None
        kept = self._answers.get(self._key())
        g.lookup = "hit" if kept else "miss"
        if kept is None:
            return None
        response = Response(kept.body, mimetype=kept.mimetype)
        _say_encoding(response, kept.encoding)
        return response

    def keep(self, response: Response) -> Response:
        """Compress the answer to the present request, if it is one to a question, and keep it."""
        if g.get("lookup") != "miss" or response.status_code != 200:
            return response
        body, key = response.get_data(), self._key()
        encoding = key[2] if len(body) >= LEAST else ""
        kept = Kept(COMPRESSIONS[encoding](body), encoding, response.mimetype or "")
        if len(kept.body) < MOST_BYTES // 32 and not g.get("is_passing"):
            self._answers[key] = kept
        response.set_data(kept.body)
        _say_encoding(response, encoding)
        return response

    def _is_question(self) -> bool:
        return request.method == "POST" and request.path in self._app.callback_api_paths

    def _key(self) -> Key:
        taken = request.accept_encodings
        encoding = next((name for name in COMPRESSIONS if name and taken.quality(name) > 0), "")
        return request.path, request.get_data(), encoding


def _say_encoding(response: Response, encoding: str) -> None:
    if encoding:
        response.content_encoding = encoding
    response.vary.add("Accept-Encoding")
