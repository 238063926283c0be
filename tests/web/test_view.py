"""The view of a page: what a reader has zoomed stays, and on paper all of it is there."""

from tests.web.dragging import drag
from tests.web.figure_text import OVERLAPS_IN_FIGURES

RANGES = """
const {xaxis, yaxis} = nnviz.plotIn("lab-fit")._fullLayout;
return [...xaxis.range, ...yaxis.range].map((end) => Number(end.toPrecision(6)));
"""
SHEET = {"width": 720, "height": 1020, "deviceScaleFactor": 1, "mobile": False}
ON_PAPER = """
const shown = (selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());
const pictures = shown(".picture").map((picture) => picture.querySelector(".js-plotly-plot"));
return {
    title: shown("#printed h1").map((title) => title.textContent),
    settings: shown("#printed dt").length,
    link: shown("#printed .link").map((link) => link.textContent),
    sizes: pictures.map((plot) => [plot._fullLayout.width, plot.clientHeight]),
    points: nnviz.plotIn("lab-loss").data.find(({name}) => name === "training").x.length,
    fixed: shown("header.bar, .controls, .bar-below, .words").length,
    hasWords: shown(".text").length > 0,
    isCut: document.documentElement.scrollWidth > innerWidth,
};
"""


def test_what_was_zoomed_stays_when_a_setting_changes_and_when_the_pictures_are_laid_out_anew(lab):
    drag(lab, "lab-fit", (-1.0, 0.0), (1.0, 8.0))
    lab.wait_until_drawn()
    zoomed = lab.run(RANGES)
    assert all(abs(end - wanted) < 0.2 for end, wanted in zip(zoomed, (-1.0, 1.0, 0.0, 8.0), strict=True)), zoomed
    lab.set_value("lab-learning_rate", int(lab.value("lab-learning_rate")) + 2)
    lab.wait_until_drawn()
    assert lab.run(RANGES) == zoomed
    for _ in range(2):
        lab.click("numbers-handle")
        lab.wait_until_drawn()
    assert lab.run(RANGES) == zoomed
    assert lab.console() == []


def test_on_paper_are_title_settings_and_link_all_pictures_in_full_at_the_step_on_the_screen_and_no_bars(page):
    page.open("/lab?step=30")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback?.step") == 30, "step 30")
    page.wait_until_drawn()
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", SHEET)
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        page.run("dispatchEvent(new Event('beforeprint'))")
        paper = page.run(ON_PAPER)
        words = page.run(OVERLAPS_IN_FIGURES)
        page.run("dispatchEvent(new Event('afterprint'))")
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert paper["title"] == ["Laboratory"]
    assert paper["settings"] > 10
    assert "step=30" in paper["link"][0]
    assert paper["sizes"] == [[680, 400]] * 6
    assert paper["points"] == 31
    assert paper["fixed"] == 0
    assert paper["hasWords"]
    assert not paper["isCut"]
    assert words == []
    assert page.console() == []
