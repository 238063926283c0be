"""The wiring, the same for every lesson: controls -> settings -> figures and text; training requests -> frames.

The two questions of a page, for pictures and for the next stretch of its run, are callbacks of the app that
assets/js/server.mjs asks itself, so no component stands for their ends.
"""

from collections.abc import Callable
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from werkzeug.exceptions import BadRequest

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.web import drawing, streaming
from nnviz.web.controls import control_id
from nnviz.web.named_rows import spelled_out
from nnviz.web.requests import BadRequestError


def register(app: Dash) -> None:
    """Declare what collects the settings of each lesson, and the callbacks that draw and train for all of them."""
    for lesson in discover().values():
        _settings_of_controls(app, lesson)
    _answer(app, "drawing", drawing.answer)
    _answer(app, "training", streaming.answer)


def _settings_of_controls(app: Dash, lesson: Lesson) -> None:
    """Call a function of assets/js/page.mjs when the page appears and when a control changes.

    Nothing is ever put out: Dash only calls a function when a page appears if the page has an output of it.
    """
    app.clientside_callback(
        ClientsideFunction("nnviz", "collect"),
        Output(f"{lesson.slug}--settings", "data"),
        [Input(control_id(lesson.slug, name), "value") for name in lesson.settings.model_fields],
        State(f"{lesson.slug}--declaration", "data"),
    )


def _answer(app: Dash, name: str, answer: Callable[[object], dict[str, Any]]) -> None:
    @app.callback(  # type: ignore[untyped-decorator]
        Output(f"{name}-response", "data"), Input(f"{name}-request", "data"), prevent_initial_call=True
    )
    def respond(request: Any) -> dict[str, Any]:
        said = spelled_out(request)
        try:
            return said.told(answer(said.request))
        except BadRequestError as error:
            raise BadRequest(str(error)) from error
