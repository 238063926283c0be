"""One screen, one story: the leading picture fills the stage, and everything that a slider moves is in view."""

import pytest

from nnviz.page.registry import discover
from tests.web.conftest import FITTED
from tests.web.figure_text import OVERLAPS_IN_FIGURES
from tests.web.test_every_page import STEP, open_run, wait_for_frames

LESSONS = list(discover().values())
WITH_FIGURES = [lesson for lesson in LESSONS if lesson.figures]
SCREENS = ((1280, 720), (1366, 768), (1920, 1080), (820, 1180))
PHONES = ((390, 844), (844, 390))
READ = ((1280, 720), (390, 844))
"""Where the words in the figures are looked at."""

AROUND = """
const box = (element) => element.getBoundingClientRect();
const area = (element) => box(element).width * box(element).height;
const pictures = [...document.querySelectorAll(".picture:not(.d-none)")];
const leading = pictures.filter((picture) => picture.matches("[data-leads]"));
const isIn = (element) => box(element).left >= 0 && box(element).right <= innerWidth + 1
    && box(element).top >= 0 && box(element).bottom <= innerHeight + 1;
"""
OUT_OF_VIEW = AROUND + "return pictures.filter((picture) => !isIn(picture)).map((picture) => picture.dataset.figure)"
SHARE_OF_THE_STAGE = (
    AROUND
    + """
return leading.reduce((sum, picture) => sum + area(picture), 0) / area(document.querySelector(".stage"));
"""
)
SHARE_OF_THE_HEIGHT = AROUND + "return Math.min(...leading.map((picture) => box(picture).height)) / innerHeight"
LEADING_IN_VIEW = AROUND + "return leading.length === 1 && leading.every(isIn)"
OVERLAPS = """
const seen = [...document.querySelectorAll("header.bar :is(button, a, h1, summary), .control-label *, .readout *, "
    + ".playback button, #status, .in-view button, figcaption :is(button, span), .chooser *, .words > *")]
    .filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.children.length
        && (element.textContent.trim() || element.value) && !element.closest("[popover], .presets, .all-lessons"));
function visible(element) { // what the scrolled and cut parts around it leave of it
    let {left, right, top, bottom} = element.getBoundingClientRect();
    for (let around = element.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflow === "visible") continue;
        const box = around.getBoundingClientRect();
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return {left, right, top, bottom};
}
const boxes = seen.map(visible);
const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
const name = (element) => element.id || element.textContent.trim();
return seen.flatMap((one, i) => seen.slice(i + 1).filter((_, j) => meet(boxes[i], boxes[i + 1 + j]))
    .map((other) => `${name(one)} / ${name(other)}`));
"""
PLAYING = "return nnviz.inspect().playback.playing"
ENDED = "const {complete, position, end} = nnviz.inspect().playback; return complete && position >= end"
PLACES = """
const parts = document.querySelectorAll(".picture, .readout dt, .bar-below button, #timeline, .words > *, .control");
return [...parts].filter((part) => part.checkVisibility()).map((part) => {
    const {x, y, width, height} = part.getBoundingClientRect();
    return [part.id || part.dataset.figure || part.textContent, x, y, width, height].join(" ");
});
"""
LEADS = "return [...document.querySelectorAll('[data-leads]')].map((picture) => picture.dataset.figure)"


def plays_on(page, lesson, n_steps=5):
    """Let the run, if there is one, play on by some steps: from its beginning where it has ended."""
    if lesson.run is None:
        return
    if page.run(ENDED):
        page.run("document.getElementById('reset').click()")
        page.wait_for(lambda: page.run(STEP) == 0, "the beginning")
        wait_for_frames(page)
    if not page.run(PLAYING):
        page.run("document.getElementById('play').click()")
    before = page.run(STEP)
    page.wait_for(lambda: page.run(STEP) >= before + n_steps or page.run(ENDED), "the next steps")


@pytest.mark.parametrize("lesson", WITH_FIGURES, ids=lambda lesson: lesson.slug)
def test_all_pictures_are_in_view_the_leading_one_has_more_than_half_of_the_stage_and_nothing_moves_in_a_run(
    page, window, lesson
):
    page.open(f"/{lesson.slug}?speed=10" if lesson.run else f"/{lesson.slug}")
    if lesson.run:
        wait_for_frames(page)
    for width, height in (*SCREENS, *PHONES):
        window(width, height)
        at = f"{lesson.slug} at {width} x {height}"
        plays_on(page, lesson, n_steps=1)
        before = page.run(PLACES)
        plays_on(page, lesson)
        assert page.run(PLACES) == before, at
        assert page.run(OVERLAPS) == [], at
        assert (width, height) not in READ or page.run(OVERLAPS_IN_FIGURES) == [], at
        assert page.run("return document.documentElement.scrollWidth <= innerWidth"), at
        if (width, height) in PHONES:
            assert page.run(LEADING_IN_VIEW), at
            assert page.run(SHARE_OF_THE_HEIGHT) >= 0.6, at
        else:
            assert page.run(OUT_OF_VIEW) == [], at
            assert page.run(SHARE_OF_THE_STAGE) > 0.5, at
    assert page.console() == []


