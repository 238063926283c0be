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


def drag(page: Page, component: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Press at a place on the axes, move, release."""
    page.figure(component)  # waits until it is drawn
    from_x, from_y = page.run(PLACE, component, *start)
    to_x, to_y = page.run(PLACE, component, *end)
    hand = ActionChains(page.driver, duration=100)
    hand.w3c_actions.pointer_action.move_to_location(round(from_x), round(from_y)).pointer_down()
    hand.w3c_actions.pointer_action.move_to_location(round(to_x), round(to_y)).pointer_up()
    hand.perform()
