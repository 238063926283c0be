"""Fixtures that start the real server and a real browser, each once per test run."""

from collections.abc import Iterator

import pytest
from selenium.webdriver import Chrome, ChromeOptions

from tests.browser import Page, chrome_options
from tests.serving import RunningServer, serving


def pytest_setup_options() -> ChromeOptions:
    """The browser for those fixtures of Dash that start one themselves."""
    return chrome_options()


@pytest.fixture(scope="session")
def server() -> Iterator[RunningServer]:
    """The server as a room uses it: gunicorn with two workers. Whatever is asked of it, it must never trip."""
    with serving(WEB_CONCURRENCY="2") as running:
        yield running
        assert "Traceback" not in running.printed(), running.printed()


@pytest.fixture(scope="session")
def driver() -> Iterator[Chrome]:
    """One headless Chrome for all tests."""
    chrome = Chrome(options=chrome_options())
    yield chrome
    chrome.quit()


@pytest.fixture
def page(driver: Chrome, server: RunningServer) -> Page:
    """A fresh page on the server: nothing loaded, an empty console."""
    driver.get("about:blank")
    driver.get_log("browser")
    return Page(driver, server.address)
