"""As much of WebDriver BiDi as is needed: commands over a WebSocket, and the events that come in between."""

import json
import socket
from collections.abc import Callable
from typing import Any

from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection, CloseConnection, Ping, Request, TextMessage

LONGEST = 60.0
"""Seconds that an answer may take."""


class BiDi:
    """A connection to a browser; `on_event` is given the method and the parameters of what it tells by itself."""

    def __init__(self, port: int, on_event: Callable[[str, dict[str, Any]], None]) -> None:
        self.on_event = on_event
        self.sent = 0
        self.text = ""
        self.waiting: list[dict[str, Any]] = []
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=LONGEST)
        self.wire = WSConnection(ConnectionType.CLIENT)
        self.socket.sendall(self.wire.send(Request(host=f"127.0.0.1:{port}", target="/session")))
        self.is_open = False
        while not self.is_open:
            self._receive()

    def send(self, method: str, **parameters: Any) -> Any:
        """The result of a command; a RuntimeError with the browser's words where it is refused."""
        self.sent += 1
        said = json.dumps({"id": self.sent, "method": method, "params": parameters})
        self.socket.sendall(self.wire.send(TextMessage(data=said)))
        while True:
            for answer in self._messages():
                if answer.get("id") == self.sent:
                    if answer["type"] == "error":
                        raise RuntimeError(f"{method}: {answer['message']}")
                    return answer["result"]
                self.on_event(answer.get("method", ""), answer.get("params", {}))
            self._receive()

    def close(self) -> None:
        """Leave the browser."""
        self.socket.close()

    def _messages(self) -> list[dict[str, Any]]:
        found, self.waiting = self.waiting, []
        return found

    def _receive(self) -> None:
        self.wire.receive_data(self.socket.recv(1 << 20) or None)
        for event in self.wire.events():
            if isinstance(event, AcceptConnection):
                self.is_open = True
            elif isinstance(event, Ping):
                self.socket.sendall(self.wire.send(event.response()))
            elif isinstance(event, TextMessage):
                self.text += event.data
                if event.message_finished:
                    self.waiting.append(json.loads(self.text))
                    self.text = ""
            elif isinstance(event, CloseConnection):
                raise RuntimeError("the browser has closed the connection")
