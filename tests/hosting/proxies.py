"""The proxies of docs/hosting as processes, before replicas of ours, with the files as they are there."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from tests.serving import ROOT

HOSTING = ROOT / "docs" / "hosting"
UNPACKED = ROOT / ".venv" / "proxies"
"""Where the Makefile unpacks Debian's packages: installed, they would start services of their own."""


def program(name: str) -> str | None:
    """The proxy's program, on the PATH or unpacked."""
    folders = [str(UNPACKED / "usr" / "bin"), str(UNPACKED / "usr" / "sbin"), "/usr/sbin", os.environ["PATH"]]
    return shutil.which(name, path=os.pathsep.join(folders))


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def caddy(ports: Sequence[int], folder: Path) -> Iterator[str]:
    """Caddy before replicas on these ports: its address."""
    address = f"http://127.0.0.1:{free_port()}"
    replicas = " ".join(f"127.0.0.1:{port}" for port in ports)
    words = {
        "NNVIZ_SITE": address,
        "NNVIZ_UPSTREAMS": f"to {replicas}",
        "XDG_DATA_HOME": str(folder),
        "HOME": str(folder),
    }
    command = [program("caddy"), "run", "--config", str(HOSTING / "Caddyfile"), "--adapter", "caddyfile"]
    with _running(command, address, words):
        yield address


@contextmanager
def nginx(ports: Sequence[int], folder: Path) -> Iterator[str]:
    """Nginx before replicas on these ports: its address."""
    port = free_port()
    site = (
        (HOSTING / "nginx.conf")
        .read_text(encoding="utf-8")
        .replace("listen 127.0.0.1:8050", f"listen 127.0.0.1:{port}")
    )
    for theirs, ours in zip(("8051", "8052"), ports, strict=True):
        site = site.replace(f"127.0.0.1:{theirs}", f"127.0.0.1:{ours}")
    (folder / "site.conf").write_text(site, encoding="utf-8")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    whole = f"daemon off; pid {folder}/pid; error_log stderr; events {{}}\n"
    whole += f"http {{ access_log off; {paths}\ninclude {folder}/site.conf; }}\n"
    if os.getuid() == 0:
        whole = "user root;\n" + whole  # its folder is root's
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    command = [program("nginx"), "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with _running(command, f"http://127.0.0.1:{port}", {}):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _running(command: Sequence[str | None], address: str, words: dict[str, str]) -> Iterator[None]:
    with subprocess.Popen([str(word) for word in command], env={**os.environ, **words}) as process:
        try:
            _wait_for(process, address)
            yield
        finally:
            process.terminate()
            process.wait(timeout=15)


def _wait_for(process: subprocess.Popen[bytes], address: str) -> None:
    deadline = time.monotonic() + 30.0
    while time.monotonic() < deadline and process.poll() is None:
        try:
            status(f"{address}/healthz")
            return
        except (HTTPException, OSError):
            time.sleep(0.05)
    raise AssertionError("the proxy does not answer")


def status(address: str, body: bytes | None = None) -> int:
    """The status of the answer to a GET, or to a POST of a body.

    Who refuses a body says so and closes without reading it to the end: the answer is there although the rest of the
    body cannot be sent, and is read as curl and browsers do.
    """
    where = urlsplit(address)
    with closing(HTTPConnection(str(where.hostname), where.port, timeout=20)) as connection:
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.request("GET" if body is None else "POST", where.path, body)
        return connection.getresponse().status


PORT = re.compile(r":(\d+)$")


def port_of(address: str) -> int:
    """The port in a server's address."""
    found = PORT.search(address)
    assert found is not None
    return int(found[1])
