"""WebKit as GTK has it, on a screen that nobody sees, driven by its own WebDriver."""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import ProxyHandler, Request, build_opener

from tests.browsers.free_port import free_port

PATIENCE = 60.0
"""Seconds until it listens, and that an answer may take."""

MINI_BROWSERS = ("usr/lib/*/webkit2gtk-4.1/MiniBrowser", "usr/lib*/webkit2gtk-4.1/MiniBrowser")
LISTEN = """
if (!window.heardHere) {
    const heard = window.heardHere = [];
    for (const kind of ["warn", "error"]) {
        const say = console[kind];
        console[kind] = (...what) => { heard.push(what.join(" ")); say.apply(console, what); };
    }
    addEventListener("error", event => heard.push(String(event.error || event.message || event.target.src)), true);
    addEventListener("unhandledrejection", event => heard.push(String(event.reason)));
}
return location.href;
"""
"""The driver tells nothing of the console, so the page itself is listened to, as soon as there is a document: what its
very first scripts say may be missed."""


class WebKit:
    """One window; used with `with`, it is closed at the end."""

    def __init__(self) -> None:
        driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
        browser = next((str(path) for way in MINI_BROWSERS for path in Path("/").glob(way)), None)
        if not (driver and screen and browser):
            raise FileNotFoundError("there is no WebKitWebDriver, no MiniBrowser or no Xvfb")
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
            [driver, f"--port={port}", "--host=127.0.0.1"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=variables,
        )
        self._start(browser)

    def _start(self, browser: str) -> None:
        """Begin a session, as soon as the driver listens."""
        options = {"binary": browser, "args": ["--automation"]}
        wanted = {"webkitgtk:browserOptions": options, "pageLoadStrategy": "none"}
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
        end = time.monotonic() + PATIENCE
        while self._listening_at().split("?")[0] != address.split("?", maxsplit=1)[0]:
            if time.monotonic() > end:
                raise TimeoutError(f"{address} is not loaded")

    def _listening_at(self) -> str:
        """The address of the document that is listened to now; empty where it was left in that moment."""
        try:
            return str(self.run(LISTEN))
        except RuntimeError as error:
            if "no such frame" in str(error):
                return ""
            raise

    def run(self, script: str) -> Any:
        """What a script returns, run in the page."""
        return self._ask("/execute/sync", script=script, args=[])

    def console(self) -> list[str]:
        """Warnings and errors since this was asked last."""
        found: list[str] = self.run("return (window.heardHere || []).splice(0)")
        return found

    def __enter__(self) -> "WebKit":
        return self

    def __exit__(self, *_: object) -> None:
        request = Request(self.address, method="DELETE")
        with build_opener(ProxyHandler({})).open(request, timeout=PATIENCE):
            pass
        for process in (self.driver, self.screen):
            process.terminate()
            process.wait(timeout=15)
