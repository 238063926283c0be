"""Data of one's own that are clicked into a plane."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

from tests.web.own_data_dialog import opened, points, use

MIDDLE = """
const plane = document.querySelector("#own-data-plane.clickable .nsewdrag");
const {left, top, width, height} = plane.getBoundingClientRect();
return [left + width / 2, top + height / 2];
"""


def click_plane(page, across, down):
    left, top = page.run(MIDDLE)
    hand = ActionChains(page.driver)
    hand.w3c_actions.pointer_action.move_to_location(round(left + across), round(top + down)).click()
    hand.perform()


def test_clicked_points_of_two_classes_become_the_data(page):
    opened(page)
    page.driver.find_element(By.CSS_SELECTOR, "[data-way=classes]").click()
    for place, (across, down) in enumerate([(-60, 10), (-40, 30), (-20, -40), (50, 20), (70, -30)]):
        if place == 3:
            page.driver.find_element(By.CSS_SELECTOR, "[data-class='1']").click()
        click_plane(page, across, down)
        page.wait_for(lambda n=place + 1: page.value("own-data-text").count("\n") == n, "the point as a row")
    page.wait_for(
        lambda: "5 examples: “x1” and “x2” to predict “class”, two classes." in page.text("own-data-says"), "5"
    )
    page.click("own-data-undo")
    page.wait_for(lambda: "4 examples" in page.text("own-data-says"), "one less")
    lines = page.value("own-data-text").split("\n")
    assert [line[-1] for line in lines] == ["s", "0", "0", "0", "1"]
    use(page)
    expected = sorted(tuple(float(cell) for cell in line.split(",")[:2]) for line in lines[1:])
    page.wait_for(lambda: points(page) == expected, "the points in the figure")
    assert page.console() == []
