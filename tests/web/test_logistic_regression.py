"""The threshold is a matter of pictures: moving it redraws decisions and asks the server for no training."""

import pytest

from tests.browser import PATIENCE
from tests.web.dragging import drag

RUN = "logistic-regression"


def confusion(page):
    return page.figure(f"{RUN}-confusion")["data"][0]["z"]


def asked(page):
    return page.run("return nnviz.inspect().playback.run")


def test_moving_the_threshold_changes_decisions_and_never_trains(page):
    page.open(f"/{RUN}?step=32")
    page.wait_for(lambda: page.text(f"{RUN}-step") == "32", "the step of the link")
    page.run("arguments[0].scrollIntoView({behavior: 'instant'})", page.find(f"{RUN}-confusion"))
    page.wait_for(lambda: None not in confusion(page), "the confusion matrix")
    before, runs, weights = confusion(page), asked(page), page.text(f"{RUN}-shown-weights")
    page.run("nnviz.inspect().playback.on.request = () => { window.trained = true; }")
    page.set_value(f"{RUN}-threshold", 97)
    page.wait_for(lambda: confusion(page) != before, "other decisions")
    assert sum(confusion(page)) == 1000
    assert confusion(page)[1] < before[1]
    page.wait_for(lambda: "threshold=0.97" in page.path(), "the link to follow")
    assert (asked(page), page.text(f"{RUN}-shown-weights")) == (runs, weights)
    assert not page.run("return window.trained")
    assert page.console() == []


@pytest.mark.parametrize(
    ("start", "end", "field", "word"),
    [((2.0, 0.5), (2.0, 0.8), "threshold", "0.8"), ((-1.0, 0.9), (0.5, 0.9), "predict_at", "0.5")],
)
def test_threshold_and_prediction_are_dragged_in_the_picture_of_the_fit(page, start, end, field, word):
    page.open(f"/{RUN}")
    page.wait_for(lambda: page.text(f"{RUN}-step") == "0", "the first frame")
    drag(page, f"{RUN}-fit", start, end)
    page.wait_for(lambda: page.text(f"{RUN}-{field}-value") == word, "the control to follow")
    assert page.console() == []


def test_the_notebooks_fit_is_seen_being_made(page):
    page.open(f"/{RUN}?step=1595")
    page.wait_for(lambda: page.text(f"{RUN}-step") == "1,595", "the step of the link", 3 * PATIENCE)
    page.click("play")
    page.wait_for(lambda: "every printed digit agrees" in page.text("status"), "the run to end", 3 * PATIENCE)
    assert page.text(f"{RUN}-shown-weights") == "2.50014806, 1.28482629"
    assert page.console() == []
