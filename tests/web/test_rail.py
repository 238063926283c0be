"""The chooser of presets: those of the notebook are folded under one heading, and next and previous go through all."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from nnviz.page.registry import discover
from tests.web.test_phone import UPRIGHT, open_drawer, phone

__all__ = ["phone"]  # a fixture
CLIPPING = discover()["gradient-clipping"]
NOTEBOOKS = [place for place, preset in enumerate(CLIPPING.presets) if preset.from_notebook]
FOLDED = "document.querySelector('.from-notebook')"
SEEN = f"return [...{FOLDED}.querySelectorAll('.preset')].filter(button => button.checkVisibility()).length"
CHOSEN = "return document.querySelector('.preset[aria-current]')?.dataset.preset"


def listed(lesson):
    """The places of the presets as the list has them: the page's own first."""
    return sorted(range(len(lesson.presets)), key=lambda place: lesson.presets[place].from_notebook)


def open_list(page):
    page.click("preset-chosen")
    page.wait_for(lambda: page.run(f"return {FOLDED}.checkVisibility()"), "the list")


def test_a_heading_unfolds_the_notebooks_presets_by_key(page):
    page.open("/gradient-clipping?hide=questions")
    open_list(page)
    assert page.run(SEEN) == 0
    page.run(f"{FOLDED}.querySelector('summary').focus()")
    ActionChains(page.driver).send_keys(Keys.ENTER).perform()
    page.wait_for(lambda: page.run(SEEN) == len(NOTEBOOKS), "the notebook's presets")
    ActionChains(page.driver).send_keys(Keys.TAB, Keys.ENTER).perform()
    page.wait_for(lambda: page.run(CHOSEN) == str(NOTEBOOKS[0]), "the first of them")
    wanted = CLIPPING.presets[NOTEBOOKS[0]].settings.as_text()
    page.wait_for(lambda: page.run("return nnviz.inspect().values") == wanted, "its settings")
    assert page.console() == []


def test_next_and_previous_go_through_the_list_as_it_stands_and_what_is_chosen_is_seen_in_it(page):
    page.open("/xor?hide=questions")
    order = listed(discover()["xor"])
    for button, place in (("preset-after", order[0]), ("preset-after", order[1]), ("preset-before", order[0])):
        page.click(button)
        page.wait_for(lambda place=place: page.run(CHOSEN) == str(place), "the next of the list")
    page.click("preset-before")
    page.wait_for(lambda: page.run(CHOSEN) == str(order[-1]), "the last of the list")
    assert page.text("preset-chosen") == discover()["xor"].presets[order[-1]].name
    open_list(page)
    assert page.run(SEEN) > 0


@pytest.mark.parametrize("screen", [UPRIGHT], ids=["upright"])
def test_on_a_phone_a_thumb_unfolds_them(phone):
    phone.open("/gradient-clipping?hide=questions")
    open_drawer(phone)
    open_list(phone)
    heading = phone.run(f"return {FOLDED}.querySelector('summary')")
    assert heading.rect["height"] >= 44
    heading.click()
    phone.wait_for(lambda: phone.run(SEEN) == len(NOTEBOOKS), "the notebook's presets")
