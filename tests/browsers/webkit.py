"""WebKit as GTK has it, on a screen that nobody sees, driven by its own WebDriver."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener

from tests.browsers.free_port import free_port

PATIENCE = 60.0
"""Seconds until it listens, and that an answer may take."""

MINI_BROWSERS = ("usr/lib/*/webkit2gtk-4.1/MiniBrowser", "usr/lib*/webkit2gtk-4.1/MiniBrowser")
CONSOLE = re.compile(r"CONSOLE .*?\b(?:WARN|ERROR)\b.*")


class WebKit:
    """One window; used with `with`, it is closed at the end."""

    def __init__(self) -> None:
        driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
        browser = next((str(path) for way in MINI_BROWSERS for path in Path("/").glob(way)), None)
        if not (driver and screen and browser):
            raise FileNotFoundError("there is no WebKitWebDriver, no MiniBrowser or no Xvfb")
        self.folder = tempfile.TemporaryDirectory()
        self.log = (Path(self.folder.name) / "log").open("wb")
        self.heard = 0
        self.screen = subprocess.Popen(
            [screen, "-displayfd", "1", "-screen", "0", "1280x800x24"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self.screen.stdout
        display = f":{self.screen.stdout.readline().decode().strip()}"
        variables = {**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.address = f"http://127.0.0.1:{(port := free_port())}"
        self.driver = subprocess.Popen(
            [driver, f"--port={port}", "--host=127.0.0.1"], stdout=self.log, stderr=subprocess.STDOUT, env=variables
        )
        self._start(browser)

    def _start(self, browser: str) -> None:
        """Begin a session, as soon as the driver listens."""
        arguments = ["--automation", "--enable-write-console-messages-to-stdout=true"]
        wanted = {"webkitgtk:browserOptions": {"binary": browser, "args": arguments}}
        end = time.monotonic() + PATIENCE
        while True:
            try:
                session = self._ask("/session", capabilities={"alwaysMatch": wanted})
                break
            except (URLError, ConnectionError):
                if time.monotonic() > end or self.driver.poll() is not None:
                    raise
                time.sleep(0.1)
        self.address += f"/session/{session['sessionId']}"
        self._ask("/window/rect", width=1280, height=760)

    def _ask(self, path: str, **body: Any) -> Any:
        """The value of an answer; a RuntimeError with the driver's words where it refuses."""
        data = json.dumps(body).encode()
        request = Request(self.address + path, data=data, headers={"Content-Type": "application/json"})
        try:
            with build_opener(ProxyHandler({})).open(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise RuntimeError(error.read().decode(errors="replace")) from error

    def open(self, address: str) -> None:
        """Load a page."""
        self._ask("/url", url=address)

    def run(self, script: str) -> Any:
        """What a script returns, run in the page."""
        return self._ask("/execute/sync", script=script, args=[])

    def console(self) -> list[str]:
        """Warnings and errors since this was asked last."""
        text = (Path(self.folder.name) / "log").read_text(encoding="utf-8", errors="replace")
        new, self.heard = text[self.heard :], len(text)
        return CONSOLE.findall(new)

    def __enter__(self) -> "WebKit":
        return self

    def __exit__(self, *_: object) -> None:
        request = Request(self.address, method="DELETE")
        with build_opener(ProxyHandler({})).open(request, timeout=PATIENCE):
            pass
        for process in (self.driver, self.screen):
            process.terminate()
            process.wait(timeout=15)
        self.log.close()
        self.folder.cleanup()
