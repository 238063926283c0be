"""What is special to the page of dropout: a click moves the point at which the subnetworks are asked."""

from tests.web.dragging import drag

SURFACE = "dropout-surface"


def bring_into_view(page, figure):
    """Figures off the screen are painted when they come into view, and the colour bar then moves the axes."""
    page.run("document.getElementById(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'})", figure)
    page.wait_for(
        lambda: not page.run("return window.nnviz.inspect().animator.stale.has(arguments[0])", figure), figure
    )


def test_a_click_on_the_plane_asks_the_subnetworks_at_that_point(page):
    page.open("/dropout?step=40")
    page.wait_for(lambda: page.text("dropout-step") == "40", "step 40")
    inference = page.text("dropout-inference")
    assert (page.text("dropout-point_x-value"), page.text("dropout-point_y-value")) == ("2", "1")
    bring_into_view(page, SURFACE)
    drag(page, SURFACE, (-3.0, -1.5), (-3.0, -1.5))  # pressed and released in one place: a click
    page.wait_for(lambda: page.text("dropout-point_x-value") == "-3", "the point to move")
    assert page.text("dropout-point_y-value") == "-1.5"
    page.wait_for(lambda: page.text("dropout-inference") not in ("", inference), "the answer at the new point")
    assert page.text("dropout-step") == "40"
    assert page.console() == []
