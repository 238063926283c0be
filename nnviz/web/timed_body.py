"""A body has to arrive in time: whoever sends half of it and waits must not keep a connection for ever."""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import Any

import gevent
from werkzeug.exceptions import BadRequest, RequestTimeout

SECONDS = 5.0
"""From the end of the headers to the end of a short body."""

SLOWEST = 100_000
"""Bytes a second that a long body has to have: the longest, a CSV of 1 MB, has ten seconds more."""

LONGEST = 10 * SLOWEST
"""What is said to be longer gets no more time: it is refused unread."""

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


def with_timed_bodies(application: Application) -> Application:
    """The WSGI application, to which reading a body that comes too slowly is a 408, and one that is none a 400."""

    def timed(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["wsgi.input"] = TimedBody(environ["wsgi.input"], SECONDS + _said_length(environ) / SLOWEST)
        return application(environ, start_response)

    return timed


def _said_length(environ: Environ) -> int:
    text = environ.get("CONTENT_LENGTH") or ""
    return min(int(text[:10]), LONGEST) if text.isascii() and text.isdecimal() else 0


class TimedBody:
    """A server's stream of a body, to be read to its end within so many seconds from now."""

    def __init__(self, stream: Any, seconds: float) -> None:
        self._stream, self._end = stream, monotonic() + seconds

    def read(self, *size: int) -> bytes:
        """The next bytes. Raises RequestTimeout when they do not come, BadRequest when they make no sense."""
        return self._in_time(self._stream.read, *size)

    def readline(self, *size: int) -> bytes:
        """The next line, as `read` does."""
        return self._in_time(self._stream.readline, *size)

    def readlines(self, *_hint: int) -> list[bytes]:
        """All lines that are left."""
        return list(self)

    def __iter__(self) -> Iterator[bytes]:
        """The lines, each as `readline` gives it."""
        return iter(self.readline, b"")

    def _in_time(self, read: Callable[..., bytes], *size: int) -> bytes:
        # Servers close a connection after its answer when they have seen an ordinary exception in their own reading.
        try:
            with gevent.Timeout(max(self._end - monotonic(), 0.001), TimeoutError()):
                return read(*size)
        except TimeoutError:
            raise RequestTimeout("The body of the request did not arrive in time.") from None
        except Exception as error:  # each server has its own for a broken connection or a chunk without size
            raise BadRequest("The body of the request cannot be read.") from error
