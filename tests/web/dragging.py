"""Dragging on a picture, in the numbers of its axes."""

from selenium.webdriver.common.action_chains import ActionChains

from tests.browser import Page

PLACE = """
const [id, x, y] = arguments;
const plot = document.getElementById(id).querySelector(".js-plotly-plot");
plot.scrollIntoView({block: "center", behavior: "instant"});
const {xaxis, yaxis} = plot._fullLayout;
const box = plot.getBoundingClientRect();
return [box.left + xaxis._offset + xaxis.d2p(x), box.top + yaxis._offset + yaxis.d2p(y)];
"""


LEADS = """
const picture = document.getElementById(arguments[0]).closest("figure"), plot = nnviz.plotIn(arguments[0]);
if (!picture.matches("[data-leads], [data-enlarged]")) picture.querySelector(".picture-name").click();
return Math.abs(plot._fullLayout.width - picture.querySelector(".dash-graph").clientWidth) < 2;
"""
"""A small picture is pressed: it is none that is dragged on, but leads then."""


def drag(page: Page, component: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Press at a place on the axes of a picture that leads, move, release."""
    page.figure(component)  # waits until it is drawn
    page.wait_for(lambda: page.run(LEADS, component), f"{component} to lead")
    page.wait_until_drawn()
    from_x, from_y = page.run(PLACE, component, *start)
    to_x, to_y = page.run(PLACE, component, *end)
    hand = ActionChains(page.driver, duration=100)
    hand.w3c_actions.pointer_action.move_to_location(round(from_x), round(from_y)).pointer_down()
    hand.w3c_actions.pointer_action.move_to_location(round(to_x), round(to_y)).pointer_up()
    hand.perform()
