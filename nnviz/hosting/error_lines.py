"""Errors in the log: each is one line of JSON that says what failed and where, and nothing of whoever asked.

The text of an exception, an address or a path may repeat what somebody has typed, so none of them is written: only
names from the program, numbers, and the places in it that led to the error.
"""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask

MOST_PLACES = 20
"""Of the way to an error, the last ones."""


class ErrorLines(logging.Formatter):
    """Writes warnings and errors as JSON; what is below is written as the format says."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        return super().format(record) if record.levelno < logging.WARNING else json.dumps(dict(_members(record)))


def _members(record: logging.LogRecord) -> Iterator[tuple[str, Any]]:
    yield "time", datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    yield "level", record.levelname.lower()
    yield "process", record.process
    yield "logged", f"{record.name}, {record.module}.{record.funcName}"
    if record.args:
        yield "message", _without_texts(record)
    if hasattr(record, "kind"):
        yield "request", record.kind
    if record.exc_info and record.exc_info[1]:
        yield "errors", [_name(error) for error in _chain(record.exc_info[1])]
        yield "places", _places(record.exc_info[2])


def _without_texts(record: logging.LogRecord) -> str:
    """The message with its numbers; a text that it would contain may be anybody's."""
    given = record.args if isinstance(record.args, tuple) else ()
    try:
        return str(record.msg) % tuple(value if isinstance(value, int | float) else "…" for value in given)
    except TypeError:  # names in the place of numbers
        return str(record.msg)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, what it was raised from, and so on."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _name(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")


def _places(way: TracebackType | None) -> list[str]:
    """File, line and function of each call on the way to an error, without the folders of this machine."""
    calls = traceback.extract_tb(way)[-MOST_PLACES:]
    return [f"{'/'.join(Path(call.filename).parts[-3:])}:{call.lineno} {call.name}" for call in calls]


def log_errors_of(server: "Flask") -> None:
    """Write the errors of the application as such lines, each with the kind of request that met it."""
    from flask import request  # not in gunicorn's first process, which has not patched the standard library

    from nnviz.hosting.metrics import kind_of

    def add_kind(record: logging.LogRecord) -> bool:
        if request:
            record.kind = kind_of(request.path)
        return True

    handler = logging.StreamHandler()
    handler.setFormatter(ErrorLines())
    handler.addFilter(add_kind)
    server.logger.handlers, server.logger.propagate = [handler], False
