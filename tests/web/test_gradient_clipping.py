"""What is special to gradient clipping: the notebook's long fits run at full speed, show how far they are, and stop."""

PRESS = "[...document.querySelectorAll('button.preset')].find((b) => b.textContent === arguments[0]).click()"


def step(page):
    return int(page.text("gradient-clipping-step").replace(",", "") or 0)


def test_a_published_fit_runs_through_at_full_speed_to_the_printed_digits(page):
    page.open("/gradient-clipping")
    page.run(PRESS, "Notebook: 1,000 epochs")
    page.wait_for(lambda: page.text("status").startswith("Complete"), "the fit to be complete", patience=60)
    assert page.text("status").endswith("every printed digit agrees.")
    assert step(page) == 16_000
    assert page.console() == []


def test_the_longest_fit_shows_on_the_timeline_how_far_it_is_and_can_be_stopped(page):
    page.open("/gradient-clipping")
    page.run(PRESS, "Notebook: 30,000 epochs")
    page.wait_for(lambda: 0 < step(page) < 480_000, "the fit to be under way", patience=60)
    assert page.run("return document.getElementById('timeline').max") == "480000"
    page.click("play")
    page.wait_for(lambda: page.text("status").startswith("Paused"), "the fit to stop")
    stopped_at = step(page)
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.pending === null"), "the last answer")
    assert page.run("return nnviz.inspect().playback.playing") is False
    assert step(page) == stopped_at
    assert page.console() == []
