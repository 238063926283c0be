"""The wiring, the same for every lesson: controls -> settings -> figures and text; training requests -> frames."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from werkzeug.exceptions import BadRequest

from nnviz.lesson import Lesson, discover
from nnviz.web.controls import control_id
from nnviz.web.drawing import draw_page
from nnviz.web.streaming import BadRequestError, answer


def register(app: Dash) -> None:
    """Declare the callbacks of all lessons and the one that answers every training request."""
    for lesson in discover().values():
        _settings_of_controls(app, lesson)
        _page_of_settings(app, lesson)
    _answer_training(app, "training", "receive")
    _answer_training(app, "held", "receiveHeld")  # held runs are made again beside the one that plays


def _answer_training(app: Dash, store: str, receive: str) -> None:
    response = f"{store}-response"
    app.callback(Output(response, "data"), Input(f"{store}-request", "data"), prevent_initial_call=True)(train)
    _in_browser(app, receive, Input(response, "data"))


def train(request: Any) -> dict[str, Any]:
    """The next stretch of a run.

    Raises:
        BadRequest: the request is not one that a page of ours sends.

    """
    try:
        return answer(request)
    except BadRequestError as error:
        raise BadRequest(str(error)) from error


def _in_browser(app: Dash, function: str, *inputs: Input | State) -> None:
    """Call a function of assets/page.js when an input changes; it acts through set_props and has no output."""
    app.clientside_callback(ClientsideFunction("nnviz", function), *inputs, prevent_initial_call=True)


def _settings_of_controls(app: Dash, lesson: Lesson) -> None:
    app.clientside_callback(
        ClientsideFunction("nnviz", "collect"),
        Output(f"{lesson.slug}--settings", "data"),
        [Input(control_id(lesson.slug, name), "value") for name in lesson.settings.model_fields],
        State(f"{lesson.slug}--declaration", "data"),
    )


def _page_of_settings(app: Dash, lesson: Lesson) -> None:
    @app.callback(  # type: ignore[untyped-decorator]
        Output(f"{lesson.slug}--drawn", "data"),
        Output(f"{lesson.slug}--tags", "data"),
        Output(f"{lesson.slug}--text", "children"),
        Output(f"{lesson.slug}--notice", "children"),
        Output(f"{lesson.slug}--facts", "children"),
        Input(f"{lesson.slug}--settings", "data"),
        State(f"{lesson.slug}--tags", "data"),
        prevent_initial_call=True,
    )
    def draw(words: Any, tags: Any) -> tuple[Any, ...]:
        if not isinstance(words, dict):
            raise BadRequest("The settings are not an object.")
        page = draw_page(lesson, lesson.settings.read(words))
        return page.news(tags if isinstance(tags, dict) else {}), page.tags, page.text, page.notice, page.facts

    _in_browser(app, "show", Input(f"{lesson.slug}--drawn", "data"))
