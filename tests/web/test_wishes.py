"""What a reader's system asks of a page: few colours, dark ones, less motion, four times the size."""

from contextlib import contextmanager

import pytest

LARGE = {"width": 320, "height": 180, "deviceScaleFactor": 4, "mobile": False}

HIDDEN_CONTROLS = """
const isSeen = (e) => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
const operated = "main :is(a[href], button, input, select, summary), header.bar summary";
const controls = [...document.querySelectorAll(operated)]
  .filter((e) => e.tabIndex >= 0 && !e.disabled && isSeen(e) && e.getBoundingClientRect().width);
const hidden = controls.filter((e) => {
  e.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const { left, top, width, height } = e.getBoundingClientRect();
  const at = document.elementFromPoint(left + width / 2, top + height / 2);
  return !at || !(e.contains(at) || at.contains(e));
});
return [controls.length, hidden.map((e) => e.id || e.textContent)];
"""

RIGHT_HALF = """
const { left, top, width, height } = document.getElementById(arguments[0]).getBoundingClientRect();
return { x: left + width / 2, y: top, width: width / 2, height, scale: 1 };
"""


def right_half(page, slider, value, visibility="visible"):
    """A picture of the right half of a slider, which is only looked at, not moved."""
    page.run(
        "const [id, value, visibility] = arguments;"
        "Object.assign(document.getElementById(id), { value }).style.visibility = visibility",
        *(slider, value, visibility),
    )
    clip = page.run(RIGHT_HALF, slider)
    return page.driver.execute_cdp_cmd("Page.captureScreenshot", {"clip": clip})["data"]


@contextmanager
def wishing(page, **features):
    """While this lasts, the system has wishes such as prefers_color_scheme="dark"."""
    wishes = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": wishes})
    yield
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_sliders_and_timeline_are_seen_where_colours_are_forced(page, scheme):
    with wishing(page, forced_colors="active", prefers_color_scheme=scheme):
        page.open("/lab?step=5")
        page.wait_for(lambda: page.run("return nnviz.inspect().playback?.step === 5"), "the step")
        for slider in ("timeline", "speed", "lab-learning_rate"):
            last = page.run(f"return document.getElementById('{slider}').max")
            nothing, track = right_half(page, slider, 0, "hidden"), right_half(page, slider, 0)
            thumb = right_half(page, slider, last)
            assert len({nothing, track, thumb}) == 3, slider
        tick = "#lab-loss .xtick text"
        ink = page.run(f"return getComputedStyle(document.querySelector('{tick}')).fill")
        assert ink != "rgb(255, 255, 255)"  # a figure keeps its white paper
        assert page.console() == []


def test_the_system_s_dark_wish_holds_until_the_reader_chooses(page):
    theme = "return document.documentElement.dataset.theme"
    with wishing(page, prefers_color_scheme="dark"):
        page.open("/odds")
        assert page.run(theme) == "dark"
        page.click("tool-dark")
        assert page.run(theme) == "light"
        page.reload()
        assert page.run(theme) == "light"
        page.run("localStorage.removeItem('nnviz-theme')")
        page.reload()
        assert page.run(theme) == "dark"
    page.wait_for(lambda: page.run(theme) == "light", "the system's other wish")


def test_where_less_motion_is_wished_a_run_plays_when_it_is_told_to_and_not_by_itself(page):
    with wishing(page, prefers_reduced_motion="reduce"):
        page.open("/lab?autoplay=on")
        page.wait_for(lambda: page.run("return nnviz.inspect().playback.frames.length > 1"), "the first frames")
        assert not page.run("return nnviz.inspect().playback.playing")
        assert page.run("return document.getAnimations().length") == 0
        assert page.run("return getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        page.click("play")
        page.wait_for(lambda: page.run("return nnviz.inspect().playback.step > 5"), "the run")


@pytest.mark.parametrize("slug", ["lab", "xor", "odds", "notebook"])
def test_at_four_times_the_size_everything_is_reached_and_nothing_covers_a_control(page, slug):
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", LARGE)
    try:
        page.open(f"/{slug}")
        n_controls, hidden = page.run(HIDDEN_CONTROLS)
        assert n_controls > 10
        assert hidden == []
        assert page.run("return document.documentElement.scrollWidth <= innerWidth")
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
