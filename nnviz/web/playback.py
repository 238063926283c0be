"""The bar that plays a run: the buttons, the timeline, the speed and the status; assets/playback.js moves them."""

import math
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from nnviz.web.held_tool import hold_button

SPEEDS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
"""Steps a second, from single steps on; one place beyond the last means as fast as possible."""


def nearest_speed(steps_a_second: float) -> int:
    """The place on the speed slider that is nearest to a wanted speed; the one beyond SPEEDS for infinitely fast."""
    if math.isinf(steps_a_second):
        return len(SPEEDS)
    return min(range(len(SPEEDS)), key=lambda place: abs(math.log(SPEEDS[place] / steps_a_second)))


def speed_word(place: int) -> str:
    """What stands beside the speed slider at a place."""
    return f"{SPEEDS[place]} steps/s" if place < len(SPEEDS) else "as fast as possible"


def playback_bar(hidden: bool, speed: int) -> Any:
    """Play or pause, step back and forward, reset, timeline, speed, and the sentence that says how the run stands.

    `speed` is a place in SPEEDS, or the one beyond.
    """
    return html.Div(
        [
            html.Div(
                [
                    _button("reset", "↺", "Reset: start again from the same weights"),
                    _button("step-back", "◀", "One step back"),
                    _button("play", "▶", "Play"),
                    _button("step-forward", "▶❙", "One step forward"),
                    hold_button(),
                ],
                className="buttons",
            ),
            _range("timeline", "Timeline", 0, 0),
            html.Div(
                [
                    _range("speed", "Speed", len(SPEEDS), speed),
                    html.Output(speed_word(speed), id="speed-word"),
                ],
                className="speed",
            ),
            html.Output("", id="status", className="status", **{"aria-live": "polite"}),
        ],
        className="playback d-none" if hidden else "playback",
    )


def _button(component_id: str, face: str, meaning: str) -> Any:
    return html.Button(
        face, id=component_id, title=meaning, className="btn btn-outline-primary", **{"aria-label": meaning}
    )


def _range(component_id: str, meaning: str, highest: int, value: int) -> Any:
    label = html.Label(meaning, htmlFor=component_id, className="visually-hidden")
    bar = dbc.Input(id=component_id, type="range", min=0, max=highest, step=1, value=value, class_name="form-range")
    return html.Div([label, bar], className="range")
