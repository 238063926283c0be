"""The front door: it opens without Dash, its picture is a run of ours, and it leads to all lessons."""

import base64
import json
import re
from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pytest

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.analysis.regions import plane_grid
from nnviz.page.registry import discover
from nnviz.runs.protocol import StepBudget
from nnviz.web.document import ASSETS
from nnviz.web.front_door import learning as module
from nnviz.web.front_door.learning import MOST_LOGIT, N_FRAMES, N_GRID, STRIDE, learning, link
from nnviz.web.links import WORDS_BESIDE_FIELDS, starting_settings
from nnviz.web.server import create_app
from tests.web.accessibility import violations

LESSONS = discover()
LAB = LESSONS["lab"]
MOST_BYTES = 200_000
STEP = "return Number(document.getElementById('learning-step').textContent.replace(',', ''))"
IS_PAINTED = "return document.getElementById('learning-loss')?.textContent !== ''"
FIRST_STEP = "return document.documentElement.dataset.firstStep ?? ''"


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


def open_front(page, query=""):
    page.driver.get(f"{page.address}/{query}")
    page.wait_for(lambda: page.run(IS_PAINTED), "the picture")


# What is told


def test_the_picture_is_the_run_of_its_link():
    told = json.loads(learning().body)
    settings = starting_settings(LAB, dict(parse_qsl(urlsplit(link()).query)))
    assert settings == module.SETTINGS
    start = LAB.run.start(settings)
    chunk = start.then(LAB.run.resume(settings, start.checkpoint, StepBudget(10 * STRIDE)))
    at = {int(step): loss for step, loss in zip(chunk.frames["step"], chunk.frames["training_loss"], strict=True)}
    assert told["steps"] == [STRIDE * i for i in range(N_FRAMES)]
    shared = [step for step in told["steps"] if step in at]
    assert shared == [STRIDE * i for i in range(11)]
    assert [round(float(at[step]), 4) for step in shared] == [told["losses"][step // STRIDE] for step in shared]


def test_its_bytes_are_the_logits_of_the_network_at_their_places():
    told = json.loads(learning().body)
    pictures = np.frombuffer(base64.b64decode(told["pictures"]), np.uint8).reshape(N_FRAMES, N_GRID, N_GRID)
    run = module.experiment(module.SETTINGS)
    _, end = module.advance(run, module.initial_state(run), told["steps"][-1])
    grid = plane_grid(*(padded_range(feature) for feature in run.X.T), N_GRID)
    logits = run.model.outputs(end.weights, grid.X).reshape(N_GRID, N_GRID)
    read = (pictures[-1] / 127.5 - 1) * MOST_LOGIT
    np.testing.assert_allclose(read, np.clip(logits, -MOST_LOGIT, MOST_LOGIT), atol=MOST_LOGIT / 250)


def test_the_network_learns_in_it():
    losses = json.loads(learning().body)["losses"]
    assert losses[0] > 0.6
    assert losses[-1] < 0.1


def test_every_lesson_has_a_goal_that_is_a_sentence_and_a_picture_and_no_picture_is_left_over():
    for lesson in LESSONS.values():
        for said in lesson.page.translations.values():
            assert re.fullmatch(r"[A-ZÄÖÜ].{20,130}\.", said.goal), (lesson.slug, said.goal)
        assert 5 <= lesson.page.minutes <= 30
    pictures = {path.stem: path.stat().st_size for path in (ASSETS / "thumbnails").iterdir()}
    assert set(pictures) == set(LESSONS)
    assert max(pictures.values()) < 25_000


def test_all_lessons_stand_there_in_their_order_with_goal_and_minutes(client):
    text = client.get("/").text
    cards = re.findall(r'class="card"[^>]*href="([^"]*)"|href="([^"]*)"[^>]*class="card"', text)
    assert ["".join(found).strip("/") for found in cards] == list(LESSONS)
    for lesson in LESSONS.values():
        assert f"{lesson.page.minutes} min" in text


def test_the_notebook_is_introduced_before_a_lesson_speaks_of_it(client):
    main = client.get("/").text.partition("<main")[2]
    assert main.index("the notebook") < main.index('class="cards"')


@pytest.mark.parametrize("query", ["learning_rate=0.1", "preset=2", "hide=text&lang=de", "autoplay", "seed=3&step=10"])
def test_a_link_to_the_bare_address_with_settings_still_leads_to_the_laboratory(client, query):
    answer = client.get(f"/?{query}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/lab?{query}")


@pytest.mark.parametrize("query", ["", "?lang=de", "?utm_source=moodle", "?x=%ff%00", "?lang=de&lang=en"])
def test_any_other_query_shows_the_front_door(client, query):
    answer = client.get(f"/{query}")
    assert answer.status_code == 200
    assert 'id="learning"' in answer.text


def test_the_words_of_a_link_are_those_of_the_house():
    assert not WORDS_BESIDE_FIELDS & set(LAB.settings.model_fields)


def test_it_is_told_in_the_language_of_its_link_and_leads_on_in_it(client):
    german = client.get("/?lang=de").text
    assert '<html lang="de"' in german
    assert 'href="/lab?tour=1&amp;lang=de"' in german
    assert "Chancen und die Sigmoidfunktion" in german


def test_its_files_are_kept_for_ever_under_the_hash_of_their_content(client):
    addresses = re.findall(r'data-(?:frames|index)="([^"]+)"', client.get("/").text)
    assert len(addresses) == 2
    for address in addresses:
        assert "immutable" in client.get(address).headers["Cache-Control"]
        assert client.get(address.partition("?")[0] + "?m=0").headers["Cache-Control"] == "no-store"


def test_neither_dash_nor_plotly_is_loaded(client):
    text = re.sub('<script type="application/json" id="ahead">.*?</script>', "", client.get("/").text)
    assert "_dash" not in text
    assert "plotly.min" not in text


# What is seen


def test_it_moves_pauses_and_is_light(page):
    open_front(page)
    first = page.run(STEP)
    page.wait_for(lambda: page.run(STEP) != first, "another frame")
    page.click("learning-play")
    assert page.text("learning-play") == "Play"
    sizes = page.run("return performance.getEntries().map(({ transferSize }) => transferSize || 0)")
    assert sum(sizes) < MOST_BYTES
    assert [name for name in page.loaded() if not name.startswith(page.address)] == []
    assert (
        page.run("return [...document.querySelectorAll('script[src]')].map(({ src }) => src).join()").count("/js/") == 1
    )
    assert page.console() == []


def test_whoever_wishes_no_motion_sees_the_last_frame_and_may_play(page):
    wish = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", wish)
    try:
        open_front(page)
        assert page.run(STEP) == STRIDE * (N_FRAMES - 1)
        assert page.text("learning-play") == "Play"
        page.click("learning-play")
        page.wait_for(lambda: page.run(STEP) < STRIDE * (N_FRAMES - 1), "the first frames")
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("path", ["/", "/glossary"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_or_critical_violation(page, path, theme):
    page.driver.get(page.address + path)
    page.run("localStorage.setItem('nnviz-theme', arguments[0])", theme)
    try:
        page.driver.get(page.address + path)
        assert page.run("return document.documentElement.dataset.theme") == theme
        assert violations(page) == []
        assert page.console() == []
    finally:
        page.run("localStorage.removeItem('nnviz-theme')")


def test_the_first_steps_end_when_they_have_been_done_and_are_remembered(page):
    open_front(page)
    page.run("localStorage.removeItem('nnviz-first-steps')")
    page.run("document.querySelector('.begin').click()")
    page.wait_for(lambda: page.run(FIRST_STEP) == "1", "the first step")
    page.wait_until_drawn()
    page.click("play")
    page.wait_for(lambda: page.run(FIRST_STEP) == "2", "the second step")
    page.set_value("lab-learning_rate", 5)
    page.wait_for(lambda: page.run(FIRST_STEP) == "3", "the third step")
    assert "tour=3" in page.path()
    page.run("document.querySelector('[data-preset=\"3\"]').click()")
    page.wait_for(lambda: page.run(FIRST_STEP) == "4", "the end")
    assert "tour" not in page.path()
    assert page.console() == []
    open_front(page)
    shown = page.run("return [...document.querySelectorAll('[data-steps]:not([hidden])')].map((p) => p.dataset.steps)")
    assert shown == ["done"]
    page.run("localStorage.removeItem('nnviz-first-steps')")


def test_the_first_steps_can_be_skipped(page):
    page.open("/lab?tour=2&seed=3")
    page.click("first-steps-skip")
    assert page.run(FIRST_STEP) == ""
    assert page.path() == "/lab?seed=3"
    assert page.run("return document.getElementById('first-steps')") is None
    page.run("localStorage.removeItem('nnviz-first-steps')")


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_nothing_is_wider_than_the_window(page, width, height):
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        for path in ("/", "/glossary"):
            page.driver.get(page.address + path)
            assert page.run("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
