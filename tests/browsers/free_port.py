"""A port of this machine on which nobody listens."""

import socket


def free_port() -> int:
    """One that the system has just given away and got back."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
