"""The wiring, the same for every lesson: controls -> settings -> figures and text; training requests -> frames.

The two questions of a page, for pictures and for the next chunk of its run, are callbacks that a page calls at their
own addresses (assets/js/server.mjs). They stand for no component, so Dash's renderer never calls them.
"""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from werkzeug.exceptions import BadRequest

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from nnviz.web import drawing, streaming
from nnviz.web.answers import do_not_keep
from nnviz.web.controls import control_id
from nnviz.web.named_rows import spelled_out
from nnviz.web.requests import BadRequestError, Question, address_of


def register(app: Dash) -> None:
    """Declare what collects the settings of each lesson, and the callbacks that draw and train for all of them."""
    for lesson in discover().values():
        _settings_of_controls(app, lesson)
    _questions(app)
    app.setup_apis()


def _settings_of_controls(app: Dash, lesson: Lesson) -> None:
    """Call a function of assets/js/page.mjs when the page appears and when a control changes: it gives the settings."""
    app.clientside_callback(
        ClientsideFunction("nnviz", "collect"),
        Output(f"{lesson.slug}--settings", "data"),
        [Input(control_id(lesson.slug, name), "value") for name in lesson.settings.model_fields],
        State(f"{lesson.slug}--config", "data"),
    )


def _questions(app: Dash) -> None:
    """The callbacks with an address; each is given the members of the JSON object that is sent to it."""

    @app.callback(api_endpoint=address_of(app, "drawing"), prevent_initial_call=True)  # type: ignore[untyped-decorator]
    def draw(**request: Any) -> dict[str, Any]:
        return _answered(drawing.answer, request)

    @app.callback(api_endpoint=address_of(app, "training"), prevent_initial_call=True)  # type: ignore[untyped-decorator]
    def train(**request: Any) -> dict[str, Any]:
        return _answered(streaming.answer, request)


def _answered(answer: Question, request: dict[str, Any]) -> dict[str, Any]:
    """The answer, which tells the names of rows that were said in full; a request that is none of ours is a 400."""
    said = spelled_out(request)
    if said.names:
        do_not_keep()  # who says rows in full wants them to be remembered, as often as they are said
    try:
        return said.told(answer(said.request))
    except BadRequestError as error:
        raise BadRequest(str(error)) from error
