"""The dark theme: chosen once, there before anything is painted, figures and all, and readable."""

import base64
import struct
import zlib

import pytest

from nnviz.figures.colours import PALETTE
from nnviz.web.document import IN_THE_HEAD, document
from nnviz.web.server import create_app

THEME = "return document.documentElement.dataset.theme"
BACKGROUND = "return getComputedStyle(document.body).backgroundColor"

FILTERED = """
const graph = document.querySelector(".dash-graph");
const canvas = Object.assign(document.createElement("canvas"), {width: 1, height: 1});
const context = canvas.getContext("2d", {willReadFrequently: true});
context.filter = getComputedStyle(graph).filter;
return arguments[0].map(colour => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
});
"""
"""What the theme makes of colours of a figure."""


@pytest.fixture
def dark_page(page):
    page.open("/odds")
    page.click("tool-dark")
    yield page
    page.run("localStorage.clear()")


def luminance(colour):
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """The ratio of WCAG 2: 1 for equal colours, 21 for black and white."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_theme_is_set_before_the_body_is_there():
    head, body = document("", "", "en").split("</head>")
    assert f'<script src="/assets/{IN_THE_HEAD[0]}?m=' in head
    page = create_app().server.test_client().get("/lab").text
    assert page.index(IN_THE_HEAD[0]) < page.index("@import") < page.index("<body>")
    assert page.count(IN_THE_HEAD[0]) == 1
    assert "<script>" not in body


def test_the_choice_is_remembered_and_can_be_taken_back(dark_page):
    assert dark_page.run(THEME) == "dark"
    assert dark_page.find("tool-dark").get_attribute("aria-pressed") == "true"
    dark_page.reload()
    assert dark_page.run(THEME) == "dark"
    assert dark_page.run("return document.documentElement.dataset.bsTheme") == "dark"
    assert dark_page.find("tool-dark").get_attribute("aria-pressed") == "true"
    dark_page.click("tool-dark")
    dark_page.reload()
    assert dark_page.run(THEME) == "light"
    assert dark_page.console() == []


def test_page_and_figures_are_dark_alike(dark_page):
    paper, white = dark_page.run(FILTERED, ["#ffffff", "#fff"])
    assert dark_page.run(BACKGROUND) == "rgb({}, {}, {})".format(*paper)
    assert contrast(paper, (255, 255, 255)) > 15
    assert paper == white
    seen = corner_of(dark_page.find("odds-log-loss"))
    assert max(abs(a - b) for a, b in zip(seen, paper, strict=True)) <= 2


def corner_of(element):
    """The colour of the first pixel of what the browser paints for an element."""
    png = base64.b64decode(element.screenshot_as_base64)
    data, place = b"", 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        data += png[place + 8 : place + 8 + length] if png[place + 4 : place + 8] == b"IDAT" else b""
        place += 12 + length
    return list(zlib.decompress(data)[1:4])


def test_every_colour_of_the_palette_reads_on_dark_no_worse_than_on_white(dark_page):
    names, colours = list(PALETTE), list(PALETTE.values())
    paper, *dark = dark_page.run(FILTERED, ["#ffffff", *colours])
    for name, colour, turned in zip(names, colours, dark, strict=True):
        on_white = contrast([int(colour[i : i + 2], 16) for i in (1, 3, 5)], (255, 255, 255))
        assert contrast(turned, paper) >= min(3.0, on_white), name
