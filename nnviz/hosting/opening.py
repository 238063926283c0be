"""A process of its own that waits until the dashboard answers, and opens it in the browser."""

import sys
import time
import webbrowser
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

PATIENCE = 30.0
"""Seconds after which a server that has not answered will not answer."""

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}
"""Addresses that mean all of a machine's, and the one of them by which its own browser reaches it."""


def address(host: str, port: str, prefix: str) -> str:
    """What the browser opens."""
    name = EVERYWHERE.get(host, host)
    return f"http://{f'[{name}]' if ':' in name else name}:{port}{prefix}"


def answers(home: str) -> bool:
    """Whether the dashboard is there; no proxy stands between a machine and itself."""
    try:
        with build_opener(ProxyHandler({})).open(f"{home}healthz", timeout=2) as response:
            return bool(response.status == 200)
    except (URLError, OSError):
        return False


def main(host: str, port: str, prefix: str) -> None:
    """Open the browser as soon as the dashboard answers; a port that is taken first (0) has no address to open."""
    home, end = address(host, port, prefix), time.monotonic() + PATIENCE
    while time.monotonic() < end and port != "0":
        if answers(home):
            webbrowser.open(home)
            return
        time.sleep(0.1)


if __name__ == "__main__":
    main(*sys.argv[1:])
