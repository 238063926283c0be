"""A page's pictures are drawn once for a link, and only what is new to the browser is sent."""

import math

import orjson
import pytest

from nnviz.lessons.lab.settings import LabSettings
from nnviz.page.registry import discover
from nnviz.web import drawing, layout
from nnviz.web.drawing import FACTS, NOTICE, TEXT, answer, draw_page
from nnviz.web.requests import BadRequestError

LAB = discover()["lab"]


@pytest.fixture(autouse=True)
def time_enough(monkeypatch):
    monkeypatch.setattr(drawing, "BUDGET", math.inf)


def test_equal_settings_share_one_drawing():
    assert draw_page(LAB, LabSettings()) is draw_page(LAB, LabSettings(seed=0))


def test_only_pictures_that_changed_are_news():
    linear, logarithmic = (draw_page(LAB, LabSettings(loss_axis=axis)) for axis in ("linear", "logarithmic"))
    assert set(logarithmic.news(linear.tags)["figures"]) == {"loss"}
    assert logarithmic.news(logarithmic.tags)["figures"] == {}
    assert set(logarithmic.news({})["figures"]) == {slot.name for slot in LAB.figures}


def test_tags_that_a_browser_makes_up_only_cost_it_the_pictures():
    page = draw_page(LAB, LabSettings())
    assert set(page.news({"loss": "?", "unknown": "?"})["figures"]) == set(page.figures)


def test_texts_travel_only_when_they_change():
    line, moons = draw_page(LAB, LabSettings()), draw_page(LAB, LabSettings(model="network", data="moons"))
    first, changed = line.news({}), moons.news(line.tags)
    assert set(first["texts"]) == {TEXT, NOTICE, FACTS}
    assert changed["texts"] == {name: text for name, text in moons.texts.items() if text != line.texts[name]} != {}


def test_an_answer_brings_the_tags_with_which_the_next_question_finds_nothing_new():
    asked = {"lesson": "lab", "settings": {"learning_rate": "1"}, "tags": {}}
    tags = answer(asked)["tags"]
    again = answer({**asked, "tags": tags})
    assert (again["figures"], again["texts"]) == ({}, {})


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        {},
        {"lesson": "lab", "settings": {}},
        {"lesson": "nothing", "settings": {}, "tags": {}},
        {"lesson": "lab", "settings": ["learning_rate"], "tags": {}},
        {"lesson": "lab", "settings": {}, "tags": {"loss": ["?"]}},
        {"lesson": "lab", "settings": {}, "tags": {}, "more": 1},
    ],
)
def test_what_no_page_asks_is_refused(wrong):
    with pytest.raises(BadRequestError):
        answer(wrong)


def test_what_takes_long_is_left_out_while_a_slider_moves_and_comes_when_it_rests():
    page = draw_page(LAB, LabSettings())
    assert page.slow() == ["surface"]
    asked = {"lesson": "lab", "settings": {"model": "network"}, "tags": page.tags}
    moving = answer({**asked, "without": page.slow()})
    assert "surface" not in {*moving["figures"], *moving["tags"]}
    assert TEXT in moving["texts"]  # no formula waits until the slider rests
    at_rest = answer({**asked, "tags": page.tags | moving["tags"]})
    assert {*at_rest["figures"], *at_rest["texts"]} == {"surface"}


def test_what_takes_the_server_long_is_asked_for_when_a_slider_rests():
    for lesson in discover().values():
        assert set(lesson.at_rest) <= {FACTS, TEXT, *(slot.name for slot in lesson.figures)}
    lesson = discover()["batch-normalization"]
    page = draw_page(lesson, lesson.settings(), frozenset({"rates"}))
    assert page.slow() == [FACTS]


def test_a_figure_that_is_asked_for_again_is_not_drawn_again():
    settings = LabSettings(seed=77)
    whole = draw_page(LAB, settings)
    assert draw_page(LAB, settings, frozenset({"surface"})).figures["loss"] is whole.figures["loss"]


@pytest.mark.parametrize("slug", ["batch-normalization", "lab", "notebook"])
def test_a_page_that_comes_in_parts_is_the_page_that_comes_whole(slug, monkeypatch):
    monkeypatch.setattr(drawing, "BUDGET", -1.0)
    asked = {"lesson": slug, "settings": {"seed": "23"} if slug == "lab" else {}, "tags": {}}
    figures, texts, tags = {}, {}, {}
    for _ in range(100):
        part = answer({**asked, "without": list(tags)})
        figures, texts, tags = figures | part["figures"], texts | part["texts"], tags | part["tags"]
        if not part["unfinished"]:
            break
    whole = draw_page(discover()[slug], discover()[slug].settings.parse(asked["settings"]))
    assert tags == whole.tags
    assert orjson.dumps([figures, texts], option=orjson.OPT_SORT_KEYS) == orjson.dumps(
        [whole.figures, whole.texts], option=orjson.OPT_SORT_KEYS
    )


def test_no_page_that_lacks_something_is_kept(monkeypatch):
    settings = LabSettings(seed=78)
    assert draw_page(LAB, settings, seconds=-1.0).unfinished
    assert not draw_page(LAB, settings).unfinished
    assert not draw_page(LAB, settings, seconds=-1.0).unfinished


def test_a_page_opens_with_what_there_was_time_for_and_says_what_is_unfinished(monkeypatch):
    monkeypatch.setattr(layout, "BUDGET", -1.0)
    opened = layout.page(LAB, {"seed": "79"})
    (declared,) = (part.data for part in opened._traverse() if getattr(part, "id", "") == "lab--config")
    assert set(declared["unfinished"]) == {TEXT, FACTS, *(slot.name for slot in LAB.figures)}
    assert declared["later"] == {}
