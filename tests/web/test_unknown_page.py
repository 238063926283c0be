"""A mistyped link of a course: the browser shows the pages that there are."""

import pytest

SHOWN = "return [...document.querySelectorAll('#_pages_content h1')].map(title => title.textContent)"


@pytest.mark.parametrize("path", ["/nowhere", "/nowhere?learning_rate=0.1&hide=text", "/lab/more?a=1"])
def test_an_unknown_page_lists_the_lessons_whatever_its_query_says(page, path):
    page.driver.get(page.address + path)
    page.wait_for(lambda: page.run(SHOWN) == ["There is no such page"], "the page of no lesson")
    assert page.run("return document.querySelectorAll('#_pages_content a[href=\"/lab\"]').length") == 1
