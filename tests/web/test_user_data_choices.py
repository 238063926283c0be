"""The choice of columns in a real browser: what the page needs, and "Use" for what it can use alone."""

import pytest
from selenium.webdriver.common.by import By

from tests.web.own_data_dialog import PLANE, WORDS, opened, paste, use

COLOURS = "colour,a,y\n" + "\n".join(f"{('red', 'blue')[row % 3 > 0]},{row},{row * row}" for row in range(12))


pytestmark = pytest.mark.usefixtures("empty_storage")


def test_a_page_says_what_it_needs_and_only_that_can_be_used(page):
    opened(page, "/gradient-descent")
    assert page.text("own-data-need") == "This page needs one feature and a number to predict."
    paste(page, "a,b,kind\n1,2,u\n2,3,v\n3,5,u\n4,4,v", "“a” to predict “b”, a number.")
    assert page.find("own-data-use").is_enabled()
    page.set_value("own-data-target", "2")
    page.wait_for(lambda: "This page needs a number to predict" in page.text("own-data-says"), "the reason")
    assert not page.find("own-data-use").is_enabled()
    page.driver.find_element(By.CSS_SELECTOR, "#dialog-own-data [data-close]").click()
    page.open("/xor")
    page.click("tool-own-data")
    assert page.text("own-data-need") == "This page needs two features and two to ten classes."
    paste(page, "a,b\n1,2\n2,3\n3,5\n4,4", "This page needs two features")
    assert not page.find("own-data-use").is_enabled()
    paste(page, PLANE, "5 examples")
    use(page)
    assert page.run(WORDS)["own_data"].startswith("classification,a,b,")
    assert page.console() == []


def test_a_label_of_a_column_of_text_is_a_feature_and_the_name_of_an_axis(page):
    opened(page)
    paste(page, COLOURS, "12 examples: “a” to predict “y”, a number.")
    page.set_value("own-data-first", "4")
    page.wait_for(lambda: "“colour = red” is 1 where it is so" in page.text("own-data-says"), "the code")
    use(page)
    page.wait_for(lambda: page.figure("lab-fit")["layout"]["xaxis"]["title"]["text"] == "colour = red", "the axis")
    assert page.console() == []
