"""The command `nnviz`: it says where to serve, starts the server and opens the browser."""

import argparse
import importlib
import os
import subprocess
import sys
from pathlib import Path

import nnviz
from nnviz.hosting import environment

OPTIONS = {
    "host": (environment.HOST, "the address to listen at; 0.0.0.0 for everyone in the network (127.0.0.1)"),
    "port": (environment.PORT, "the port to listen at; 0 takes a free one (8050)"),
    "workers": (environment.WORKERS, "how many processes answer (the number of cores, at most 4)"),
    "prefix": (environment.PREFIX, "the path under which browsers find it, such as /nnviz/ (/)"),
}
"""The options, each with the variable of the environment that says the same, and what it means."""


def main() -> None:
    """Serve as the arguments and the environment say; ends when the server stops."""
    parser = argparse.ArgumentParser("nnviz", description="A laboratory for teaching neural networks, in a browser.")
    for option, (variable, meaning) in OPTIONS.items():
        parser.add_argument(f"--{option}", help=f"{meaning}; or {variable}")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")
    given = parser.parse_args()
    for option, (variable, _) in OPTIONS.items():
        if (value := getattr(given, option)) is not None:
            os.environ[variable] = value
    serve(opens_browser=not given.no_browser)


def serve(opens_browser: bool = False) -> None:
    """Serve with gunicorn where it runs, else with one gevent process; ends when the server stops.

    This process becomes gunicorn without having imported the application: gevent has to patch the standard library
    first, and only the workers need Dash in memory.
    """
    configuration = importlib.import_module("nnviz.hosting.gunicorn_config")  # ends with a sentence on nonsense
    if opens_browser:
        opening = [sys.executable, "-m", "nnviz.hosting.opening", configuration.host, str(configuration.port)]
        subprocess.Popen([*opening, environment.prefix()])
    if sys.platform == "win32":
        from nnviz.hosting.one_process import serve_in_one_process

        serve_in_one_process(configuration.host, configuration.port)
        return
    folder, path = str(Path(nnviz.__file__).resolve().parents[1]), os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([folder, path] if path else [folder])  # a checkout is not installed
    arguments = ["--config", "python:nnviz.hosting.gunicorn_config", "nnviz.hosting.application:application()"]
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *arguments])
