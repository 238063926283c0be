"""Firefox without a window, driven over WebDriver BiDi, which it speaks itself."""

import json
import shutil
import subprocess
import tempfile
import time
from typing import Any

from tests.browsers.bidi import BiDi
from tests.browsers.free_port import free_port

PATIENCE = 60.0
"""Seconds until it listens."""

NAMES = ("firefox-esr", "firefox")


class Firefox:
    """One tab; used with `with`, it is closed at the end."""

    def __init__(self) -> None:
        binary = next((found for name in NAMES if (found := shutil.which(name))), None)
        if binary is None:
            raise FileNotFoundError("there is no Firefox")
        port = free_port()
        self.profile = tempfile.TemporaryDirectory()
        command = [binary, "--headless", "--no-remote", "--profile", self.profile.name]
        command += ["--remote-debugging-port", str(port), "--width", "1280", "--height", "800", "about:blank"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.said: list[str] = []
        self.bidi = self._connected(port)
        self.bidi.send("session.new", capabilities={})
        self.bidi.send("session.subscribe", events=["log.entryAdded"])
        self.tab = self.bidi.send("browsingContext.getTree")["contexts"][0]["context"]
        self.bidi.send("browsingContext.setViewport", context=self.tab, viewport={"width": 1280, "height": 720})

    def _connected(self, port: int) -> BiDi:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return BiDi(port, self._hear)
            except OSError:
                if time.monotonic() > end or self.process.poll() is not None:
                    raise
                time.sleep(0.1)

    def _hear(self, method: str, told: dict[str, Any]) -> None:
        if method == "log.entryAdded" and told["level"] in {"warn", "error"}:
            self.said.append(str(told["text"]))

    def open(self, address: str) -> None:
        """Load a page."""
        self.bidi.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def run(self, script: str) -> Any:
        """What a script returns as JSON, run in the page."""
        function = f"() => JSON.stringify((() => {{ {script} }})() ?? null)"
        answer = self.bidi.send(
            "script.callFunction", functionDeclaration=function, target={"context": self.tab}, awaitPromise=False
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def console(self) -> list[str]:
        """Warnings and errors since this was asked last."""
        said, self.said = self.said, []
        return said

    def __enter__(self) -> "Firefox":
        return self

    def __exit__(self, *_: object) -> None:
        self.bidi.close()
        self.process.terminate()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.profile.cleanup()
