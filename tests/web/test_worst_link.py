"""The search for the link that costs most: function calls of Python are counted, which are the same on any machine.

A page is asked for with all that its link says; what is drawn for its settings has a search of its own
(test_worst_drawing.py), and has been drawn before here.
"""

from urllib.parse import quote

import pytest

from nnviz.page.registry import discover
from nnviz.web import drawing
from nnviz.web.compared_runs import MOST_COMPARED
from nnviz.web.requests import LONGEST_SEARCH
from nnviz.web.server import create_app
from nnviz.web.setting_changes import MOST_CHANGES
from tests.user_data.tables import own_text
from tests.web.asking import CALLBACKS, navigation
from tests.web.counting import MOST_CALLS, n_calls

MOST_OF_A_LINK = MOST_CALLS // 5
"""What a link may add to its page, which is drawn in 50 ms and written in 20."""

OWN = quote(own_text("classification", 2, 60), safe="")


def repeated(text, separator=","):
    """A text again and again, as often as there is room for it."""
    return separator.join([text] * (LONGEST_SEARCH // (len(text) + len(separator))))


CHANGES = "~".join(f"{9 * n}~learning_rate~0.{n + 1}" for n in range(MOST_CHANGES))
HELD = [f"learning_rate~0.{n + 1}@{300 + n}" for n in range(MOST_COMPARED)]
LINKS = {
    "six held runs": f"hold={','.join(HELD)}",
    "six held runs with all their changes": f"hold={','.join(f'{held}~{CHANGES}' for held in HELD)}",
    "six held runs of one's own rows": f"hold={','.join(f'data~your own~own_data~{OWN}~seed~{n}@9' for n in range(6))}",
    "one's own rows, then changes": f"data=your own&own_data={OWN}&then={CHANGES}&hold={','.join(HELD)}",
    "a table": f"data=your own&table={OWN}",
    "a table that is none": f"data=your own&table={repeated('1,2,0', '%0A')}",
    "all changes": f"then={','.join(f'{9 * n}~learning_rate~0.{n + 1}' for n in range(MOST_CHANGES))}",
    "changes without end": f"then={repeated('9~seed~1')}",
    "changes of nothing": f"then={repeated('1~x~1')}",
    "no changes": f"then={repeated('')}",
    "held runs without end": f"hold={repeated('@3')}",
    "held runs of nothing": f"hold={repeated('a~b@x')}",
    "no held runs": f"hold={repeated('')}",
    "one held run without end": f"hold=@3~{repeated('1~seed~2', '~')}",
    "unknown words": "&".join(f"q{n}=1" for n in range(2300)),
    "words like those that are known": "&".join(f"learnin_gate{n}=1" for n in range(900)),
    "one word again and again": repeated("seed=1", "&"),
    "hidden parts": f"hide={repeated('text')}",
    "leading pictures": f"lead={repeated('loss')}",
    "weights": f"edited_weights={repeated('1')}",
    "digits": f"learning_rate={repeated('9', '')}",
    "signs in percent": f"x={repeated('%41', '')}",
    "languages": f"lang={repeated('de')}",
}

LESSONS = [lesson for lesson in discover().values() if lesson.run is not None]


@pytest.fixture(scope="module")
def client():
    return create_app().server.test_client()


def ask(client, lesson, query):
    """The page of a link, from a server that has not been asked for it yet."""
    response = client.post(CALLBACKS, json=navigation(f"/{lesson.slug}", f"?{query}"[:LONGEST_SEARCH]))
    assert response.status_code == 200


@pytest.fixture
def nothing_is_drawn(monkeypatch):
    """Of a page that has been drawn once, for all settings: what is counted is what its link costs."""
    draw, drawn = drawing.draw_page, {}

    def drawn_once(lesson, settings, **_others):
        if lesson.slug not in drawn:
            drawn[lesson.slug] = draw(lesson, lesson.settings())
        return drawn[lesson.slug]

    monkeypatch.setattr("nnviz.web.layout.draw_page", drawn_once)


@pytest.mark.parametrize("query", LINKS.values(), ids=LINKS)
def test_no_link_costs_much_more_than_its_page(client, nothing_is_drawn, query):
    lab = discover()["lab"]
    ask(client, lab, "")
    plain = n_calls(lambda: ask(client, lab, f"seed={len(query)}"))  # a link that nobody has asked for
    assert n_calls(lambda: ask(client, lab, query)) < plain + MOST_OF_A_LINK


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_no_page_costs_more_than_a_worker_can_spare_to_be_written(client, nothing_is_drawn, lesson):
    held = ",".join(f"seed~{n}@{n + 5}" for n in range(MOST_COMPARED))
    ask(client, lesson, "")
    assert n_calls(lambda: ask(client, lesson, f"hold={held}&then=5~learning_rate~0.5")) < MOST_CALLS // 2


def test_a_link_that_no_browser_can_load_is_refused(client):
    body = navigation("/lab", f"?x={'1' * LONGEST_SEARCH}")
    assert client.post(CALLBACKS, json=body).status_code == 400
