"""Runs scripts, and reads what they leave behind."""

import ast
import contextlib
import io
import sys
from typing import Any
from unittest.mock import patch

NO_MATPLOTLIB = {"matplotlib": None, "matplotlib.pyplot": None}


def executed(text: str, modules: dict[str, Any] = NO_MATPLOTLIB) -> dict[str, Any]:
    """The names that a script defines, after it has run; Matplotlib is not there unless it is among the modules."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()), patch.dict(sys.modules, modules):
        exec(compile(text, "the script", "exec"), names)
    return names


def imported(text: str) -> set[str]:
    """What a script imports."""
    nodes = list(ast.walk(ast.parse(text)))
    found = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return found | {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
