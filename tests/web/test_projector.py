"""Projector mode: one figure fills the window in large type, with the controls that matter, until Escape."""

import pytest
from selenium.webdriver.common.keys import Keys

from nnviz.page.registry import discover
from tests.web.keyboard import press
from tests.web.test_every_page import STEP, open_run

LAB = discover()["lab"]
PROJECTED = "return document.documentElement.dataset.projector ?? null"
THEME = "return document.documentElement.dataset.theme"
SHARE_OF_THE_WINDOW = """
const box = document.getElementById(arguments[0]).getBoundingClientRect();
return box.width * box.height / (innerWidth * innerHeight);
"""
FILLS = """
const plot = nnviz.plotIn(arguments[0]), {width, height} = plot._fullLayout;
const room = document.getElementById(arguments[0]).getBoundingClientRect();
const enlarged = new DOMMatrix(getComputedStyle(plot).transform).a;
return [[width, room.width], [height, room.height]].every(([drawn, given]) => Math.abs(drawn - given / enlarged) <= 1);
"""
"""To a pixel of the plot's own, before it is enlarged: Plotly does not follow a change of one."""
TYPE = """
const plot = nnviz.plotIn(arguments[0]), text = plot.querySelector(".xtick text");
return parseFloat(getComputedStyle(text).fontSize) * new DOMMatrix(getComputedStyle(plot).transform).a;
"""
STRIP = """
const controls = [...document.querySelectorAll(".control")].filter(control => control.checkVisibility());
return controls.map(control => control.id.slice("lab-".length, -"-control".length));
"""
NETWORK = "?model=network&hidden_layers=1"


def wait_until_fitted(page, figure):
    page.wait_for(lambda: page.run(FILLS, figure), f"{figure} to fill its room")


@pytest.fixture
def window(page):
    def resize(width, height):
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    yield resize
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_f_fills_the_window_with_the_main_figure_and_escape_leaves(page):
    open_run(page, LAB)
    small = page.run(TYPE, "lab-loss")
    press(page, "f")
    assert page.run(PROJECTED) == "loss"
    wait_until_fitted(page, "lab-loss")
    assert page.path() == "/lab?projector=on"
    assert not page.find("lab-fit").is_displayed()
    assert page.run("return document.documentElement.scrollHeight <= innerHeight")
    press(page, Keys.ARROW_RIGHT)
    assert page.run(STEP) == 1
    press(page, Keys.ESCAPE)
    page.wait_for(lambda: page.run(PROJECTED) is None, "the page again")
    wait_until_fitted(page, "lab-loss")
    page.wait_for(lambda: page.run(TYPE, "lab-loss") == pytest.approx(small), "the usual type")
    assert page.path() == "/lab?step=1"
    assert page.console() == []


def test_the_figure_fits_every_usual_projector_and_a_link_opens_it(page, window):
    page.open(f"/lab{NETWORK}&projector=fit")
    assert page.run(PROJECTED) == "fit"
    for width, height in ((1024, 768), (1280, 800), (1920, 1080)):
        window(width, height)
        wait_until_fitted(page, "lab-fit")
        assert page.run(SHARE_OF_THE_WINDOW, "lab-fit") > 0.6
        page.wait_for(lambda height=height: page.run(TYPE, "lab-fit") >= 0.02 * height, "type for the back row")
        assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    assert page.console() == []


def test_a_button_beside_a_figure_enlarges_it_and_another_may_be_chosen(page):
    page.open("/lab")
    page.driver.find_element("css selector", "[data-enlarge=fit]").click()
    assert page.run(PROJECTED) == "fit"
    page.set_value("strip-figure", "gradient")
    assert page.path() == "/lab?projector=gradient"
    assert page.find("lab-gradient").is_displayed()
    assert not page.find("lab-fit").is_displayed()
    wait_until_fitted(page, "lab-gradient")
    page.click("projector-leave")
    assert page.run(PROJECTED) is None
    assert page.path() == "/lab"
    assert page.console() == []


def test_the_strip_has_the_first_groups_sliders_or_those_that_are_picked(page):
    page.open(f"/lab{NETWORK}&projector")
    assert page.run(STRIP) == list(LAB.groups[0].fields)
    assert page.find("play").is_displayed()
    page.run("document.querySelector('#strip-fields [name=noise]').click()")
    page.run(
        "for (const name of arguments[0]) document.querySelector(`#strip-fields [name=${name}]`).click()",
        list(LAB.groups[0].fields[1:]),
    )
    assert page.run(STRIP) == ["learning_rate", "noise"]
    assert "strip=learning_rate,noise" in page.path()
    page.reload()
    assert page.run(STRIP) == ["learning_rate", "noise"]


def test_a_changed_figure_keeps_its_large_type(page):
    open_run(page, LAB, "?projector=fit")
    wait_until_fitted(page, "lab-fit")
    large, data = page.run(TYPE, "lab-fit"), page.figure("lab-fit")["data"]
    page.set_value("lab-noise", 0)
    page.wait_for(lambda: page.figure("lab-fit")["data"][0] != data[0], "the data without noise")
    page.wait_until_drawn()
    assert page.run(TYPE, "lab-fit") == large > 14


def test_a_page_without_figures_shows_its_table_and_an_unknown_figure_the_main_one(page):
    page.open("/notebook?projector")
    assert page.find("notebook-lines").is_displayed()
    assert not page.find("notebook--text").is_displayed()
    for name in ("a+figure+of+long+ago", "%22%5D%2C*"):
        page.open(f"/odds?projector={name}")
        assert page.run(PROJECTED) == discover()["odds"].figures[0].name
    assert page.console() == []


def test_the_projector_is_white_and_gives_a_dark_page_back(page):
    page.open("/odds")
    try:
        press(page, "d")
        assert page.run(THEME) == "dark"
        press(page, "f")
        assert page.run(THEME) == "light"
        press(page, Keys.ESCAPE)
        page.wait_for(lambda: page.run(PROJECTED) is None, "the page again")
        assert page.run(THEME) == "dark"
    finally:
        page.run("localStorage.clear()")
