"""The bar that plays a run: the buttons, the timeline and the speed; js/run/transport.mjs moves them."""

import math
from typing import Any

from dash import html

from nnviz.web.catalogue import counted, message
from nnviz.web.static_html import Input
from nnviz.web.tooltips import explanation, help_id

SPEEDS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
"""Steps a second, from single steps on; one place beyond the last means as fast as possible."""


def nearest_speed(steps_a_second: float) -> int:
    """The place on the speed slider that is nearest to a wanted speed; the one beyond SPEEDS for infinitely fast."""
    if math.isinf(steps_a_second):
        return len(SPEEDS)
    return min(range(len(SPEEDS)), key=lambda place: abs(math.log(SPEEDS[place] / steps_a_second)))


def speed_text(place: int) -> str:
    """What stands beside the speed slider at a place."""
    if place < len(SPEEDS):
        return counted("playback.steps-a-second", SPEEDS[place])
    return message("playback.fastest")


def playback_bar(hidden: bool, speed: int) -> Any:
    """Play or pause, step back and forward, reset, timeline and speed.

    `speed` is a place in SPEEDS, or the one beyond.
    """
    return html.Div(
        [
            html.Div(
                [
                    *_button("reset", "↺"),
                    *_button("step-back", "◀"),
                    *_button("play", "▶"),
                    *_button("step-forward", "▶❙"),
                    *_button("hold", message("playback.hold")),
                ],
                className="buttons",
            ),
            _range("timeline", 0, 0),
            html.Div(
                [
                    _range("speed", len(SPEEDS), speed),
                    html.Output(speed_text(speed), id="speed-value"),
                ],
                className="speed",
            ),
        ],
        className="playback d-none" if hidden else "playback",
    )


def _button(component_id: str, face: str) -> tuple[Any, Any]:
    name, meaning = message(f"playback.{component_id}"), message(f"playback.{component_id}-help")
    attributes = {"aria-label": name, "data-help": help_id(component_id)}
    button = html.Button(face, id=component_id, className="btn btn-outline-primary", **attributes)
    return button, explanation(component_id, name, meaning)


def _range(component_id: str, highest: int, value: int) -> Any:
    name, meaning, effect_of_increase = (message(f"playback.{component_id}{part}") for part in ("", "-help", "-rises"))
    label = html.Label(name, htmlFor=component_id, className="visually-hidden")
    bar = Input(id=component_id, type="range", min=0, max=highest, step=1, value=value, className="form-range")
    text = explanation(component_id, name, meaning, effect_of_increase)
    return html.Div([label, bar, text], className="range", **{"data-help": help_id(component_id)})
