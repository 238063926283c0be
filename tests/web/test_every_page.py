"""What a person does on every page, in a real browser against the real server, with an empty console.

A page is opened once, by a link to a step of its run, and the tests are one visit to it: first on a laptop, then on a
phone.
"""

from dataclasses import dataclass

import pytest

from nnviz.page.lesson import Lesson
from nnviz.page.registry import discover
from tests.browser import Page
from tests.web.accessibility import violations
from tests.web.figure_words import SENTENCES, TAB_STOPS, sentences_at

LESSONS = list(discover().values())
STEP = "return nnviz.inspect().playback.step"
LENGTH = "return nnviz.inspect().playback.frames.length"
FRAMES_AHEAD = "const {frames, index} = nnviz.inspect().playback; return frames.length - 1 - index"
PHONE = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}


def open_run(page, lesson, query=""):
    """The page of a run, its first chunk loaded."""
    page.open(f"/{lesson.slug}{query}")
    wait_for_frames(page)


def wait_for_frames(page):
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(LENGTH) > 1, "the first frames")


def wait_for_the_next_frame(page):
    """An answer brings as many frames as the server computes in its time: on a busy machine two or three."""
    page.wait_for(lambda: page.run(FRAMES_AHEAD) > 0, "the next frame")


def step_forward(page, frames=1):
    """Go on by single frames, each when it is there: the button does nothing before."""
    for _ in range(frames):
        wait_for_the_next_frame(page)
        page.click("step-forward")


def play_until(page, step):
    page.click("play")
    page.wait_for(lambda: page.run(STEP) >= step or page.run("return !nnviz.inspect().playback.playing"), "the run")
    if page.run("return nnviz.inspect().playback.playing"):
        page.click("play")
    page.wait_for(lambda: not page.run("return nnviz.inspect().playback.playing"), "the pause")


@dataclass(frozen=True)
class Visit:
    """A lesson, and its page in the browser, as a link has opened it."""

    lesson: Lesson
    page: Page
    link: str
    step: int

    def shown_numbers(self):
        return {item.name: self.page.text(f"{self.lesson.slug}-{item.name}") for item in self.lesson.readouts}


@pytest.fixture(scope="module", params=LESSONS, ids=lambda lesson: lesson.slug)
def visit(request, browser, server):
    lesson, page = request.param, Page(browser, server.address)
    step = min(3, lesson.run.n_steps) if lesson.run else 0
    link = f"/{lesson.slug}?step={step}" if lesson.run else f"/{lesson.slug}"
    page.clear()
    page.open(link)
    return Visit(lesson, page, link, step)


@pytest.fixture
def on_a_phone(visit):
    visit.page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    yield
    visit.page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_page_opens_with_its_figures_and_an_empty_console(visit):
    page, lesson = visit.page, visit.lesson
    for slot in lesson.figures:
        assert page.figure(f"{lesson.slug}-{slot.name}")["data"]
    assert page.run("return document.title").startswith(lesson.title)
    assert page.run("return !!document.getElementById('play')") == (lesson.run is not None)
    assert page.console() == []
    strangers = [address for address in page.loaded() if not address.startswith((page.address, "data:", "blob:"))]
    assert strangers == []


def test_axe_finds_no_serious_or_critical_violation(visit):
    assert violations(visit.page) == []


def test_every_figure_has_a_name_and_a_sentence_that_follows_the_run(visit):
    page, lesson = visit.page, visit.lesson
    if not lesson.figures:
        return
    if lesson.run is None:
        page.wait_for(lambda: all(sentence for _, sentence in page.run(SENTENCES)), "sentences")
        said = page.run(SENTENCES)
    else:
        page.wait_for(
            lambda: page.run("return !!nnviz.inspect().playback") and page.run(STEP) == visit.step, "the step"
        )
        said = sentences_at(page, visit.step)
        page.click("step-back")
        before = sentences_at(page, page.run(STEP))
        assert [what.partition(": ")[2] for _, what in said] != [what.partition(": ")[2] for _, what in before]
        step_forward(page)
        assert sentences_at(page, visit.step) == said
    assert [name for name, _ in said] == [slot.title for slot in lesson.figures]
    assert not [name for name, what in said if "nothing is drawn" in what or "NaN" in what or "undefined" in what]


