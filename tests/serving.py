"""The real server for tests: `python app.py` in a process of its own, on a free port."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

ROOT = Path(__file__).resolve().parent.parent
COMMAND = (sys.executable, "app.py")
PATIENCE = 60.0
"""Seconds after which a server that has not answered will not answer."""


@dataclass(frozen=True)
class RunningServer:
    """A server's address, its process, and what it has printed so far."""

    address: str
    process: subprocess.Popen[bytes]
    log: IO[bytes]

    def status(self, path: str) -> int:
        """The status with which the server answers GET; an HTTPError when it is 400 or more."""
        return _status(self.address + path)

    def printed(self) -> str:
        """Everything the server and its workers have written."""
        return _read(self.log)

    def has_failed(self) -> bool:
        """Whether an error stands in what was printed: as a line of JSON, or as Python tells it."""
        return "Traceback" in self.printed() or '"level": "error"' in self.printed()


@contextmanager
def serving(command: tuple[str, ...] = COMMAND, cwd: Path = ROOT, **environment: str) -> Iterator[RunningServer]:
    """Start a server with these environment variables, wait until it is healthy, stop it with SIGTERM at the end."""
    with tempfile.TemporaryFile() as log, start(log, command, cwd, **{"PORT": "0", **environment}) as process:
        try:
            address = _listening_address(process, log)
            _wait_until_healthy(address, process, log)
            yield RunningServer(address, process, log)
        finally:
            process.terminate()
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()


def start(
    log: IO[bytes], command: tuple[str, ...] = COMMAND, cwd: Path = ROOT, **environment: str
) -> subprocess.Popen[bytes]:
    """Start a server with none of the caller's serving variables, and everything it prints going to `log`."""
    variables = {name: value for name, value in os.environ.items() if name not in SERVING_VARIABLES} | environment
    return subprocess.Popen(command, cwd=cwd, env=variables, stdout=log, stderr=subprocess.STDOUT)


SERVING_VARIABLES = (
    *("HOST", "PORT", "WEB_CONCURRENCY"),
    *("NNVIZ_FRAME_ANCESTORS", "NNVIZ_PREFIX", "NNVIZ_PROXIES", "NNVIZ_TRUSTED_HOSTS", "NNVIZ_METRICS"),
)


def _listening_address(process: subprocess.Popen[bytes], log: IO[bytes]) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"Listening at: (http://\S+)", _read(log)):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"the server does not listen:\n{_read(log)}")


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            _status(f"{address}/healthz")
            return
        except (URLError, OSError):
            time.sleep(0.05)
    raise AssertionError(f"the server does not answer:\n{_read(log)}")


def _status(address: str) -> int:
    with build_opener(ProxyHandler({})).open(address, timeout=5) as response:  # no proxy between a machine and itself
        return response.status


def _read(log: IO[bytes]) -> str:
    return os.pread(log.fileno(), os.fstat(log.fileno()).st_size, 0).decode(errors="replace")
