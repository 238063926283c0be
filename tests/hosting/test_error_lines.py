"""An error is one line of JSON in the log, and says nothing of whoever met it."""

import json
import logging

import pytest

from nnviz.hosting.application import application
from nnviz.hosting.error_lines import ErrorLines
from nnviz.web import streaming

SECRET = "Ada's own rows"


@pytest.fixture
def record():
    """What is logged of an error whose texts are somebody's."""

    def made(message: str, *values: object, level: int = logging.ERROR) -> logging.LogRecord:
        try:
            try:
                {}[SECRET]
            except KeyError as error:
                raise ValueError(f"no {SECRET}") from error
        except ValueError as error:
            info = (ValueError, error, error.__traceback__)
        return logging.LogRecord("some.log", level, __file__, 1, message, values, info, "a_function")

    return made


def test_an_error_is_a_line_with_its_kind_and_place_and_nothing_that_was_typed(record):
    line = ErrorLines().format(record("Process %s fails on %s", 12, SECRET))
    assert "\n" not in line
    said = json.loads(line)
    assert said["level"] == "error"
    assert said["errors"] == ["ValueError", "KeyError"]
    assert said["places"][0].startswith("tests/hosting/test_error_lines.py:")
    assert said["message"] == "Process 12 fails on …"
    assert SECRET not in line


def test_a_message_without_a_pattern_may_be_anybodys(record):
    assert "message" not in json.loads(ErrorLines().format(record(f"Invalid request: {SECRET}")))


def test_what_is_no_error_is_logged_as_ever(record):
    assert (
        ErrorLines("%(message)s")
        .format(record("Listening at %s", "a port", level=logging.INFO))
        .startswith("Listening at a port")
    )


def test_an_error_in_an_answer_is_one_line_without_the_question(monkeypatch, capfd):
    def fails(question):
        raise RuntimeError(str(question))

    monkeypatch.setattr(streaming, "answer", fails)
    question = {"lesson": "lab", "settings": {"own_data": SECRET}, "steps": 5}
    answer = application().test_client().post(f"/api/training?name={SECRET}", json=question)
    assert answer.status_code == 500
    assert SECRET not in answer.text
    (line,) = capfd.readouterr().err.splitlines()
    assert SECRET not in line
    said = json.loads(line)
    assert (said["request"], said["errors"]) == ("training", ["RuntimeError"])
    assert said["places"][-1].endswith(" fails")