def test_the_numbers_of_every_figure_are_tables(visit):
    page, lesson = visit.page, visit.lesson
    if not lesson.figures:
        return
    page.run("document.querySelector('[data-leads] [data-numbers-of]').click()")
    for slot in lesson.figures:
        page.set_value("figure-numbers-of", slot.name)
        assert page.run("return document.querySelectorAll('#figure-numbers td').length"), slot.name
    page.run("document.getElementById('dialog-figure-numbers').close()")
    assert page.console() == []


def test_the_keyboard_reaches_the_figures_in_one_step_past_the_bar_and_in_twenty_five_through_it(visit):
    assert visit.page.run(TAB_STOPS) <= 25
    assert visit.page.run("return document.querySelector('a[href]').getAttribute('href')").endswith("#figures")


def in_space(lesson):
    """The names of the lesson's figures that have three dimensions."""
    kinds = {slot.name: {trace.type for trace in slot.draw(lesson.settings()).data} for slot in lesson.figures}
    return [name for name, kind in kinds.items() if kind & {"surface", "scatter3d"}]


def test_figures_in_space_are_drawn_where_the_browser_can(page_in_space):
    names = {lesson: in_space(lesson) for lesson in LESSONS}
    assert sum(map(len, names.values())) > 3
    for lesson, figures in names.items():
        if figures:
            page_in_space.open(f"/{lesson.slug}")
            canvases = [f"document.querySelector('#{lesson.slug}-{name} canvas')" for name in figures]
            assert page_in_space.run(f"return [{', '.join(canvases)}].every(canvas => canvas && canvas.width > 99)")
            assert page_in_space.console() == []


def test_a_link_shows_the_frame_that_a_run_shows_which_comes_to_its_step_and_pauses_there(visit):
    if visit.lesson.run is None:
        return
    page = visit.page
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(STEP) == visit.step, "the step")
    linked = visit.shown_numbers()
    page.click("reset")
    page.wait_for(lambda: page.run(STEP) == 0 and page.run(LENGTH) > 1, "the reset")
    step_forward(page, visit.step)
    assert page.run(STEP) == visit.step
    assert visit.shown_numbers() == linked
    page.wait_for(lambda: page.path() == visit.link, "the step in the link")
    assert page.console() == []


def test_a_run_plays_pauses_steps_and_resets(visit):
    if visit.lesson.run is None:
        return
    page, last = visit.page, visit.lesson.run.n_steps
    play_until(page, min(visit.step + 5, last))
    paused = page.run(STEP)
    assert paused > visit.step or paused == last
    page.click("step-back")
    back = page.run(STEP)
    assert back < paused
    page.click("step-forward")
    assert page.run(STEP) == paused
    page.click("reset")
    page.wait_for(lambda: page.run(STEP) == 0 and page.run(LENGTH) > 1, "the reset")
    assert page.console() == []


def last(presets):
    """The last preset with its place: what each says and sets is compared without a browser."""
    return [(len(presets) - 1, presets[-1])] if presets else []


def test_on_a_phone_nothing_scrolls_sideways_and_presets_show_their_sentences(visit, on_a_phone):
    page = visit.page
    page.wait_for(lambda: page.run("return document.documentElement.scrollWidth <= 390"), "the page to fit")
    for place, preset in last(visit.lesson.presets):
        page.run(f"document.querySelector('[data-preset=\"{place}\"]').click()")
        page.run("document.querySelector('#question .just')?.click()")
        wanted = preset.settings.as_text()
        page.wait_for(lambda wanted=wanted: page.run("return nnviz.inspect().values") == wanted, preset.name)
        assert page.text("watch") == preset.watch
    page.wait_until_drawn()
    assert page.run("return document.documentElement.scrollWidth") <= 390
    assert page.console() == []
