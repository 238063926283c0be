"""Hundreds of connections that send what is nearly HTTP: the server refuses or closes, and has no accident."""

import re
import socket
from contextlib import suppress
from random import Random
from urllib.parse import urlsplit

from tests.serving import RunningServer
from tests.web.raw_http import spoilt_requests

CONNECTIONS = 300


def answer(server: RunningServer, sent: bytes) -> bytes:
    """All that comes back to bytes after which nothing more is sent."""
    address = urlsplit(server.address)
    received = b""
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        with suppress(
            OSError
        ):  # the server need not read to the end what it refuses, and its answer is there all the same
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
        with suppress(ConnectionResetError):
            while piece := connection.recv(65536):
                received += piece
    return received


def test_nothing_that_is_nearly_http_is_answered_with_5xx_or_stops_the_server(server: RunningServer) -> None:
    for place, sent in enumerate(spoilt_requests(Random("raw 13"), CONNECTIONS)):
        received = answer(server, sent)
        said = f"{place}: {sent[:300]!r} -> {received[:300]!r}"
        statuses = re.findall(rb"^HTTP/1\.[01] (\d{3}) ", received, re.MULTILINE)
        assert all(status < b"500" for status in statuses), said
        assert b"Traceback" not in received, said
    assert server.status("/healthz") == 200
    assert not server.has_failed()
