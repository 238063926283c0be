"""The laboratory in a real browser: every training control acts, steps are exact, links tell the whole run."""

import pytest

from nnviz.lessons.lab.settings import LabSettings
from nnviz.page.registry import discover
from tests.web.test_every_page import (
    LENGTH,
    STEP,
    open_run,
    play_until,
    step_forward,
    wait_for_frames,
    wait_for_the_next_frame,
)

LAB = discover()["lab"]
TRAINING_LOSS = "const f = nnviz.inspect().playback.frames; return Array.from(f.upTo('training_loss', f.length - 1))"
WEIGHTS = "const p = nnviz.inspect().playback; return Array.from(p.frames.now('shown_weights', p.index))"


@pytest.fixture
def page(lab):
    """The laboratory, which is not loaded anew for each test."""
    return lab


def trace(page, figure, name):
    return next(trace for trace in page.figure(f"lab-{figure}")["data"] if trace.get("name") == name)


def position(field, word):
    return LabSettings.controls()[field].texts.index(word)


def test_the_loss_trace_grows_while_the_run_plays(page):
    page.click("play")
    page.wait_for(lambda: len(trace(page, "loss", "training")["y"]) > 20, "twenty points")
    longer = len(trace(page, "loss", "training")["y"])
    page.wait_for(lambda: len(trace(page, "loss", "training")["y"]) > longer, "more points")
    losses = trace(page, "loss", "training")["y"]
    assert losses[-1] < losses[0]


def test_reset_keeps_the_initial_weights_and_another_seed_changes_them(page):
    initial = page.run(WEIGHTS)
    play_until(page, 5)
    page.click("reset")
    page.wait_for(lambda: page.run(LENGTH) > 1 and page.run(STEP) == 0, "the reset")
    assert page.run(WEIGHTS) == initial
    page.set_value("lab-seed", position("seed", "1"))
    page.wait_for(lambda: page.run(LENGTH) > 1 and page.run(WEIGHTS) != initial, "other weights")


STEERING = {
    "learning_rate": "0.1",
    "batch_size": "1",
    "penalty_strength": "1",
    "dropout_rate": "0.5",
    "clip_norm": "0.1",
}


def test_each_training_control_changes_the_run_from_the_step_on_the_screen(page):
    page.set_value("lab-model", "network")
    page.wait_for(lambda: page.find("lab-dropout_rate").is_enabled(), "the network")
    wait_for_frames(page)
    changes = []
    for field, word in STEERING.items():
        step_forward(page, 4)
        wait_for_the_next_frame(page)
        step, untouched = page.run(STEP), page.run(TRAINING_LOSS)
        changes.append(f"{step}~{field}~{word}")
        page.set_value(f"lab-{field}", position(field, word))
        page.wait_for(lambda: f"then={','.join(changes)}" in page.path(), "the change in the link")
        wait_for_the_next_frame(page)
        touched = page.run(TRAINING_LOSS)
        end = min(len(touched), len(untouched))
        assert page.run(STEP) == step
        assert touched[: step + 1] == untouched[: step + 1]
        assert touched[step + 1 : end] != untouched[step + 1 : end]
        assert page.text(f"lab-{field}-value") == word


def test_a_link_tells_a_run_whose_controls_moved(page):
    step_forward(page, 4)
    page.set_value("lab-learning_rate", position("learning_rate", "0.1"))
    page.wait_for(lambda: "then=4~learning_rate~0.1" in page.path(), "the change in the link")
    step_forward(page, 3)
    page.wait_for(lambda: "step=7" in page.path(), "the step in the link")
    before = page.run(WEIGHTS)
    page.reload()
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(STEP) == 7, "the same step")
    assert page.run(WEIGHTS) == before
    assert page.text("lab-learning_rate-value") == "0.1"
    assert page.console() == []


def test_scrubbing_the_timeline_goes_back_to_any_frame(page):
    play_until(page, 20)
    page.set_value("timeline", 4)
    page.wait_for(lambda: page.run(STEP) == 4, "step 4")
    assert page.text("lab-step") == "4"
    page.wait_for(lambda: len(trace(page, "loss", "training")["y"]) == 5, "the shorter trace")


def test_a_divergence_is_explained(page):
    open_run(page, LAB, "?learning_rate=1")
    page.set_value("speed", 10)
    page.click("play")
    page.wait_for(lambda: page.text("status").startswith("Diverged at step"), "the divergence")
    assert "2/λmax" in page.text("status")
    assert page.console() == []


def test_irrelevant_controls_are_greyed_and_say_why(page):
    assert not page.find("lab-dropout_rate").is_enabled()
    assert "none" in page.text("lab-dropout_rate-why")
    page.set_value("lab-model", "network")
    page.wait_for(lambda: page.find("lab-dropout_rate").is_enabled(), "dropout to matter")
    assert page.text("lab-dropout_rate-why") == ""
    page.set_value("lab-data", "iris petals")
    page.wait_for(lambda: not page.find("lab-noise").is_enabled(), "the noise to be greyed out")


def test_a_picture_control_does_not_touch_the_run(page):
    play_until(page, 5)
    step, losses = page.run(STEP), page.run(TRAINING_LOSS)
    page.set_value("lab-loss_axis", "logarithmic")
    page.wait_for(lambda: page.figure("lab-loss")["layout"]["yaxis"]["type"] == "log", "the log axis")
    assert (page.run(STEP), page.run(TRAINING_LOSS)) == (step, losses)
    assert len(trace(page, "loss", "training")["y"]) > 1


def test_hide_leaves_out_what_a_link_says(page):
    page.open("/lab?hide=text,learning_rate")
    assert not page.find("lab-learning_rate").is_displayed()
    assert page.find("lab-batch_size").is_displayed()
    page.open("/lab?hide=controls,playback")
    assert not page.find("lab-batch_size").is_displayed()
    assert not page.find("play").is_displayed()
