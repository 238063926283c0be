"""Two replicas under a prefix behind the proxies that docs/hosting describes: pages, limits, and a rolling upgrade."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.browser import HeadlessChrome, Page
from tests.hosting import proxies
from tests.serving import COMMAND, ROOT, RunningServer, serving

PREFIX = "/courses/nnviz"
WORDS = {"NNVIZ_PREFIX": PREFIX, "NNVIZ_PROXIES": "1", "WEB_CONCURRENCY": "1"}

LOST = ("Failed to load resource", "ServerError")
"""What the browser says of a question that was on its way to the replica that was stopped."""

each_proxy = pytest.mark.parametrize(
    "proxy",
    [
        pytest.param(proxy, id=name, marks=pytest.mark.skipif(not proxies.program(name), reason=f"{name} is not here"))
        for name, proxy in (("caddy", proxies.caddy), ("nginx", proxies.nginx))
    ],
)


@contextmanager
def replica(port: int, folder: Path = ROOT) -> Iterator[RunningServer]:
    """A replica at a port, of the version in a folder."""
    with serving(COMMAND, folder, **WORDS, PORT=str(port)) as running:
        yield running
        assert not running.has_failed(), running.printed()


@pytest.fixture(scope="module")
def other_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of another version, whose style sheets and modules are not those of this one."""
    folder = tmp_path_factory.mktemp("other")
    shutil.copy(ROOT / "app.py", folder)
    for part in ("nnviz", "assets"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for changed in ("assets/js/session.mjs", "assets/js/run/playback.mjs"):
        with (folder / changed).open("a", encoding="utf-8") as module:
            module.write("\n/* another version */\n")
    return folder


@pytest.fixture(scope="module")
def two_replicas() -> Iterator[list[int]]:
    """The ports of two replicas that nobody stops."""
    ports = [proxies.free_port(), proxies.free_port()]
    with replica(ports[0]), replica(ports[1]):
        yield ports


def steps(page: Page) -> int:
    return int(page.run("return nnviz.inspect().playback.step"))


def plays_on(page: Page) -> None:
    before = steps(page)
    page.wait_for(lambda: steps(page) > before + 20, "more steps", patience=30.0)


@pytest.mark.skipif(not proxies.program("caddy"), reason="caddy is not here")
def test_three_pages_play_while_one_replica_is_replaced_by_another_version(
    browser: HeadlessChrome, tmp_path: Path, other_version: Path
) -> None:
    ports = [proxies.free_port(), proxies.free_port()]
    with ExitStack() as stack:
        replicas = [ExitStack(), ExitStack()]
        for one, port in zip(replicas, ports, strict=True):
            stack.enter_context(one)
            one.enter_context(replica(port))
        page = Page(browser, stack.enter_context(proxies.caddy(ports, tmp_path)) + PREFIX)
        page.clear()
        page.open("/gradient-descent?autoplay=on&speed=50")
        plays_on(page)
        replicas[0].close()
        plays_on(page)
        replicas[0].enter_context(replica(ports[0], other_version))
        plays_on(page)
        for path in ("/lab?autoplay=on&speed=50", "/xor?autoplay=on&speed=50"):
            page.open(path)
            plays_on(page)
        assert [line for line in page.console() if not any(lost in line for lost in LOST)] == []


@each_proxy
def test_what_is_too_long_or_private_does_not_reach_a_replica(proxy, two_replicas: list[int], tmp_path: Path) -> None:
    with proxy(two_replicas, tmp_path) as address:
        assert proxies.status(f"{address}{PREFIX}/lab") == 200
        assert proxies.status(f"{address}{PREFIX}/own-data", b"x" * 1_300_000) == 413
        assert proxies.status(f"{address}{PREFIX}/metrics") == 404
