"""Under a prefix every address has it, for proxies that hand it on and for those that take it away."""

import json
import re
from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

import pytest

from tests.browser import HeadlessChrome, Page
from tests.serving import RunningServer, serving

PREFIX = "/courses/nnviz/"


@pytest.fixture(scope="module")
def below() -> Iterator[RunningServer]:
    """A server under a prefix, behind one proxy, for one name."""
    words = {"NNVIZ_PREFIX": PREFIX, "NNVIZ_PROXIES": "1", "NNVIZ_TRUSTED_HOSTS": "nn.example.org"}
    with serving(WEB_CONCURRENCY="1", **words) as running:
        yield running
        assert not running.has_failed(), running.printed()


@pytest.fixture
def page(browser: HeadlessChrome, below: RunningServer) -> Page:
    fresh = Page(browser, below.address + PREFIX.rstrip("/"))
    fresh.clear()
    return fresh


def answer(address: str, **headers: str) -> tuple[int, str]:
    """The status and the text of a GET."""
    try:
        with build_opener(ProxyHandler({})).open(Request(address, headers=headers), timeout=20) as said:
            return said.status, said.read().decode()
    except HTTPError as refusal:
        return refusal.code, refusal.read().decode()


def test_a_page_under_a_prefix_plays_follows_a_slider_and_leads_to_the_next(page: Page) -> None:
    page.open("/gradient-descent")
    page.click("play")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.step > 20"), "steps")
    page.click("play")
    page.set_value("gradient-descent-noise", 3)
    page.wait_until_drawn()
    assert page.path().startswith(PREFIX + "gradient-descent?")
    links = page.run("return [...document.querySelectorAll('a[href]')].map((link) => link.pathname)")
    assert links
    assert [link for link in links if not link.startswith(PREFIX)] == []
    page.open("/lab")
    assert page.console() == []


def test_code_qr_code_and_assets_have_the_prefix(page: Page) -> None:
    page.open("/lab")
    script = page.run("return fetch(arguments[0]).then((answer) => answer.status)", PREFIX + "qr.svg?link=http://a.b")
    assert script == 200
    loaded = page.run("return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)")
    assert [path for path in loaded if not path.startswith(PREFIX)] == []
    page.click("tool-code")
    page.wait_for(lambda: "import numpy" in page.text("code-text"), "the script")


def test_a_proxy_may_take_the_prefix_away(below: RunningServer) -> None:
    with_it, without = (answer(f"{below.address}{start}lab")[1] for start in (PREFIX, "/"))
    paths = [re.findall(r'(?:href|src)="([^"?]*)', text) for text in (with_it, without)]
    assert paths[0] == paths[1]
    assert [path for path in paths[0] if not path.startswith((PREFIX, "#"))] == []
    assert answer(f"{below.address}/healthz") == answer(f"{below.address}{PREFIX}healthz") == (200, "ok\n")


@pytest.mark.parametrize("page", ["", "glossary"])
def test_the_pages_that_are_no_lessons_have_the_prefix(below: RunningServer, page: str) -> None:
    status, text = answer(f"{below.address}{PREFIX}{page}")
    paths = re.findall(r'(?:href|src|data-frames|data-index)="([^"]*)"', text)
    assert status == 200
    assert len(paths) > 50
    assert [path for path in paths if not path.startswith((PREFIX, "#"))] == []


def test_the_prefix_without_its_last_slash_leads_to_it(below: RunningServer) -> None:
    assert answer(f"{below.address}{PREFIX.rstrip('/')}")[0] == 200


def test_only_trusted_names_are_answered_also_when_the_proxy_says_them(below: RunningServer) -> None:
    assert answer(f"{below.address}/lab", Host="nn.example.org")[0] == 200
    assert answer(f"{below.address}/lab", Host="evil.example.com")[0] == 400
    assert answer(f"{below.address}/lab", **{"X-Forwarded-Host": "evil.example.com"})[0] == 400
    assert answer(f"{below.address}/lab", **{"X-Forwarded-Host": "nn.example.org"})[0] == 200


def test_nobody_is_believed_who_says_to_be_a_proxy_unless_there_is_one(server: RunningServer) -> None:
    said = answer(f"{server.address}/lab", **{"X-Forwarded-Host": "evil.example.com", "X-Forwarded-Prefix": "/evil"})
    assert said[0] == 200
    assert "evil" not in said[1]


def test_a_question_under_the_prefix_is_answered(below: RunningServer) -> None:
    asked = json.dumps({"lesson": "lab", "settings": {}, "state": None, "steps": 8, "stride": 1}).encode()
    question = Request(f"{below.address}{PREFIX}api/training", asked, {"Content-Type": "application/json"})
    with build_opener(ProxyHandler({})).open(question, timeout=20) as said:
        assert json.load(said)["state"]["step"] == 8
