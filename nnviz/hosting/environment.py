"""What the environment says of how to serve. An empty variable counts as unset.

A value that makes no sense ends the program with one sentence instead of a traceback from deep inside a library.
"""

import os
import re

HOST = "HOST"
PORT = "PORT"
WORKERS = "WEB_CONCURRENCY"
PREFIX = "NNVIZ_PREFIX"
PROXIES = "NNVIZ_PROXIES"
TRUSTED_HOSTS = "NNVIZ_TRUSTED_HOSTS"

METRICS = "NNVIZ_METRICS"

LOOPBACK = "loopback"
"""Who may read the metrics: programs on this machine."""

_TOKEN = re.compile(r"[\w.~+/=-]{16,}", re.ASCII)
_PREFIX = re.compile(r"(/[\w.~@+-]+)*/", re.ASCII)
_HOST = re.compile(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*|\[[0-9a-f:]+\]", re.IGNORECASE)


def _said(variable: str) -> str:
    return os.environ.get(variable, "").strip()


def whole_number(variable: str, default: int, lowest: int, highest: int) -> int:
    """The number that a variable says; raises SystemExit with a sentence for what is none or out of range."""
    text = _said(variable) or str(default)
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
    if not lowest <= number <= highest:
        raise SystemExit(f"{variable} must be a whole number from {lowest} to {highest}, but it is {text!r}.")
    return number


def _usable_cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows do not tell which cores a process may use
        return os.cpu_count() or 1


def host() -> str:
    """The address to listen at; this machine alone when nothing is said."""
    return _said(HOST) or "127.0.0.1"


def port() -> int:
    """The port to listen at, 8050 when nothing is said; 0 takes a free one."""
    return whole_number(PORT, default=8050, lowest=0, highest=65535)


def workers() -> int:
    """How many processes answer; as many as there are cores, at most four, when nothing is said."""
    return whole_number(WORKERS, default=min(_usable_cores(), 4), lowest=1, highest=64)


def prefix() -> str:
    """The path under which browsers find the dashboard, with a slash at both ends: `/` or `/nnviz/`.

    Raises SystemExit with a sentence for what is no such path.
    """
    said = _said(PREFIX) or "/"
    path = f"/{said.strip('/')}/" if said.strip("/") else "/"
    if not _PREFIX.fullmatch(path) or {".", ".."} & set(path.split("/")):
        raise SystemExit(f"{PREFIX} must be a path such as /nnviz/, but it is {said!r}.")
    return path


def proxies() -> int:
    """How many proxies stand before the dashboard, whose `X-Forwarded-*` are believed; none when nothing is said."""
    return whole_number(PROXIES, default=0, lowest=0, highest=9)


def trusted_hosts() -> list[str] | None:
    """The names under which requests are answered, None for all; this machine's own are always among them.

    Raises SystemExit with a sentence for what is no name.
    """
    named = _said(TRUSTED_HOSTS).replace(",", " ").split()
    strange = [name for name in named if not _HOST.fullmatch(name)]
    if strange:
        raise SystemExit(f"{TRUSTED_HOSTS} lists names such as nnviz.example.org, but {strange[0]!r} is none.")
    return [*named, "localhost", "127.0.0.1", "[::1]"] if named else None


def metrics() -> str | None:
    """Who may read the metrics: LOOPBACK, or the token that they say; None when there are none.

    Raises SystemExit with a sentence, which does not repeat it, for what is no token.
    """
    said = _said(METRICS)
    if said and said != LOOPBACK and not _TOKEN.fullmatch(said):
        raise SystemExit(f"{METRICS} must be {LOOPBACK!r} or a token of at least 16 letters and digits.")
    return said or None
