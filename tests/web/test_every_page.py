"""What a person does on every page, in a real browser against the real server, with an empty console."""

import pytest

from nnviz.lesson import discover

LESSONS = list(discover().values())
WITH_RUN = [lesson for lesson in LESSONS if lesson.run is not None]
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
each_run = pytest.mark.parametrize("lesson", WITH_RUN, ids=lambda lesson: lesson.slug)

STEP = "return nnviz.inspect().playback.step"
LENGTH = "return nnviz.inspect().playback.frames.length"


def open_run(page, lesson, query=""):
    """The page of a run, its first stretch loaded."""
    page.open(f"/{lesson.slug}{query}")
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(LENGTH) > 1, "the first frames")


def play_until(page, step):
    page.click("play")
    page.wait_for(lambda: page.run(STEP) >= step or page.run("return !nnviz.inspect().playback.playing"), "the run")
    if page.run("return nnviz.inspect().playback.playing"):
        page.click("play")
    page.wait_for(lambda: not page.run("return nnviz.inspect().playback.playing"), "the pause")


@each_lesson
def test_the_page_opens_with_its_figures_and_an_empty_console(page, lesson):
    page.open(f"/{lesson.slug}")
    for slot in lesson.figures:
        assert page.figure(f"{lesson.slug}-{slot.name}")["data"]
    assert page.run("return document.title").startswith(lesson.title)
    assert page.console() == []
    strangers = [address for address in page.loaded() if not address.startswith((page.address, "data:", "blob:"))]
    assert strangers == []


@each_lesson
def test_the_page_does_not_scroll_sideways_on_a_phone(page, lesson):
    page.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    )
    try:
        page.open(f"/{lesson.slug}")
        assert page.run("return document.documentElement.scrollWidth") <= 390
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@each_run
def test_the_run_plays_pauses_steps_and_resets(page, lesson):
    open_run(page, lesson)
    last = lesson.run.n_steps
    play_until(page, min(5, last))
    paused = page.run(STEP)
    assert paused > 0
    page.click("step-back")
    back = page.run(STEP)
    assert back < paused
    page.click("step-forward")
    assert page.run(STEP) == paused
    page.click("reset")
    page.wait_for(lambda: page.run(STEP) == 0 and page.run(LENGTH) > 1, "the reset")
    assert page.console() == []


@each_run
def test_the_link_of_a_paused_run_shows_the_same_frame_again(page, lesson):
    open_run(page, lesson)
    play_until(page, min(3, lesson.run.n_steps))
    page.wait_for(lambda: f"step={page.run(STEP)}" in page.path(), "the step in the link")
    before = page.run(STEP), shown_numbers(page, lesson)
    page.reload()
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(STEP) == before[0], "the step")
    assert shown_numbers(page, lesson) == before[1]
    assert page.console() == []


def shown_numbers(page, lesson):
    return {readout.name: page.text(f"{lesson.slug}-{readout.name}") for readout in lesson.readouts}


@each_lesson
def test_every_preset_shows_its_sentence_and_leaves_the_console_empty(page, lesson):
    page.open(f"/{lesson.slug}")
    for place, preset in enumerate(lesson.presets):
        page.run(f"document.querySelector('[data-preset=\"{place}\"]').click()")
        wanted = preset.settings.words()
        page.wait_for(lambda wanted=wanted: page.run("return nnviz.inspect().words") == wanted, preset.name)
        assert page.text("watch") == preset.watch
    page.wait_until_drawn()
    assert page.console() == []
