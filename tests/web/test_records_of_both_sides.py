"""What Python writes and the browser reads is declared on both sides: each record has the same keys in both."""

import re
from pathlib import Path

import pytest

from nnviz.figures.bindings import LAYOUT_BINDINGS, TRACE_BINDINGS
from nnviz.page.registry import discover
from nnviz.web.drawing import draw_page
from nnviz.web.page_config import page_config

JS = Path(__file__).parents[2] / "assets" / "js"
OF_THE_BROWSER = {"compared"}
"""What the browser adds to a binding for its own traces."""

EVERY_LESSON = pytest.mark.parametrize("lesson", discover().values(), ids=discover())


def keys_of(module: str, record: str) -> set[str]:
    """The properties of a record that a module declares for the type checker."""
    return {name for name, _ in properties_of(module, record)}


def properties_of(module: str, record: str) -> list[tuple[str, bool]]:
    """The properties of a record in their order, and whether each is always there."""
    text = (JS / module).read_text(encoding="utf-8")
    block = re.search(rf"/\*\*\n \* @typedef {{object}} {record}\b.*?\*/", text, re.DOTALL)
    assert block, record
    return [(name, not mark) for mark, name in re.findall(r"@property {.*?} (\[?)(\w+)\]?", block[0])]


def test_a_trace_and_a_layout_are_bound_by_the_same_keys():
    assert keys_of("figures/bindings.mjs", "Binding") - OF_THE_BROWSER == set(TRACE_BINDINGS)
    assert keys_of("figures/bindings.mjs", "Drags") == set(LAYOUT_BINDINGS)


@EVERY_LESSON
def test_a_page_tells_the_browser_what_the_browser_says_it_is_told(lesson):
    config = page_config(lesson, {})
    with_the_drawing = {"tags", "slow", "later", "unfinished"}
    assert keys_of("session.mjs", "PageConfig") - with_the_drawing == set(config)
    assert with_the_drawing - keys_of("session.mjs", "PageConfig") == set()
    always = {name for name, is_always in properties_of("session.mjs", "Field") if is_always}
    for field in config["fields"].values():
        more = keys_of("session.mjs", "Field") - always if field["local_while"] else set()  # one's own data
        assert set(field) - {"linked"} == always | more - {"linked"}


def test_an_answer_to_a_drawing_has_the_keys_that_the_browser_reads():
    lesson = discover()["odds"]
    news = draw_page(lesson, lesson.settings()).news({})
    assert set(news) == keys_of("figures/on_page.mjs", "Drawn")
