"""Fixtures that start the real server and a real browser, each once per test run."""

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from selenium.webdriver import ChromeOptions

from tests.browser import HeadlessChrome, Page, chrome_options
from tests.serving import RunningServer, serving

# Nothing here depends on how fast the machine is. In continuous integration the examples are always the same ones.
settings.register_profile(
    "nnviz", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("nnviz")


def pytest_configure() -> None:
    """Leave no server and no browser behind when the test run itself is told to stop."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_setup_options() -> ChromeOptions:
    """How the fixtures of dash.testing start Chrome."""
    return chrome_options()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser, so that these can be run by themselves."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if names & {"browser", "browser_in_space", "dash_br", "dash_duo"}:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server() -> Iterator[RunningServer]:
    """The server as a room uses it: gunicorn with two workers. Whatever is asked of it, it must never trip."""
    with serving(WEB_CONCURRENCY="2") as running:
        yield running
        assert "Traceback" not in running.printed(), running.printed()


@pytest.fixture(scope="session")
def browser() -> Iterator[HeadlessChrome]:
    """One headless Chrome for nearly all tests, which draws no figures in space: these would take most of the time.

    `dash_br` of dash.testing is the same for one test: a Chrome for each of hundreds would take minutes.
    """
    with HeadlessChrome() as chrome:
        yield chrome


@pytest.fixture(scope="session")
def browser_in_space() -> Iterator[HeadlessChrome]:
    """Another one, which draws them."""
    with HeadlessChrome(in_space=True) as chrome:
        yield chrome


@pytest.fixture
def page(browser: HeadlessChrome, server: RunningServer) -> Page:
    """A fresh page on the server: nothing loaded, an empty console."""
    return _fresh(browser, server)


@pytest.fixture
def page_in_space(browser_in_space: HeadlessChrome, server: RunningServer) -> Page:
    """The same where figures in space are drawn."""
    return _fresh(browser_in_space, server)


def _fresh(browser: HeadlessChrome, server: RunningServer) -> Page:
    page = Page(browser, server.address)
    page.clear()
    return page
