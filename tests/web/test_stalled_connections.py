"""Hundreds of connections on which nothing more comes: nobody else waits for them, and each is closed in the end."""

import socket
from urllib.parse import urlsplit

import pytest

from tests.serving import RunningServer, serving

STALLED = {
    "nothing sent": (b"", b""),
    "headers without an end": (b"GET /lab HTTP/1.1\r\nHost: a\r\nX-Slow: ", b""),
    "no body": (
        b"POST /api/training HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n",
        b"HTTP/1.1 408",
    ),
    "half of a body": (
        b'POST /code HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"lesson":',
        b"HTTP/1.1 408",
    ),
    "chunks without an end": (
        b"POST /own-data HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n1,2,3\r\n",
        b"HTTP/1.1 408",
    ),
    "a body that is not asked for": (
        b"GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n",
        b"HTTP/1.1 200",
    ),
}
"""What is sent, and how the answer begins that comes before the connection is closed."""

OF_EACH = 60


def connected(server: RunningServer, sent: bytes) -> socket.socket:
    address = urlsplit(server.address)
    connection = socket.create_connection((address.hostname, address.port), timeout=60)
    connection.sendall(sent)
    return connection


def everything(connection: socket.socket) -> bytes:
    """All that comes until the server closes the connection; a timeout when it does not."""
    with connection, connection.makefile("rb") as answer:
        return answer.read()


@pytest.fixture(scope="module")
def full_server():
    with serving(WEB_CONCURRENCY="1") as running:
        yield running


def test_while_hundreds_stall_everyone_else_is_answered_and_then_they_are_closed(full_server: RunningServer) -> None:
    waiting = [(name, connected(full_server, sent)) for _ in range(OF_EACH) for name, (sent, _) in STALLED.items()]
    for path in ("/healthz", "/lab", "/healthz"):
        assert full_server.status(path) == 200
    for name, connection in waiting:
        assert everything(connection).startswith(STALLED[name][1]), name
    assert full_server.status("/healthz") == 200
    assert not full_server.has_failed()


def test_a_body_in_two_pieces_is_read(full_server: RunningServer) -> None:
    csv = b"a,b\n1,5\n2,3\n3,4\n4,6\n"
    head = f"POST /own-data HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {len(csv)}\r\n\r\n".encode()
    connection = connected(full_server, head + csv[:7])
    assert full_server.status("/healthz") == 200
    connection.sendall(csv[7:])
    assert everything(connection).startswith(b"HTTP/1.1 200")
