"""Dragging the ball, and two surfaces seen from one place, in a real browser."""

import json

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

CAMERAS = """
const layout = nnviz.plotIn("constraint-geometry-surfaces")._fullLayout;
return JSON.stringify([layout.scene, layout.scene2].map((scene) => scene._scene.getCamera().eye));
"""
PIXEL = """
const [x, y] = arguments, plot = nnviz.plotIn("constraint-geometry-plane"), layout = plot._fullLayout;
const box = plot.getBoundingClientRect();
return [box.left + layout.xaxis._offset + layout.xaxis.d2p(x), box.top + layout.yaxis._offset + layout.yaxis.d2p(y)];
"""


COUNT_REQUESTS = """
const plain = window.fetch;
window.unanswered = window.most = 0;
window.fetch = async (...given) => {
  window.most = Math.max(window.most, (window.unanswered += 1));
  try { return await plain(...given); } finally { window.unanswered -= 1; }
};
"""


def press(page, x, y):
    action = ActionChains(page.driver, duration=20)
    action.w3c_actions.pointer_action.move_to_location(round(x), round(y))
    action.w3c_actions.pointer_action.pointer_down()
    return action


def test_dragging_on_the_plane_makes_the_ball_pass_through_the_pointer(page):
    page.open("/constraint-geometry?exponent=2")
    (x, y), (to_x, to_y) = page.run(PIXEL, 1.0, 0.0), page.run(PIXEL, 1.5, 2.0)
    action = press(page, x, y)
    action.w3c_actions.pointer_action.move_to_location(round(to_x), round(to_y))
    action.w3c_actions.pointer_action.release()
    action.perform()
    page.wait_for(lambda: page.text("constraint-geometry-size-value") == "2.5", "the size 2.5")
    shown = [trace["name"] for trace in page.figure("constraint-geometry-plane")["data"]]
    page.wait_for(
        lambda: "circle, t = 2.5" in [t["name"] for t in page.figure("constraint-geometry-plane")["data"]],
        f"the ball of size 2.5 among {shown}",
    )
    assert "size=2.5" in page.path()
    assert page.console() == []


def test_turning_one_surface_turns_the_other(page_in_space):
    page = page_in_space
    page.open("/constraint-geometry?lead=surfaces")
    before = page.run(CAMERAS)
    canvas = page.find("constraint-geometry-surfaces").find_elements(By.TAG_NAME, "canvas")[0]
    page.run("arguments[0].scrollIntoView({block: 'center'})", canvas)
    turn = ActionChains(page.driver, duration=50).move_to_element(canvas).click_and_hold()
    turn.move_by_offset(60, 20).move_by_offset(30, 10).pause(0.3).release().perform()

    def turned():
        now = page.run(CAMERAS)
        first, second = json.loads(now)
        return now != before and all(abs(first[axis] - second[axis]) < 1e-6 for axis in "xyz")

    page.wait_for(turned, "both cameras at the same new place")
    assert page.console() == []


def test_a_fast_drag_asks_for_one_drawing_at_a_time_and_ends_with_the_last_one(page):
    page.open("/constraint-geometry?exponent=2")
    page.run(COUNT_REQUESTS)
    for size in range(20, 60):
        page.run("nnviz.set({size: arguments[0]})", f"{size / 10:g}")
    page.wait_for(
        lambda: "circle, t = 5.9" in [trace["name"] for trace in page.figure("constraint-geometry-plane")["data"]],
        "the last ball",
    )
    page.wait_until_drawn()
    assert page.run("return [window.most, window.unanswered]") == [1, 0]
    assert page.console() == []


BAR = """
const plot = document.querySelector("figure[data-leads] .js-plotly-plot");
const {left, top, bottom} = plot.querySelector(".cbfills").getBoundingClientRect();
const {x, y} = plot.getBoundingClientRect();
const {xaxis, yaxis} = plot._fullLayout;
return [left - x - xaxis._offset - xaxis._length, top - y - yaxis._offset, bottom - y - yaxis._offset - yaxis._length];
"""
"""How far the colour bar is from the right edge of the picture, and its ends from the picture's, in pixels."""


@pytest.mark.parametrize("link", ["/constraint-geometry", "/feature-scaling?step=3&lead=standardised-plane"])
def test_the_colour_bar_stands_beside_a_picture_that_does_not_fill_its_room_and_is_as_high(page, window, link):
    page.open(link)
    for size in ((1280, 720), (390, 844)):
        window(*size)
        page.wait_for(lambda: 0 < page.run(BAR)[0] < 30, "the bar beside the picture")
        _, above, below = page.run(BAR)
        assert 0 <= above < 20
        assert -20 < below <= 0
    assert page.console() == []


def test_a_browser_without_webgl_says_so_once_in_a_sentence_of_ours_and_leads_nowhere(page):
    page.open("/constraint-geometry")
    said = "return [...document.querySelectorAll('.no-webgl')].map((place) => place.textContent).filter(Boolean)"
    page.wait_for(lambda: page.run(said), "the sentence")
    assert page.run(said) == ["Not drawn: this browser has no WebGL."]
    assert page.run("return [...document.querySelectorAll('.no-webgl')].every((place) => !place.parentElement.onclick)")
    assert page.console() == []
