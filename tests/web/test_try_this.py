"""The links of a page to itself: the lesson understands every word of each, and a click sets the page and plays."""

import re
from urllib.parse import parse_qsl

import pytest
from selenium.webdriver.common.keys import Keys

from nnviz.page.registry import discover
from nnviz.web.links import starting_settings
from nnviz.web.written import written
from tests.lessons.extremes import all_at_an_end

LESSONS = discover()
TRY = re.compile(r"\]\((\?[^)]*)\)")
WORDS = {"preset", "autoplay", "speed", "lead"}
"""What such a link may say besides fields."""

VALUES = "return nnviz.inspect().values"
CLICK = "document.querySelector(`.text a[data-try][href*='${arguments[0]}']`).click()"


def links_of(lesson):
    """The queries of the links of a page to itself, in every language, at all settings at which the page differs."""
    settings = [lesson.settings(), *(preset.settings for preset in lesson.presets)]
    settings += [all_at_an_end(lesson, end) for end in (0, -1)]
    texts = {page.text(now) for page in lesson.page.translations.values() for now in settings}
    return sorted({query for text in texts for query in TRY.findall(text)})


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.slug)
def test_every_lesson_has_links_to_itself_of_which_it_understands_every_word(lesson):
    queries = links_of(lesson)
    assert queries
    for query in queries:
        said = dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True))
        settings = starting_settings(lesson, said)
        texts = settings.as_text()
        assert {name: texts[name] for name in said if name in texts} == {
            name: text for name, text in said.items() if name not in WORDS
        }, query
        assert int(said.get("preset", "1")) in range(1, len(lesson.presets) + 1), query
        assert "autoplay" not in said or lesson.run is not None, query
        assert {name for name in said.get("lead", "").split(",") if name} <= {slot.name for slot in lesson.figures}


def test_a_link_to_the_page_itself_is_marked_and_no_other_is():
    made = written("[here](?a=1&autoplay) and [there](/lab)")
    assert made == '<p><a href="?a=1&amp;autoplay" data-try="">here</a> and <a href="/lab">there</a></p>\n'


def test_a_click_sets_the_page_plays_and_can_be_undone(page):
    page.open("/gradient-descent?noise=2")
    before = page.run(VALUES)
    page.run("window.stays = true")
    page.run(CLICK, "x_spread=3")
    wanted = LESSONS["gradient-descent"].settings(learning_rate=0.1, x_spread=3.0).as_text()
    page.wait_for(lambda: page.run(VALUES) == wanted, "the settings")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.step") > 3, "the run")
    assert page.run("return window.stays")
    assert page.path().startswith("/gradient-descent?learning_rate=0.1&x_spread=3")
    assert page.run("return window.scrollY") == 0
    page.click("play")
    page.run("document.getElementById('undo').click()")
    page.wait_for(lambda: page.run(VALUES) == before, "the settings before")
    assert page.console() == []


def test_a_link_that_names_a_preset_sets_it_without_a_question(page):
    page.open("/lab")
    page.run(CLICK, "preset=3")
    wanted = LESSONS["lab"].presets[2].settings.as_text()
    page.wait_for(lambda: page.run(VALUES) == wanted, "the settings of the preset")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.playing"), "the run")
    assert page.text("question") == ""
    assert page.run("return nnviz.inspect().playback.speed") == LESSONS["lab"].presets[2].speed


def test_on_a_page_without_a_run_a_link_sets_the_page_by_key_as_well(page):
    page.open("/odds")
    page.run("document.querySelector(\".text a[href='?probability=0.2']\").focus()")
    page.driver.switch_to.active_element.send_keys(Keys.ENTER)
    page.wait_for(lambda: page.run(VALUES)["probability"] == "0.2", "the event")
    assert page.path() == "/odds?probability=0.2"
    assert page.console() == []
