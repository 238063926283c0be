"""What is taken away from a page: files made in the browser, read here as a person's programs would read them."""

import csv
import struct
from itertools import pairwise

import pytest

from nnviz.page.registry import discover
from tests.web.test_comparison import COMPARED_ARE_MADE
from tests.web.test_every_page import STEP, open_run
from tests.web.test_laboratory import LAB

STREAMED = """
const [array, compared] = arguments;
const playback = nnviz.inspect().playback;
const [frames, last] = compared ? [nnviz.comparison()[0].frames, nnviz.comparison()[0].frames.length - 1]
                            : [playback.frames, playback.index];
return Array.from({length: last + 1}, (_, i) => Array.from(frames.now(array, i)));
"""
WEBGL = "return !!document.querySelector('[data-figure=surface] canvas')"
BUTTONS = "return [...document.querySelectorAll('.modebar-btn')].map(button => button.getAttribute('aria-label'))"
CLOUD = "Share chart..."


def saves_into(folder, page):
    page.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    return folder


@pytest.fixture
def downloads(page, tmp_path):
    """The folder into which the browser saves."""
    return saves_into(tmp_path, page)


@pytest.fixture
def downloads_in_space(page_in_space, tmp_path):
    """The same of the browser that draws figures in space, which are taken away too."""
    return saves_into(tmp_path, page_in_space)


def take(page, downloads, button, name):
    """Press a button of the dialog (an id or a selector) and return the file that it saves."""
    page.click("tool-take-away")
    page.run("document.querySelector(arguments[0]).click()", button)
    page.wait_for(lambda: page.text("take-away-status").startswith("Saved"), "the end of the work")
    page.wait_for(lambda: (downloads / name).exists(), name)
    page.run("document.getElementById('dialog-take-away').close()")
    return downloads / name


def open_compared(page):
    """The laboratory at step 12, beside a run that it is compared with."""
    open_run(page, LAB, "?step=12&hold=learning_rate~0.1~@9")
    page.wait_for(lambda: page.run(COMPARED_ARE_MADE) and page.run(STEP) == 12, "both runs")


