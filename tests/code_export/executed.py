"""Runs scripts, and reads what they leave behind."""

import ast
import contextlib
import io
import sys
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.figure import Figure


def executed(text: str) -> dict[str, Any]:
    """The names that a script defines, after it has run where Matplotlib is not installed."""
    return printing(text)[0]


def printing(text: str) -> tuple[dict[str, Any], str]:
    """The same, and what it has printed."""
    with patch.dict(sys.modules, {"matplotlib": None, "matplotlib.pyplot": None}):
        return _run(text)


def _run(text: str) -> tuple[dict[str, Any], str]:
    names: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(text, "the script", "exec"), names)
    return names, printed.getvalue()


@contextlib.contextmanager
def drawing(text: str) -> Iterator[tuple[dict[str, Any], str, Figure]]:
    """The names of a script, what it has printed and the one picture that it has drawn, with Matplotlib."""
    plt.close("all")
    with patch.object(plt, "show"):  # there is no window here
        names, printed = _run(text)
    (number,) = plt.get_fignums()
    try:
        yield names, printed, plt.figure(number)
    finally:
        plt.close("all")


def imported(text: str) -> set[str]:
    """What a script imports."""
    nodes = list(ast.walk(ast.parse(text)))
    found = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return found | {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