def test_nothing_moves_by_a_pixel_while_a_long_run_outgrows_its_axes(page):
    open_run(page, discover()["lab"], "?speed=200")
    before = page.run(PLACES)
    page.click("play")
    for step in (20, 120, 400):
        page.wait_for(lambda step=step: page.run("return nnviz.inspect().playback.step") >= step, f"step {step}")
        assert page.run(PLACES) == before


def test_a_press_lets_a_small_picture_lead_the_link_says_so_and_a_press_brings_it_back(page):
    page.open("/odds")
    page.run("document.querySelector('[data-lead=sigmoid-curve]').click()")
    assert page.run(LEADS) == ["sigmoid-curve"]
    assert page.path() == "/odds?lead=sigmoid-curve"
    page.wait_until_drawn()
    page.wait_for(lambda: page.run(FITTED), "the figures to fit")
    assert page.figure("odds-sigmoid-curve")["layout"]["xaxis"]["title"]["text"]
    assert not page.figure("odds-odds-curve")["layout"]["xaxis"]["title"]["text"]
    page.reload()
    assert page.run(LEADS) == ["sigmoid-curve"]
    page.run("document.querySelector('[data-lead=odds-curve]').click()")
    assert page.run(LEADS) == ["odds-curve"]
    assert page.path() == "/odds"
    assert page.console() == []


def test_the_key_v_lets_one_picture_after_the_other_lead(page):
    page.open("/odds")
    names = [slot.name for slot in discover()["odds"].figures]
    seen = []
    for _ in names:
        page.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'v'}))")
        seen += page.run(LEADS)
    assert seen == [*names[1:], names[0]]


def test_the_panel_with_all_numbers_opens_when_it_is_asked_for_and_the_pictures_make_room(page):
    lesson = discover()["xor"]
    open_run(page, lesson)
    assert not page.find("numbers").is_displayed()
    page.click("numbers-handle")
    assert page.find("numbers").is_displayed()
    page.wait_for(lambda: page.run(FITTED), "the figures to fit")
    assert page.run(OUT_OF_VIEW) == []
    page.click("numbers-handle")
    assert not page.find("numbers").is_displayed()
    assert page.console() == []


def test_the_bar_says_where_one_is_and_leads_to_the_lessons_beside(page):
    order = [lesson.slug for lesson in LESSONS]
    slug = order[3]
    page.open(f"/{slug}")
    assert page.text("place-title") == discover()[slug].title
    assert page.run("return document.querySelector('.lessons [aria-current=page]').pathname") == f"/{slug}"
    for button, place in (("lesson-after", 4), ("lesson-before", 3)):
        page.click(button)
        title = discover()[order[place]].title
        page.wait_for(lambda title=title: page.text("place-title") == title, title)
    page.wait_until_drawn()
    assert page.console() == []


def test_a_number_is_typed_beside_a_slider(page):
    page.open("/lab")
    for typed, value in (("0,1", "0.1"), ("0.0999", "0.1")):
        page.set_value("lab-learning_rate-value", typed)
        page.wait_for(lambda value=value: page.text("lab-learning_rate-value") == value, value)
        assert page.run("return nnviz.inspect().values.learning_rate") == value
    assert page.text("lab-learning_rate-note") == "The nearest to 0.0999 is 0.1."
    page.set_value("lab-learning_rate-value", "fast")
    assert page.text("lab-learning_rate-value") == "0.1"
    assert "no value" in page.text("lab-learning_rate-note")
    assert "learning_rate=0.1" in page.path()


def test_the_last_change_of_settings_is_taken_back_and_made_again(page):
    page.open("/odds")
    usual = page.text("odds-probability-value")
    page.set_value("odds-probability", 3)
    changed = page.text("odds-probability-value")
    assert changed != usual
    page.click("undo")
    page.wait_for(lambda: page.text("odds-probability-value") == usual, "the change to be taken back")
    page.run("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'y', ctrlKey: true}))")
    page.wait_for(lambda: page.text("odds-probability-value") == changed, "the change to be made again")
    assert not page.find("redo").is_enabled()


def test_groups_that_were_opened_are_open_on_the_next_visit(page):
    page.open("/lab")
    is_open = "return [...document.querySelectorAll('details.group')].map((group) => group.open)"
    assert page.run(is_open)[:2] == [True, False]
    try:
        page.run("document.querySelectorAll('details.group > summary')[1].click()")
        page.reload()
        assert page.run(is_open)[:2] == [True, True]
    finally:
        page.run("localStorage.clear()")
