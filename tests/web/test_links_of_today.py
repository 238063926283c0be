"""Fifty links, from the presets and the README, show what they have shown since they were recorded.

`links_of_today.json` holds what was on the screen. Where a change is meant, it is recorded again with

    python -m tests.web.test_links_of_today

(all links, or those that are named behind it), and the difference in the file is what to read before it is committed.
"""

import json
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from nnviz.page.registry import discover
from tests.browser import HeadlessChrome, Page
from tests.serving import serving
from tests.web.screen import differences, screen, tall_window

RECORD = Path(__file__).with_name("links_of_today.json")
REST = 2.0
"""Seconds for which nothing moves before a page is recorded."""

LINKS = (
    "/lab",
    "/lab?preset=3",
    "/lab?preset=overfit",
    "/lab?preset=overfit&learning_rate=0.5&step=60",
    "/lab?hide=text,learning_rate,surface",
    "/lab?step=120",
    "/lab?speed=20",
    "/lab?speed=max&preset=2&step=25",
    "/lab?hold=learning_rate~1~@40",
    "/lab?learning_rate=0.1&step=50&hold=learning_rate~0.01~@40,@60~20~batch_size~8",
    "/lab?projector=on",
    "/lab?model=network&hidden_layers=1&projector=surface",
    "/lab?projector=fit&strip=learning_rate,noise",
    "/lab?preset=8&autoplay=on&speed=max",
    "/lab?then=20~learning_rate~0.1,40~batch_size~8&step=60",
    "/lab?data=moons&model=network&activation=ReLU&dropout_rate=0.2&clip_norm=1&loss_axis=logarithmic&step=30",
    "/lab?learning_rate=99&n_samples=many&seed=-5&a_word_of_long_ago=1&hide=nothing,controls",
    "/least-squares",
    "/least-squares?preset=1&step=100",
    "/least-squares?preset=5&step=40&hide=playback,precision",
    "/gradient-descent",
    "/gradient-descent?preset=1&step=10",
    "/gradient-descent?preset=straight+lines&step=30&show_1=off",
    "/stochastic-gradient-descent?step=64",
    "/stochastic-gradient-descent?preset=3&step=40",
    "/feature-scaling?preset=explodes&step=5",
    "/feature-scaling?preset=3&step=30",
    "/gradient-clipping",
    "/gradient-clipping?preset=3&step=20&limit=2",
    "/bias",
    "/bias?preset=3",
    "/odds",
    "/odds?preset=4&hide=navigation,tools,presets,readouts",
    "/entropy",
    "/entropy?preset=5&unit=nats",
    "/logistic-regression?step=20",
    "/logistic-regression?preset=a+strict+threshold&step=12",
    "/automatic-differentiation?preset=2&step=3",
    "/automatic-differentiation?expression=exp(x)*y&x=0.5",
    "/neurons?preset=4&step=15",
    "/backpropagation?preset=2&step=10",
    "/backpropagation?loss=log+loss&depth=20&hide=text",
    "/xor?step=40",
    "/xor?preset=5&step=25",
    "/dropout?step=12",
    "/batch-normalization?preset=4&step=8",
    "/penalties?preset=2&step=50",
    "/constraint-geometry?preset=star",
    "/priors?preset=2&n_samples=50",
    "/notebook",
)


def lesson_of(link: str) -> Any:
    """The lesson that a link opens."""
    return discover()[link.strip("/").partition("?")[0]]


def recorded() -> dict[str, Any]:
    """Link -> what it showed."""
    return json.loads(RECORD.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def screens_of_today():
    return recorded()


def test_fifty_links_are_recorded_and_open_every_page_that_there_was():
    assert tuple(recorded()) == LINKS
    assert len(set(LINKS)) == 50
    assert len({lesson_of(link).slug for link in LINKS}) == 20


@pytest.mark.parametrize("link", LINKS)
def test_a_link_of_today_shows_what_it_showed(page, screens_of_today, link):
    lesson, then = lesson_of(link), screens_of_today[link]

    def other() -> list[str]:
        return list(islice(differences(then, screen(page, lesson)), 20))

    with tall_window(page):
        page.open(link)
        try:
            page.wait_for(lambda: not other(), "the screen of today")
        except AssertionError:
            assert other() == []
    assert page.console() == []


# Recording


def record(links: tuple[str, ...] = LINKS) -> None:
    """Open these links, and keep what each shows in the file, beside what it holds of the others."""
    screens = recorded() if RECORD.exists() else {}
    with serving(WEB_CONCURRENCY="2") as server, HeadlessChrome() as browser:
        page = Page(browser, server.address)
        with tall_window(page):
            for link in links:
                screens[link] = at_rest(page, link)
                in_order = {link: screens[link] for link in LINKS if link in screens}
                RECORD.write_text(as_text(in_order), encoding="utf-8")
                print(link, flush=True)


def at_rest(page: Page, link: str) -> dict[str, Any]:
    """What a link shows as soon as nothing has moved for a while."""
    page.clear()
    page.open(link)
    lesson, seen, since = lesson_of(link), {}, time.monotonic()
    while time.monotonic() - since < REST:
        time.sleep(0.1)
        if (now := screen(page, lesson)) != seen:
            seen, since = now, time.monotonic()
    return seen


def as_text(screens: dict[str, Any]) -> str:
    """JSON with a line for each trace and each other fact, so that a change is read in a difference of two files."""
    lines = (f"{json.dumps(link)}: {{\n{_facts(screen)}\n}}" for link, screen in screens.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _facts(screen: dict[str, Any]) -> str:
    summary = []
    for name, fact in screen.items():
        nested = isinstance(fact, dict) and any(isinstance(value, dict) for value in fact.values())
        inner = ",\n".join(f"  {json.dumps(key)}: {_figure(value)}" for key, value in fact.items()) if nested else ""
        summary.append(f" {json.dumps(name)}: " + (f"{{\n{inner}\n }}" if nested else _line(fact)))
    return ",\n".join(summary)


def _figure(value: Any) -> str:
    if not isinstance(value, dict) or "traces" not in value:
        return _line(value)
    traces = ",\n".join(f"    {_line(trace)}" for trace in value["traces"])
    return _line({**value, "traces": 0}).replace('"traces": 0', f'"traces": [\n{traces}\n   ]')


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    record(tuple(sys.argv[1:]) or LINKS)
