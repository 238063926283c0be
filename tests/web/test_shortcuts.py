"""Everything by key, no key stolen, and the focus always seen."""

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from nnviz.page.registry import discover
from nnviz.web.shortcuts import KEYS
from tests.web.keyboard import press
from tests.web.test_every_page import LENGTH, STEP, open_run, wait_for_the_next_frame

LAB = discover()["lab"]
PLAYING = "return nnviz.inspect().playback.playing"
FOCUS = "document.getElementById(arguments[0]).focus()"
IS_OPEN = "return !!document.querySelector('dialog[open]')"


@pytest.fixture
def page(lab):
    """The laboratory, which is not loaded anew for each test."""
    return lab


def shown_step(page, step):
    page.wait_for(lambda: page.run(STEP) == step, f"step {step}")


def test_space_plays_and_pauses_and_arrows_step(page):
    for _ in range(3):
        wait_for_the_next_frame(page)
        press(page, Keys.ARROW_RIGHT)
    press(page, Keys.ARROW_LEFT)
    shown_step(page, 2)
    press(page, Keys.HOME)
    shown_step(page, 0)
    press(page, Keys.END)
    assert page.run(STEP) == page.run("return nnviz.inspect().playback.end") > 2
    press(page, " ")
    assert page.run(PLAYING)
    press(page, " ")
    assert not page.run(PLAYING)
    press(page, "r")
    page.wait_for(lambda: page.run(STEP) == 0 and page.run(LENGTH) > 1, "the reset")
    assert page.console() == []


def test_n_and_p_go_through_the_presets_round_and_round(page):
    for key, place in (("n", 0), ("p", -1)):
        press(page, key)
        page.run("document.querySelector('#question .just')?.click()")
        preset = LAB.presets[place]
        wanted = preset.settings.as_text()
        page.wait_for(lambda wanted=wanted: page.run("return nnviz.inspect().values") == wanted, preset.name)
        assert page.text("watch") == preset.watch


def test_the_question_mark_lists_every_key_and_keys_rest_while_it_is_open(page):
    press(page, "?")
    page.wait_for(lambda: page.run(IS_OPEN), "the list")
    listed = page.run("return [...document.querySelectorAll('.keys kbd')].map(key => key.textContent)")
    assert listed == list(KEYS)
    press(page, "n", Keys.ARROW_RIGHT)
    assert (page.run(STEP), page.text("watch")) == (0, "")
    press(page, Keys.ESCAPE)
    assert not page.run(IS_OPEN)
    press(page, Keys.ARROW_RIGHT)
    shown_step(page, 1)


def test_the_arrows_move_a_slider_that_has_the_focus_and_a_select_keeps_its_keys(page):
    page.run(FOCUS, "lab-learning_rate")
    place = int(page.value("lab-learning_rate"))
    press(page, Keys.ARROW_RIGHT)
    page.wait_for(lambda: page.value("lab-learning_rate") == str(place + 1), "the slider")
    assert page.run(STEP) == 0
    assert page.find("lab-learning_rate").get_attribute("aria-valuetext") == page.text("lab-learning_rate-value")
    press(page, " ")  # which means nothing to a slider
    assert page.run(PLAYING)
    press(page, " ")
    page.run("document.querySelectorAll('details.group').forEach((group) => { group.open = true })")
    page.run(FOCUS, "lab-data")
    press(page, Keys.ARROW_DOWN, "n")
    page.wait_for(lambda: page.value("lab-data") == "unequal scales", "the next data set")
    page.wait_for(lambda: page.text("status") == "Ready", "the new start")
    assert page.run(STEP) == 0
    assert page.text("watch") == ""


def test_keys_with_a_modifier_are_the_browsers(page):
    page.run("document.addEventListener('keydown', event => window.taken = event.defaultPrevented)")
    for modifier in (Keys.CONTROL, Keys.ALT, Keys.META):
        page.run("window.taken = null")
        ActionChains(page.driver).key_down(modifier).send_keys("d").key_up(modifier).perform()
        assert page.run("return window.taken") is False, modifier
        assert page.run("return document.documentElement.dataset.theme") == "light"


