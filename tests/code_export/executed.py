"""Runs scripts, and reads what they leave behind."""

import ast
import contextlib
import io
from typing import Any


def executed(text: str) -> dict[str, Any]:
    """The names that a script defines, after it has run."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(compile(text, "the script", "exec"), names)
    return names


def imported(text: str) -> set[str]:
    """What a script imports."""
    nodes = list(ast.walk(ast.parse(text)))
    found = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return found | {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
