"""What a page does while the server does not answer: it says so, asks again, and stops saying so with the answer."""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.browser import Page
from tests.serving import RunningServer, serving

STEP = "return nnviz.inspect().playback.step"


@pytest.fixture(scope="module")
def own_server() -> Iterator[RunningServer]:
    """A server for these tests alone, whose workers they stop for a while."""
    with serving(WEB_CONCURRENCY="2") as server:
        yield server


@pytest.fixture
def playing(browser, own_server) -> tuple[Page, list[int]]:
    """A page that plays, and the server's workers."""
    page = Page(browser, own_server.address)
    page.clear()
    page.open("/gradient-descent?autoplay=on&speed=20")
    plays_on(page)
    return page, [int(pid) for pid in re.findall(r"Booting worker with pid: (\d+)", own_server.printed())]


def plays_on(page: Page) -> None:
    before = page.run(STEP)
    page.wait_for(lambda: page.run(STEP) > before + 30, "more steps", patience=30.0)


@contextmanager
def offline(page: Page) -> Iterator[None]:
    """No network as long as this lasts."""
    conditions = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    page.driver.execute_cdp_cmd("Network.enable", {})
    page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {**conditions, "offline": True})
    try:
        yield
    finally:
        page.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {**conditions, "offline": False})


def test_a_page_without_a_network_says_so_and_plays_on_when_it_is_back(playing):
    page, _ = playing
    with offline(page):
        page.wait_for(lambda: "asking again" in page.text("status"), "the status to say so")
    plays_on(page)
    assert page.text("status") == "Playing"


def test_an_address_changes_with_its_page_and_not_before_also_where_the_network_is_away_meanwhile(playing):
    page, _ = playing
    before = page.path().partition("?")[0]
    with offline(page):
        page.run("document.querySelector('#lesson-after').click()")
        page.wait_for(lambda: "asking again" in page.text("status"), "the status to say so")
        assert page.path().partition("?")[0] == before
    page.wait_for(lambda: f"/{page.run('return nnviz.inspect().page.lesson')}" != before, "the next page")
    assert f"/{page.run('return nnviz.inspect().page.lesson')}" == page.path().partition("?")[0]


def test_a_worker_that_is_stopped_holds_up_nobody(playing):
    page, workers = playing
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
        try:
            plays_on(page)
            plays_on(page)
        finally:
            os.kill(worker, signal.SIGCONT)
    plays_on(page)
    assert page.text("status") == "Playing"
    assert page.console() == []


def test_an_answer_from_a_server_of_another_version_is_no_riddle(playing):
    page, _ = playing
    page.run("document.documentElement.dataset.version = 'an older one'")
    page.run(
        "nnviz.inspect().page.lesson = 'a page that is gone'; nnviz.inspect().playback.page = nnviz.inspect().page"
    )
    page.wait_for(lambda: "older version than the server" in page.text("status"), "the status to say so")