def test_space_presses_a_button_reached_by_key_and_pauses_after_one_that_was_clicked(page):
    page.run(FOCUS, "step-forward")
    press(page, " ")
    shown_step(page, 1)
    assert not page.run(PLAYING)
    wait_for_the_next_frame(page)
    page.click("step-forward")
    shown_step(page, 2)
    press(page, " ")
    assert page.run(PLAYING)


def test_the_skip_link_comes_first_and_leads_to_the_figures(page):
    page.open("/lab")  # the next press of Tab goes on from the element that had the focus last
    press(page, Keys.TAB)
    assert page.run("return document.activeElement.id") == "skip"
    assert page.find("skip").rect["x"] >= 0
    press(page, Keys.ENTER)
    assert page.run("return document.activeElement.id") == "figures"
    assert page.path() == "/lab"


def test_a_menu_opens_by_key_closes_with_escape_and_when_it_is_left(page):
    is_open = "return document.querySelector('.lessons details').open"
    page.run("document.querySelector('.lessons summary').focus()")
    press(page, Keys.ENTER)
    assert page.run(is_open)
    press(page, Keys.TAB)
    assert page.run("return document.activeElement.matches('.lessons a')")
    press(page, Keys.ESCAPE)
    assert not page.run(is_open)
    assert page.run("return document.activeElement.matches('.lessons summary')")
    press(page, Keys.ENTER)
    assert page.run(is_open)
    page.run(FOCUS, "tool-share")
    assert not page.run(is_open)


def test_whatever_has_the_focus_shows_it(page):
    page.run("document.querySelector('.lessons summary').focus()")
    seen = set()
    for _ in range(16):
        press(page, Keys.TAB)
        kind, outline = page.run(
            "const e = document.activeElement; return [e.tagName + (e.type || ''), getComputedStyle(e).outline]"
        )
        seen.add(kind)
        assert "solid 3px" in outline, kind
    assert {"BUTTONsubmit", "SUMMARY"} <= seen
    for field in ("learning_rate", "data", "standardise"):
        page.run(FOCUS, f"lab-{field}")
        assert "solid 3px" in page.run("return getComputedStyle(document.activeElement).outline")


def test_the_status_is_told_twice_however_long_a_run_plays(page):
    page.run(
        "window.told = []; new MutationObserver(() => told.push(document.getElementById('status').textContent))"
        ".observe(document.getElementById('status'), {childList: true, characterData: true, subtree: true})"
    )
    press(page, " ")
    page.wait_for(lambda: page.run(STEP) > 60, "sixty steps")
    press(page, " ")
    page.wait_for(lambda: len(page.run("return told")) > 1, "the pause")
    first, second = page.run("return told")
    assert first == "Playing"
    assert second.startswith("Paused at step")
    assert page.find("status").get_attribute("aria-live") == "polite"


def test_a_menu_closes_with_the_page_it_leads_to(page):
    page.run("document.querySelector('.lessons summary').click()")
    page.run("document.querySelector('.lessons details[open] a[href*=odds]').click()")
    page.wait_for(lambda: not page.path().startswith("/lab"), "the other page")
    assert not page.run("return document.querySelector('.lessons details[open]')")


def test_a_text_box_gets_what_is_typed_into_it(page):
    open_run(page, discover()["automatic-differentiation"])
    page.find("automatic-differentiation-expression").click()
    before = page.value("automatic-differentiation-expression")
    press(page, Keys.END, " ", "n", "d", "[", Keys.ARROW_LEFT, "?")
    assert page.value("automatic-differentiation-expression") == before + " nd?["
    assert page.run("return document.documentElement.dataset.theme") == "light"
    assert not page.run(IS_OPEN)
    assert page.run(STEP) == 0
