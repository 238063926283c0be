"""A small table goes into a link when it is asked for, and whoever opens the link sees the same data."""

import pytest

from tests.web.own_data_dialog import KEPT, PLANE, WORDS, opened, paste, use

TICK = "document.getElementById('share-table').click()"
LINK = "return document.getElementById('share-link').value"
HOSTILE = 'a ~ & b,"<b>#%",kind\n' + "\n".join(
    f"{row / 7:.4},{row * row},{('=x', 'ü; +')[row % 2]}" for row in range(60)
)


pytestmark = pytest.mark.usefixtures("empty_storage")


def shared(page):
    page.click("tool-share")
    page.wait_for(lambda: page.run("return !!document.getElementById('share-table')"), "the box")
    assert "table=" not in page.run(LINK)
    page.run(TICK)
    return page.run(LINK)


def test_whoever_opens_a_link_with_a_table_sees_the_same_data_and_keeps_none(page):
    opened(page, "/xor")
    paste(page, HOSTILE, "60 examples")
    use(page)
    text = page.run(WORDS)["own_data"]
    link = shared(page)
    assert 500 < len(link) < 4094
    page.run("localStorage.clear()")
    path = link[link.index("/xor") :]
    page.open(path)
    page.wait_for(lambda: page.run(WORDS)["own_data"] == text, "the table of the link")
    assert page.run(KEPT) == []
    page.reload()
    page.wait_for(
        lambda: page.run("return !!nnviz.inspect().playback") and page.run(WORDS)["own_data"] == text, "again"
    )
    page.click("tool-own-data")
    page.wait_for(lambda: "60 examples" in page.text("own-data-says"), "the table in the dialog")
    paste(page, PLANE, "5 examples")
    use(page)
    page.wait_for(lambda: "table=" not in page.path(), "the link without it")
    assert page.run(WORDS)["own_data"].startswith("classification,a,b,species")
    assert page.console() == []


def test_more_rows_than_a_link_can_hold_are_named(page):
    opened(page)
    paste(page, "a,b\n" + "\n".join(f"{row},{row * row}" for row in range(61)), "61 examples")
    use(page)
    page.click("tool-share")
    page.wait_for(lambda: "61 rows" in page.text("share-opens"), "the reason")
    assert not page.find("share-table").is_enabled()
    assert page.console() == []


def test_a_malformed_table_in_a_link_is_told_and_the_page_shows_its_own_data(page):
    page.open("/xor?data=your+own&table=classification,a%0A1,2")
    page.wait_for(lambda: "The table in the link is not used" in page.text("misread"), "the sentence")
    assert page.run(WORDS)["own_data"] == ""
    assert page.console() == []
