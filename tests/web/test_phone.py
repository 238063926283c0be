"""On a phone, upright and on its side: the figure above, controls in a drawer, everything large enough for a thumb."""

import pytest

from tests.browser import Page
from tests.web.accessibility import violations

UPRIGHT, ON_ITS_SIDE = (390, 844), (844, 390)
SCREENS = pytest.mark.parametrize("screen", [UPRIGHT, ON_ITS_SIDE], ids=["upright", "on its side"])

BOX = "return document.querySelector(arguments[0]).getBoundingClientRect().toJSON()"
BOXES = "return [...document.querySelectorAll(arguments[0])].map(item => item.getBoundingClientRect().toJSON())"
ON_SCREEN = """
return [...document.querySelectorAll(arguments[0])].filter(item => item.checkVisibility({visibilityProperty: true}))
    .map(item => [item.id || item.textContent, item.getBoundingClientRect()])
    .map(([name, {width, height}]) => [name, width, height]);
"""
MAIN_TARGETS = ".playback button, .drawer-handle, .preset, .controls select, .controls input[type=text], .form-range"
ALL_TARGETS = "button, summary, select, input"


@pytest.fixture
def phone(page, screen):
    """The page on a screen of this size that is touched."""
    say = page.driver.execute_cdp_cmd
    size = {"width": screen[0], "height": screen[1], "deviceScaleFactor": 1, "mobile": True}
    say("Emulation.setDeviceMetricsOverride", size)
    say("Emulation.setTouchEmulationEnabled", {"enabled": True})
    yield page
    say("Emulation.setTouchEmulationEnabled", {"enabled": False})
    say("Emulation.clearDeviceMetricsOverride", {})


def open_drawer(page: Page) -> None:
    page.click("drawer-handle")
    page.wait_for(lambda: page.find("controls").is_displayed(), "the drawer")


def swipe_up(page: Page, x: float, y: float, length: int = 200) -> None:
    say = page.driver.execute_cdp_cmd
    say("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for way in range(20, length + 1, 20):
        say("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - way}]})
    say("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@SCREENS
@pytest.mark.parametrize("slug", ["lab", "odds"])  # with a run, and without one
def test_the_figure_stays_in_view_beside_the_open_drawer_which_thumbs_can_use_and_everyone_can_read(
    phone, screen, slug
):
    phone.open(f"/{slug}")
    assert not phone.find("controls").is_displayed()
    open_drawer(phone)
    width, height = screen
    drawer, handle = phone.run(BOX, ".controls"), phone.run(BOX, ".drawer-handle")
    figures = phone.run(BOXES, ".figures .dash-graph")
    free_width = drawer["left"] if screen == ON_ITS_SIDE else width
    free_height = handle["top"] if screen == ON_ITS_SIDE else drawer["top"]
    seen = [min(box["bottom"], free_height) - max(box["top"], 0) for box in figures if box["right"] <= free_width]
    assert max(seen) > 0.8 * min(figures[0]["height"], free_height)
    assert handle["bottom"] <= height
    assert drawer["bottom"] <= handle["top"]
    assert phone.run("return document.documentElement.scrollWidth") <= width
    assert [target for target in phone.run(ON_SCREEN, MAIN_TARGETS) if target[2] < 44] == []
    assert [target for target in phone.run(ON_SCREEN, ALL_TARGETS) if min(target[1:]) < 24] == []
    assert violations(phone) == []
    assert phone.console() == []


@pytest.mark.parametrize("screen", [UPRIGHT])
def test_a_preset_closes_the_drawer_and_shows_what_to_watch(phone):
    phone.open("/least-squares")
    open_drawer(phone)
    phone.run("document.querySelector('.preset').click()")
    phone.wait_for(lambda: not phone.find("controls").is_displayed(), "the drawer to close")
    assert phone.find("drawer-handle").get_attribute("aria-expanded") == "false"
    assert phone.run("return scrollY") == 0


@pytest.mark.parametrize("screen", [UPRIGHT])
def test_a_finger_that_swipes_over_a_figure_scrolls_the_page(phone):
    phone.open("/lab")
    before = phone.figure("lab-loss")["layout"]["yaxis"].get("range")
    box = phone.run(BOX, "#lab-loss .nsewdrag")
    swipe_up(phone, box["left"] + box["width"] / 2, box["top"] + box["height"] / 2)
    phone.wait_for(lambda: phone.run("return scrollY") > 100, "the page to scroll")
    assert phone.figure("lab-loss")["layout"]["yaxis"].get("range") == before


@pytest.mark.parametrize("screen", [UPRIGHT])
def test_a_finger_asks_what_a_control_is(phone):
    phone.open("/lab")
    open_drawer(phone)
    box = phone.run(BOX, "#lab-learning_rate-control .ask")
    touch = [{"x": box["left"] + box["width"] / 2, "y": box["top"] + box["height"] / 2}]
    phone.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": touch})
    phone.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    phone.wait_for(lambda: phone.text("tooltip").startswith("Learning rate η"), "the explanation")
