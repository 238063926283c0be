"""gunicorn's gevent worker with a limit on everything that a client can draw out, and no 5xx for what is malformed.

The body's own limit is in timed_body.py, since it holds for every server.
"""

from functools import partial
from typing import Any

import gevent
from gevent.local import local
from gevent.pool import Pool
from gevent.server import StreamServer
from gunicorn.http.errors import ConfigurationProblem, InvalidHeader, UnsupportedTransferCoding
from gunicorn.workers.ggevent import GeventWorker

HEADERS = 5.0
"""Seconds for the headers of the first request of a connection; later ones may begin within gunicorn's `keepalive`."""

ANSWER = 60.0
"""Seconds for taking a piece of an answer, the largest of which has 1.4 MB."""

HURRY = 2.0
"""Seconds for headers while more than half of the connections that a worker has are in use."""


NEWCOMERS = 16
"""Connections taken up between two rounds of answers.

With one, as gunicorn has it where there are several workers, of 240 who come while all are busy the last wait for
minutes; with a hundred, the first worker that looks takes them all, and its sessions are slower than the others'.
"""


class PatientWorker(GeventWorker):  # type: ignore[misc]
    """Waits for slow clients, but not for ever, and less long the more of them there are."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._connection, self._n_open = local(), 0

    def server_class(self, listener: Any, *, spawn: Pool, **_for_others: Any) -> StreamServer:
        """What accepts connections; gunicorn asks for a class here, and would let its own accept one at a time."""
        server = StreamServer(listener, handle=partial(self.handle, listener), spawn=spawn)
        server.max_accept = NEWCOMERS
        return server

    def timeout_ctx(self) -> gevent.Timeout:
        """The time in which the next request of a connection has to begin and its headers to end."""
        hyperparameters = self.cfg.keepalive if getattr(self._connection, "has_asked", False) else HEADERS
        is_crowded = self._n_open > self.worker_connections / 2
        return gevent.Timeout(min(hyperparameters, HURRY) if is_crowded else hyperparameters, False)

    def handle(self, listener: Any, client: Any, addr: Any) -> None:
        """Serve a connection. The parent would take away the time limit of its socket, so its own parent is called."""
        self._n_open += 1
        try:
            client.settimeout(ANSWER)
            super(GeventWorker, self).handle(listener, client, addr)
        finally:
            self._n_open -= 1

    def handle_request(self, listener_name: Any, req: Any, sock: Any, addr: Any) -> None:
        """Answer a request; a client who does not take the answer is left."""
        self._connection.has_asked = True
        try:
            super().handle_request(listener_name, req, sock, addr)
        except TimeoutError:
            raise StopIteration from None  # so gunicorn is told to close the connection

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answer what is no request; gunicorn takes two kinds of those for a fault of the server."""
        if isinstance(exc, UnsupportedTransferCoding | ConfigurationProblem):
            exc = InvalidHeader(str(exc), req=req)
        super().handle_error(req, client, addr, exc)
