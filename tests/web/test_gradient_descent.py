"""What is special to the page of gradient descent: a click on its plane, and the limit on its slider."""

from tests.web.dragging import drag

PLANE = "gradient-descent-parameter-plane"

LINE = """
const line = getComputedStyle(document.getElementById("gradient-descent-learning_rate-limit"), "::before");
return parseFloat(line.left);
"""


def start_mark(page):
    data = page.figure(PLANE)["data"]
    (mark,) = [trace for trace in data if trace.get("name") == "start"]
    return mark["x"][0], mark["y"][0]


def test_a_click_on_the_plane_moves_the_start_of_every_run(page):
    page.open("/gradient-descent")
    drag(page, PLANE, (12.0, -3.0), (12.0, -3.0))
    page.wait_for(lambda: start_mark(page) != (0, 0), "the start to move")
    x, y = start_mark(page)
    assert abs(x - 12.0) < 0.2
    assert abs(y + 3.0) < 0.2
    page.wait_for(lambda: page.text("gradient-descent-weights-0").startswith(f"{x:g}"), "the runs to start there")
    assert f"start_w0={x:g}" in page.path()
    assert page.console() == []


def test_a_click_leaves_the_notebooks_start_for_the_point(page):
    page.open("/gradient-descent?start=the+notebook's+draw")
    drag(page, PLANE, (1.0, 10.0), (1.0, 10.0))
    page.wait_for(lambda: page.value("gradient-descent-start") == "the point below", "the point to be the start")
    assert "start=" not in page.path()


def test_the_limit_on_the_slider_moves_with_the_data(page):
    page.open("/gradient-descent")
    before = page.run(LINE)
    assert page.text("gradient-descent-learning_rate-limit") == "2/λmax = 0.9493"
    page.set_value("gradient-descent-x_spread", 25)  # the last place of its grid
    page.wait_for(lambda: page.run(LINE) < before, "the limit to move to the left")
    assert page.text("gradient-descent-learning_rate-limit").startswith("2/λmax = 0.1")
