"""The laboratory's page, opened once for the tests of a file, and windows of another size."""

import pytest

from nnviz.page.registry import discover
from nnviz.web.document import program_version
from tests.browser import HeadlessChrome, Page
from tests.serving import RunningServer

IS_AS_USUAL = """
const page = window.nnviz?.inspect().page;
const {version} = document.documentElement.dataset;
const takenBack = ["then", "hold", "step", "speed", "preset"];
return location.pathname === "/lab" && page?.lesson === "lab" && version === arguments[0]
    && [...new URLSearchParams(location.search).keys()].every(key => key in page.fields || takenBack.includes(key));
"""
"""Whether all that the last test has left in the page and its address is taken back by START_AGAIN."""
FITTED = """
return [...document.querySelectorAll(".picture:not(.d-none)")].every((picture) => {
    const plot = picture.querySelector(".js-plotly-plot"), room = picture.querySelector(".dash-graph");
    const scale = new DOMMatrix(getComputedStyle(plot).transform).a;
    return Math.abs(plot._fullLayout.width * scale - room.getBoundingClientRect().width) < 2
        && Math.abs(plot._fullLayout.height * scale - room.getBoundingClientRect().height) < 2;
});
"""
START_AGAIN = """
for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
if (nnviz.comparison().length) document.getElementById("comparison-clear").click();
document.getElementById("question").replaceChildren();
document.querySelector(".lesson").removeAttribute("data-asks");
document.getElementById("watch").textContent = "";
document.activeElement.blur();
nnviz.set(arguments[0]);
document.getElementById("reset").click();
scrollTo({top: 0, behavior: "instant"});
"""


@pytest.fixture(scope="module")
def laboratory(browser: HeadlessChrome, server: RunningServer) -> Page:
    """The page, with whatever the last test has left."""
    return Page(browser, server.address)


@pytest.fixture
def lab(laboratory: Page) -> Page:
    """The page as it opens, at the first frame of its run: with the usual settings and speed, an empty console."""
    page = laboratory
    if not page.run(IS_AS_USUAL, program_version()):
        page.clear()
        page.open("/lab")
    page.run(START_AGAIN, discover()["lab"].settings().as_text())
    page.set_value("speed", page.run("return nnviz.inspect().page.usual_speed"))
    first = "const {playback} = nnviz.inspect(); return playback && playback.step === 0 && playback.frames.length > 1"
    page.wait_for(lambda: page.run(first) and page.path() == "/lab", "the first frames")
    page.wait_until_drawn()
    page.console()
    return page


@pytest.fixture
def empty_storage(page):
    """Leave nothing in the browser's storage to the test that comes next."""
    yield
    page.run("localStorage.clear()")


@pytest.fixture
def window(page):
    """The page in a window of another size, with all its figures fitted into it."""

    def resize(width, height):
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        page.wait_until_drawn()
        page.wait_for(lambda: page.run(FITTED), f"the figures to fit {width} x {height}")

    yield resize
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
