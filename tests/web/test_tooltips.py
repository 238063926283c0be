"""Explanations: one popover that hover, the keyboard and a finger open, with the symbol and what to expect."""

import json

import pytest
from selenium.webdriver import ActionChains, Keys

from nnviz.page.registry import discover
from nnviz.page.settings import Slider
from nnviz.web.controls import FieldControl
from nnviz.web.transport import playback_bar

each_lesson = pytest.mark.parametrize("lesson", discover().values(), ids=lambda lesson: lesson.slug)


def texts(component) -> list[str]:
    """All texts of a component, in the order in which they are read."""
    if isinstance(component, str):
        return [component]
    children = getattr(component, "children", None) or []
    return [text for child in (children if isinstance(children, list) else [children]) for text in texts(child)]


def explanation_of(control):
    return next(child for child in control.children if str(getattr(child, "id", "")).endswith("-help"))


@each_lesson
def test_the_explanation_of_every_control_has_its_symbol_its_help_and_what_happens_when_it_rises(lesson):
    for name, control in lesson.settings.controls().items():
        shown = "".join(texts(explanation_of(FieldControl(lesson.slug, name, lesson.settings()).build())))
        symbol = f" {control.symbol}" if control.symbol else ""
        assert shown.startswith(f"{control.label}{symbol}\n{control.help}")
        assert ("When it rises: " in shown) == isinstance(control, Slider)


def test_everything_in_the_playback_bar_is_explained():
    bar = json.dumps(playback_bar(False, 3).to_plotly_json(), default=lambda part: part.to_plotly_json())
    for name in ("reset", "step-back", "play", "step-forward", "timeline", "speed"):
        assert f'"{name}-help"' in bar


@pytest.fixture
def page(lab):
    """The laboratory, which is not loaded anew for each test."""
    return lab


OPEN = "return document.getElementById('tooltip').matches(':popover-open')"


def shown(page):
    page.wait_for(lambda: page.run(OPEN), "the explanation")
    return page.text("tooltip")


def hidden(page):
    page.wait_for(lambda: not page.run(OPEN), "the explanation to go")


def test_hover_the_keyboard_and_a_press_show_the_same_explanation(page):
    label = page.run("return document.querySelector('#lab-learning_rate-control label')")
    ActionChains(page.driver).move_to_element(label).perform()
    hovered = shown(page)
    assert hovered.startswith("Learning rate η")
    assert "When it rises:" in hovered
    ActionChains(page.driver).move_to_element(page.find("lab-data-control")).perform()
    hidden(page)

    page.find("lab-learning_rate").send_keys(Keys.TAB, Keys.SHIFT, Keys.TAB)
    assert shown(page) == hovered
    assert page.find("lab-learning_rate").get_attribute("aria-describedby") == "lab-learning_rate-help"
    page.find("lab-learning_rate").send_keys(Keys.ESCAPE)
    hidden(page)

    mark = page.run("return document.querySelector('#lab-learning_rate-control .ask')")
    mark.click()
    assert shown(page) == hovered
    mark.click()
    hidden(page)
    assert page.console() == []


def test_an_explanation_stays_within_the_window_and_under_the_pointer(page):
    ask = "return [...document.querySelectorAll('.readout .ask, .control .ask')].filter(mark => mark.checkVisibility())"
    for mark in page.run(ask)[:3] + page.run(ask)[-2:]:
        page.run("arguments[0].click()", mark)  # the explanation of the last one may lie over it
        shown(page)
        box = page.run("return document.getElementById('tooltip').getBoundingClientRect().toJSON()")
        width, height = page.run("return [innerWidth, innerHeight]")
        assert 0 <= box["left"] < box["right"] <= width
        assert 0 <= box["top"] < box["bottom"] <= height
    ActionChains(page.driver).move_to_element(page.find("tooltip")).perform()
    assert page.run(OPEN)
