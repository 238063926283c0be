"""The client of the tests of proxies reads what is said to a body that nobody reads to the end."""

import socket
from threading import Thread

from tests.hosting import proxies

REFUSAL = b"HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
MORE_THAN_BUFFERS_HOLD = 50_000_000


def refuse(listener: socket.socket) -> None:
    """Answer to the first bytes of a request, and close with the rest unread: the system resets the connection."""
    connection, _ = listener.accept()
    with connection:
        connection.recv(100)
        connection.sendall(REFUSAL)
        connection.shutdown(socket.SHUT_WR)


def test_an_answer_that_comes_before_the_body_is_sent_is_read() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        refusing = Thread(target=refuse, args=(listener,))
        refusing.start()
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/own-data"
        assert proxies.status(address, b"x" * MORE_THAN_BUFFERS_HOLD) == 413
        refusing.join()
