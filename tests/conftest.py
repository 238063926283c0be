"""Fixtures that start the real server and a real browser, each once per test run."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from selenium.webdriver import ChromeOptions

from tests.browser import HeadlessChrome, Page, chrome_options
from tests.serving import RunningServer, serving

HERE = Path(__file__).parent

# Nothing here depends on how fast the machine is, and the examples are always the same ones: a run of the tests says
# something of the change, not of luck. `make test ARGS=--hypothesis-profile=search` looks for new ones, and for longer.
_USUAL = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("nnviz", _USUAL)
settings.register_profile("search", _USUAL, derandomize=False, max_examples=2000)
settings.load_profile("nnviz")


def pytest_configure() -> None:
    """Leave no server and no browser behind when the test run itself is told to stop."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


def pytest_setup_options() -> ChromeOptions:
    """How the fixtures of dash.testing start Chrome."""
    return chrome_options()


IN_THE_BROWSER = ("web", "hosting")
"""The folders that have tests in the browser: who wants only these need not read the others, which takes seconds."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out folders without tests in the browser where only these are wanted."""
    is_ours = collection_path.parent == HERE and collection_path.is_dir()
    return (
        True if config.option.markexpr == "browser" and is_ours and collection_path.name not in IN_THE_BROWSER else None
    )


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser, so that these can be run by themselves, and what one process has to run."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(group_of(item)))
        names = set(getattr(item, "fixturenames", ()))
        if names & {"browser", "browser_in_space", "dash_br", "dash_duo"}:
            item.add_marker(pytest.mark.browser)
            if file_of(item).partition("/")[0] not in IN_THE_BROWSER:
                raise pytest.UsageError(f"{item.nodeid} needs a browser: it belongs into {' or '.join(IN_THE_BROWSER)}")
    items.sort(key=turn_of)


LONG = (
    *("hosting/test_behind_a_proxy.py", "hosting/test_wheel.py"),
    *("lessons/test_claims.py", "lessons/test_english.py", "lessons/test_all_lessons.py", "lessons/test_redrawn_by.py"),
    *(
        "web/test_lost_connections.py",
        "web/test_stalled_connections.py",
        "web/test_worst_drawing.py",
        "web/test_fuzz.py",
    ),
)
"""Files that take long: they come first, so that no process waits in the end for the last file of the other."""


def turn_of(item: pytest.Item) -> tuple[bool, int]:
    """When a test has its turn: those in the browser last; long files, other files, visits of pages, and links.

    So what is handed out at the end is short, and no page that is left open plays on while something else is tested.
    """
    file, parameters = file_of(item), getattr(getattr(item, "callspec", None), "params", {})
    in_the_browser = item.get_closest_marker("browser") is not None
    if "visit" in parameters:
        return in_the_browser, len(LONG) + 1
    if "link" in parameters:
        return in_the_browser, len(LONG) + 2
    return in_the_browser, LONG.index(file) if file in LONG else len(LONG)


def file_of(item: pytest.Item) -> str:
    """The file of a test, as LONG has it."""
    return item.path.relative_to(HERE).as_posix()


READ_PAGES = ("lessons/test_claims.py", "lessons/test_english.py")
"""Files that read all that a page says at many settings: whoever has read a page for the one has it for the other."""


def group_of(item: pytest.Item) -> str:
    """The tests of a group run in one process: those of a file, those that read one page, single visits and links, and
    those that need the browser that draws in space.
    """
    if "browser_in_space" in getattr(item, "fixturenames", ()):
        return "in space"
    callspec = getattr(item, "callspec", None)
    if callspec is None:
        return file_of(item)
    if file_of(item) in READ_PAGES and "slug" in callspec.params:
        return f"what {callspec.params['slug']} says"
    return f"{file_of(item)} {callspec.id}" if {"visit", "link"} & callspec.params.keys() else file_of(item)


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
