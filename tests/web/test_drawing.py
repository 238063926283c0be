"""A page's pictures are drawn once for a link, and only what is new to the browser is sent."""

from nnviz.lesson import discover
from nnviz.lessons.lab.knobs import LabSettings
from nnviz.web.drawing import draw_page

LAB = discover()["lab"]


def test_equal_settings_share_one_drawing():
    assert draw_page(LAB, LabSettings()) is draw_page(LAB, LabSettings(seed=0))


def test_only_pictures_that_changed_are_news():
    linear, logarithmic = (draw_page(LAB, LabSettings(loss_axis=axis)) for axis in ("linear", "logarithmic"))
    assert set(logarithmic.news(linear.tags)["figures"]) == {"loss"}
    assert logarithmic.news(logarithmic.tags)["figures"] == {}
    assert set(logarithmic.news({})["figures"]) == {slot.name for slot in LAB.figures}


def test_tags_that_a_browser_makes_up_only_cost_it_the_pictures():
    page = draw_page(LAB, LabSettings())
    assert set(page.news({"loss": ["?"], "unknown": 1})["figures"]) == set(page.figures)
