"""What every page does in any browser: it opens, plays, follows a slider, and leaves the console empty."""

import json
import time
from collections.abc import Callable
from typing import Any, Protocol

from nnviz.page.lesson import Lesson
from tests.browser import SET_VALUE, WHEN_DRAWN

PATIENCE = 40.0
"""Seconds after which something that should happen counts as missing: one browser draws in software."""

STEP = "return window.nnviz?.inspect().playback?.step ?? null"
VALUES = "return nnviz.inspect().values"
PICTURES = """
const text = [...document.querySelectorAll(".js-plotly-plot")]
    .map(plot => plot.querySelector(".main-svg")?.outerHTML || "").join("");
let sum = 0;
for (let i = 0; i < text.length; i++) sum = (31 * sum + text.charCodeAt(i)) | 0;
return sum;
"""
SLIDERS = """
return [...document.querySelectorAll(".controls .form-range")].filter(slider => !slider.disabled)
    .map(slider => [slider.id, Number(slider.value), Number(slider.max)]);
"""


class Browser(Protocol):
    """What a browser can be told."""

    def open(self, address: str) -> None:
        """Load a page."""

    def run(self, script: str) -> Any:
        """What a script returns, run in the page."""

    def console(self) -> list[str]:
        """Warnings and errors since this was asked last."""


def hears_errors(browser: Browser, address: str) -> None:
    """Make sure that an error in a page is heard: an empty console would say nothing otherwise."""
    browser.open(f"{address}/healthz")
    browser.run("setTimeout(() => { throw new Error('heard') })")
    browser.run("console.warn('heard too')")
    heard: list[str] = []

    def both() -> bool:
        browser.run("return 1")
        heard.extend(browser.console())
        return any("heard too" in said for said in heard) and any("Error: heard" in said for said in heard)

    _wait(both, "errors of a page are not heard")


def visit(browser: Browser, address: str, lesson: Lesson) -> list[str]:
    """All that goes wrong on a page: sentences, none where all is well."""
    wrong: list[str] = []
    browser.console()
    try:
        browser.open(f"{address}/{lesson.slug}")
        _wait(lambda: browser.run(WHEN_DRAWN), "the page is not drawn")
        if lesson.run:
            _plays(browser)
        _follows_a_slider(browser)
    except (TimeoutError, RuntimeError) as error:
        wrong.append(str(error))
    return [*wrong, *browser.console()]


def _plays(browser: Browser) -> None:
    _wait(lambda: browser.run("return nnviz.inspect().playback?.frames.length > 0"), "the run does not begin")
    begun = browser.run(STEP)
    browser.run("document.getElementById('play').click(); document.querySelector('#question .just')?.click()")
    _wait(lambda: browser.run(STEP) > begun, "the run does not play")
    browser.run("const {playback} = nnviz.inspect(); if (playback.playing) document.getElementById('play').click()")


def _follows_a_slider(browser: Browser) -> None:
    """Move the first slider: the settings have another value then, and a picture that it changes another look."""
    for slider, value, most in browser.run(SLIDERS):
        values, pictures = browser.run(VALUES), browser.run(PICTURES)
        place = value + 1 if value < most else value - 1
        arguments = f'[document.getElementById({json.dumps(slider)}), "{place}"]'
        browser.run(SET_VALUE.replace("arguments", arguments))
        _wait(lambda values=values: browser.run(VALUES) != values, f"{slider} does not set its value")
        try:
            _wait(lambda pictures=pictures: browser.run(PICTURES) != pictures, "no picture follows", 10.0)
        except TimeoutError:
            continue  # pictures of numbers that it does not change, or in space: the next one
        _wait(lambda: browser.run(WHEN_DRAWN), f"the page is not drawn after {slider}")
        return
    if browser.run("return document.querySelectorAll('.js-plotly-plot').length > 0"):
        raise TimeoutError("no picture follows any slider")


def _wait(condition: Callable[[], Any], what: str, patience: float = PATIENCE) -> None:
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.1)
