"""Fixtures that start the real server and a real browser, each once per test run."""

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from selenium.webdriver import Chrome

from tests.browser import Page, start_chrome
from tests.serving import RunningServer, serving

# Nothing here depends on how fast the machine is. In continuous integration the examples are always the same ones.
settings.register_profile(
    "nnviz", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("nnviz")


def pytest_configure() -> None:
    """Leave no server and no browser behind when the test run itself is told to stop."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser, so that these can be run by themselves."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if "server" in names and names & {"driver", "driver_in_space"}:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server() -> Iterator[RunningServer]:
    """The server as a room uses it: gunicorn with two workers. Whatever is asked of it, it must never trip."""
    with serving(WEB_CONCURRENCY="2") as running:
        yield running
        assert "Traceback" not in running.printed(), running.printed()


@pytest.fixture(scope="session")
def driver() -> Iterator[Chrome]:
    """One headless Chrome for nearly all tests, which draws no figures in space: these would take most of the time."""
    chrome = start_chrome()
    yield chrome
    chrome.quit()


@pytest.fixture(scope="session")
def driver_in_space() -> Iterator[Chrome]:
    """Another one, which draws them."""
    chrome = start_chrome(in_space=True)
    yield chrome
    chrome.quit()


@pytest.fixture
def page(driver: Chrome, server: RunningServer) -> Page:
    """A fresh page on the server: nothing loaded, an empty console."""
    return _fresh(driver, server)


@pytest.fixture
def page_in_space(driver_in_space: Chrome, server: RunningServer) -> Page:
    """The same where figures in space are drawn."""
    return _fresh(driver_in_space, server)


def _fresh(driver: Chrome, server: RunningServer) -> Page:
    driver.get("about:blank")
    driver.get_log("browser")
    return Page(driver, server.address)
