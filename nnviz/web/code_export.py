"""The tool that shows the code: a dialog in the browser, and the address that answers with a script."""

from functools import lru_cache
from typing import Any

from dash import Dash, html
from flask import Response, jsonify, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nnviz.code_export.script import CELL, Script
from nnviz.code_export.trained import Trains
from nnviz.code_export.training_script import training_script
from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.web.catalogue import message
from nnviz.web.named_rows import spelled_out
from nnviz.web.setting_changes import MOST_CHANGES

PATH = "code"
FIRST_STEPS = 200
"""How far a script goes when the page is still at its beginning."""

OTHER_FORM = (
    "The server knows no request of this form. If the page was open when the server was renewed, load it again."
)


class Change(BaseModel):
    """Settings as text, and the step from which they hold."""

    model_config = ConfigDict(extra="forbid")
    step: int = Field(ge=0, le=10**9)
    settings: dict[str, str] = Field(max_length=64)


class CodeRequest(BaseModel):
    """What is on the screen: the page, its link, the settings in turn, and the step."""

    model_config = ConfigDict(extra="forbid")
    lesson: str = Field(max_length=64)
    link: str = Field(max_length=2000)
    setting_changes: list[Change] = Field(min_length=1, max_length=MOST_CHANGES + 1)
    step: int = Field(ge=0, le=10**9)


def code_dialog() -> list[Any]:
    """The content of the dialog: what it is, three buttons, and the text."""
    buttons = {"code-copy": "code.copy", "code-py": "code.python", "code-ipynb": "code.notebook"}
    return [
        html.P(message("code.about")),
        html.Div([html.Button(message(key), id=name) for name, key in buttons.items()], className="code-buttons"),
        html.P(id="code-status", role="status"),
        html.Pre(html.Code(id="code-text"), className="code", tabIndex="0"),
    ]


def add_code_route(app: Dash) -> None:
    """Answer `POST /code` with a script for the settings in its body; 400 for what no page of ours sends."""

    @app.server.route(f"{app.config.routes_pathname_prefix}{PATH}", methods=["POST"])  # type: ignore[untyped-decorator]
    def code() -> tuple[Response, int]:
        try:
            return jsonify(answer(CodeRequest.model_validate(spelled_out(request.get_json(silent=False)).request))), 200
        except ValidationError as error:
            return Response(f"{OTHER_FORM}\n{error}", mimetype="text/plain"), 400
        except LookupError as error:
            return Response(str(error), mimetype="text/plain"), 400


def answer(asked: CodeRequest) -> dict[str, str] | dict[str, bool]:
    """The texts {name, python, notebook} of the script, or {nothing: true} where a page has none.

    Raises LookupError when there is no such page.
    """
    return _answer(asked.model_dump_json())


@lru_cache(maxsize=64)
def _answer(asked_json: str) -> dict[str, str] | dict[str, bool]:
    asked = CodeRequest.model_validate_json(asked_json)
    lesson = discover().get(asked.lesson)
    if lesson is None:
        raise LookupError("there is no such page")
    text = script_text(lesson, asked)
    if text is None:
        return {"nothing": True}
    link = as_one_address(asked.link)
    intro = f"{CELL}{lesson.title}\n# What {link} shows, computed with NumPy alone.\n"
    script = Script(lesson.title, link, intro + text)
    return {"name": lesson.slug, "python": script.text, "notebook": script.notebook()}


def as_one_address(link: str) -> str:
    """The link as it can stand in a comment and in a code span, whatever was sent: one line of visible signs."""
    words = "".join(letter if letter.isprintable() else " " for letter in link).split()
    return " ".join(words).replace("`", "%60")


def script_text(lesson: Lesson, asked: CodeRequest) -> str | None:
    """The script of a page: the lesson's own, or that of what its run trains; None where there is neither."""
    changes = sorted(asked.setting_changes, key=lambda change: change.step)
    settings = [lesson.settings.parse(change.settings) for change in changes]
    if lesson.code is not None:
        return lesson.code(settings[-1])
    if lesson.run is None or not isinstance(lesson.run, Trains):
        return None
    n_steps = min(asked.step or FIRST_STEPS, lesson.run.n_steps)
    later = [min(change.step, n_steps) for change in changes[1:]]
    spans = zip(settings, [0, *later], [*later, n_steps], strict=True)
    shown = [(part, end) for part, start, end in spans if start < n_steps]
    try:
        return training_script([lesson.run.trained(part, end) for part, end in shown], lesson.drawing(settings[-1]))
    except KeyError:
        return None