def test_the_trace_has_every_streamed_number_of_both_runs_in_full(page, downloads):
    open_compared(page)
    with take(page, downloads, "#take-csv", "lab-trace.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    runs = {name: [line for line in lines if line["run"] == name] for name in ("now", "η = 0.1")}
    assert [int(line["step"]) for line in runs["now"]] == list(range(13))
    assert [int(line["step"]) for line in runs["η = 0.1"]] == list(range(10))
    for compared, run in enumerate(runs.values()):
        for array in ("training_loss", "validation_loss", "path_x"):
            assert [[float(line[array])] for line in run] == page.run(STREAMED, array, compared)
        weights = [[float(line["shown_weights_1"]), float(line["shown_weights_2"])] for line in run]
        assert weights == page.run(STREAMED, "shown_weights", compared)
    assert runs["now"][0]["batch_loss"] == ""  # no batch has been seen at step 0
    assert page.console() == []


def test_a_figure_as_svg_has_its_title_and_its_held_run(page, downloads):
    open_compared(page)
    svg = take(page, downloads, "[data-slide=loss][data-kind=svg]", "lab-loss.svg").read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert 'width="1920" height="1080"' in svg
    assert ">Loss<" in svg
    assert "η = 0.1" in svg


def test_every_figure_can_be_had_as_a_png_of_the_size_of_a_slide(page_in_space, downloads_in_space):
    page, downloads = page_in_space, downloads_in_space
    open_compared(page)
    take(page, downloads, "#take-png", f"lab-{LAB.figures[-1].name}.png")
    for slot in LAB.figures:
        content = (downloads / f"lab-{slot.name}.png").read_bytes()
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", content[16:24]) == (1920, 1080)
    assert page.console() == []


def test_the_page_in_one_file_draws_its_figures_without_a_network(page_in_space, downloads_in_space):
    page, downloads = page_in_space, downloads_in_space
    open_compared(page)
    assert (CLOUD in page.run(BUTTONS), len(page.run(BUTTONS)) > 0) == (False, True)
    numbers = [page.text(f"lab-{item.name}") for item in LAB.readouts]
    link = page.driver.current_url
    file = take(page, downloads, "#take-page", "lab.html")
    assert page.console() == []
    page.driver.get(file.as_uri())
    drawn = "return [...document.querySelectorAll('[data-figure]')].every(place => place._fullLayout)"
    page.wait_for(lambda: page.run(drawn) and page.run(WEBGL), "the figures")
    assert page.run("return document.querySelectorAll('[data-figure]').length") == len(LAB.figures)
    losses = "return Array.from(document.querySelector('[data-figure=loss]').data[1].y)"
    assert all(later < earlier for earlier, later in pairwise(page.run(losses)))
    page.run("return Plotly.relayout(document.querySelector('[data-figure=loss]'), {'xaxis.range': [0, 5]})")
    assert page.run("return [...document.querySelectorAll('.readout dd')].map(e => e.textContent)") == numbers
    assert page.run("return document.querySelector('.made a').href") == link
    assert (CLOUD in page.run(BUTTONS), len(page.run(BUTTONS)) > 0) == (False, True)
    assert page.run("return document.querySelectorAll('.text math').length") > 0
    buttons = "return [...document.querySelectorAll('button:not([data-figure] *)')].map(button => button.id)"
    assert page.run(buttons) == ["step-back", "play", "step-forward"]
    assert [address for address in page.loaded() if not address.startswith(("data:", "blob:"))] == []
    assert page.console() == []


TEXTS = "return [...document.querySelectorAll(arguments[0])].map(element => element.textContent)"
OFFLINE_STEP = "return document.getElementById('step').textContent"
SHOWN_LOSSES = "return document.querySelector('[data-figure=loss]').data[1].y.length"
SCRUB = """
const timeline = document.getElementById("timeline");
timeline.value = arguments[0];
timeline.dispatchEvent(new Event("input"));
"""


def test_the_page_in_one_file_plays_and_scrubs_the_recorded_run_with_named_numbers(page, downloads):
    open_run(page, LAB, "?step=30")
    page.wait_for(lambda: page.run(STEP) == 30, "step 30")
    names = [readout.label for readout in LAB.readouts]
    at_30 = page.run(TEXTS, ".readout dd")
    page.click("step-back")
    page.wait_for(lambda: page.run(STEP) < 30, "the frame before")
    before, at_29 = page.run(STEP), page.run(TEXTS, ".readout dd")
    file = take(page, downloads, "#take-page", "lab.html")
    page.driver.get(file.as_uri())
    page.wait_for(lambda: page.run(OFFLINE_STEP) == str(before), "the run")
    assert page.run(TEXTS, ".readout dt") == names
    assert page.run(TEXTS, "figcaption strong") == [slot.title for slot in in_order(LAB)]
    assert page.run(TEXTS, ".readout dd") == at_29
    page.click("step-forward")
    assert (page.run(OFFLINE_STEP), page.run(TEXTS, ".readout dd")) == ("30", at_30)
    page.run(SCRUB, 0)
    page.wait_for(lambda: page.run(SHOWN_LOSSES) == 1, "the loss at step 0")
    assert page.run(OFFLINE_STEP) == "0"
    page.click("play")
    page.wait_for(lambda: page.run(OFFLINE_STEP) == "30", "the end of what was recorded")
    page.wait_for(lambda: page.run(SHOWN_LOSSES) == 31, "the loss up to it")
    assert [address for address in page.loaded() if not address.startswith(("data:", "blob:"))] == []
    assert page.console() == []


def in_order(lesson):
    """The figures of a page, those first that lead."""
    return sorted(lesson.figures, key=lambda slot: slot.name not in lesson.leads)


def test_the_page_in_one_file_says_as_facts_the_settings_that_act(page, downloads):
    page.open("/lab?learning_rate=0.03&standardise=on&batch_size=8")
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback"), "the run")
    page.driver.get(take(page, downloads, "#take-page", "lab.html").as_uri())
    said = dict(zip(page.run(TEXTS, ".settings dt"), page.run(TEXTS, ".settings dd"), strict=True))
    assert (said["Learning rate η"], said["Batch size B"], said["Standardise features"]) == ("0.03", "8", "on")
    assert not {"Activation", "Hidden layers", "Dropout rate"} & {*said}  # of a network, which is not there
    assert "" not in said.values()
    assert page.run("return document.querySelectorAll('.settings :is(input, select, button)').length") == 0


def test_a_page_without_a_run_has_nothing_to_play_in_its_file(page, downloads):
    page.open("/odds?probability=0.3")
    page.driver.get(take(page, downloads, "#take-page", "odds.html").as_uri())
    drawn = "return [...document.querySelectorAll('[data-figure]')].every(place => place._fullLayout)"
    page.wait_for(lambda: page.run(drawn), "the figures")
    assert page.run("return document.getElementById('play')") is None
    assert page.console() == []


def test_text_that_looks_like_a_script_does_no_harm_in_the_file(page, downloads):
    page.open("/automatic-differentiation")
    page.run("nnviz.asDrawn('loss').layout.title = {text: '</script><!--<script>'}")
    file = take(page, downloads, "#take-page", "automatic-differentiation.html")
    page.driver.get(file.as_uri())
    title = "return document.querySelector('[data-figure=loss]').layout?.title.text"
    page.wait_for(lambda: page.run(title) == "</script><!--<script>", "the figure with that title")
    assert page.console() == []


def test_a_page_without_a_run_has_figures_and_no_trace(page, downloads):
    page.open("/priors")
    page.click("tool-take-away")
    assert not page.find("take-csv").is_enabled()
    assert page.text("take-csv-what") == "This page has no run, so there is no trace."
    titles = page.run(
        "return [...document.querySelectorAll('#take-away-figures li')].map(e => e.firstChild.data.trim())"
    )
    assert titles == [slot.title for slot in discover()["priors"].figures]
    page.run("document.getElementById('dialog-take-away').close()")
    svg = take(page, downloads, "[data-slide=densities][data-kind=svg]", "priors-densities.svg")
    assert svg.read_text(encoding="utf-8").startswith("<svg")
    assert page.console() == []
