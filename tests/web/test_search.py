"""The index finds lessons, presets and terms, by keys and by press, on every page."""

import json

import pytest
from selenium.webdriver.common.keys import Keys

from nnviz.page.registry import discover
from nnviz.web.catalogue import LANGUAGES
from nnviz.web.front_door.terms import terms
from nnviz.web.search import index
from nnviz.web.server import create_app
from tests.web.keyboard import press

LESSONS = discover()
FOUND = "return [...document.querySelectorAll('#search-found [role=option] strong')].map(line => line.textContent)"
MARKED = "return document.querySelector('#search-found [aria-selected=true] strong')?.textContent"
FOLLOWED = "return document.getElementById('search-field').getAttribute('aria-activedescendant')"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_lesson_preset_and_term_is_in_the_index_and_leads_to_a_page(language):
    client, entries = create_app().server.test_client(), json.loads(index(language).body)
    n_presets = sum(len(lesson.presets) for lesson in LESSONS.values())
    kinds = [entry["kind"] for entry in entries]
    assert [kinds.count(kind) for kind in ("lesson", "term", "preset")] == [len(LESSONS), len(terms()), n_presets]
    for path in {entry["path"].partition("?")[0].partition("#")[0] for entry in entries}:
        assert client.get(f"/{path}").status_code == 200, path
    text = client.get("/glossary").text
    for entry in entries:
        if entry["kind"] == "term":
            assert f'id="{entry["path"].partition("#")[2]}"' in text


def test_what_is_typed_is_found_and_the_arrows_and_enter_lead_to_it(page):
    page.open("/odds")
    press(page, "/")
    page.wait_for(lambda: page.run(FOUND) == [lesson.title for lesson in LESSONS.values()], "all lessons")
    press(page, *"lasso")
    page.wait_for(
        lambda: page.run(MARKED) == "Lasso: exact zero or oscillation" or page.run(MARKED) == "lasso", "lasso"
    )
    found = page.run(FOUND)
    assert "lasso" in found
    press(page, Keys.ARROW_DOWN)
    assert page.run(MARKED) == found[1]
    assert page.run(FOLLOWED) == "search-found-1"
    press(page, Keys.ARROW_UP, Keys.ARROW_UP)
    assert page.run(MARKED) == found[-1]
    press(page, *([Keys.BACKSPACE] * 5), *"penalties", Keys.ENTER)
    page.wait_for(lambda: page.path() == "/penalties", "the lesson")
    page.wait_until_drawn()
    assert not page.run("return !!document.querySelector('dialog[open]')")
    assert page.run("return performance.getEntriesByType('navigation')[0].name").endswith("/odds")  # not loaded again
    assert page.console() == []


def test_a_preset_of_the_page_itself_is_set(page):
    page.open("/odds")
    page.click("tool-search")
    page.find("search-field").send_keys("4 to 1")
    page.wait_for(lambda: page.run(MARKED) == "4 to 1", "the preset")
    page.run("document.querySelector('#search-found [role=option]').click()")
    wanted = LESSONS["odds"].presets[1].settings.as_text()
    page.wait_for(lambda: page.run("return nnviz.inspect().values") == wanted, "the settings of the preset")
    assert page.console() == []


def test_a_term_leads_to_its_place_among_the_terms_and_what_is_not_there_is_said(page):
    page.driver.get(page.address + "/")
    press(page, "/")
    press(page, *"qqq")
    page.wait_for(lambda: page.text("search-said") == "Nothing is called so.", "the sentence")
    press(page, *([Keys.BACKSPACE] * 3), *"surprisal", Keys.ENTER)
    page.wait_for(lambda: page.path().startswith("/glossary"), "the terms")
    assert page.driver.current_url.endswith("/glossary#surprisal")
    assert page.console() == []


def test_the_key_is_left_alone_where_one_types(page):
    page.open("/automatic-differentiation")
    page.find("automatic-differentiation-expression").click()
    press(page, "/")
    assert not page.run("return !!document.querySelector('dialog[open]')")
    assert "/" in page.value("automatic-differentiation-expression")
