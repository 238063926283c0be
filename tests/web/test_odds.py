"""Dragging on any of the three curves moves the one event, in all pictures and in the link."""

import pytest

from tests.web.dragging import drag


@pytest.mark.parametrize(
    ("figure", "start", "end"),
    [
        ("odds-odds-curve", (0.8, 4.0), (0.25, 4.0)),
        ("odds-log-odds-curve", (4.0, 1.4), (4.0, -1.0986)),
        ("odds-sigmoid-curve", (1.4, 0.8), (-1.0986, 0.8)),
    ],
)
def test_a_drag_on_a_curve_moves_the_event_on_all_of_them(page, figure, start, end):
    page.open("/odds")
    drag(page, figure, start, end)
    page.wait_for(lambda: page.text("odds-probability-value") == "0.25", "the slider to follow")
    page.wait_for(lambda: "probability=0.25" in page.path(), "the link to follow")
    page.wait_for(lambda: "odds 0.3333" in page.text("odds--facts"), "the numbers to follow")
    event = page.figure("odds-sigmoid-curve")["data"][2]
    assert event["y"] == [0.25]
    assert page.console() == []
