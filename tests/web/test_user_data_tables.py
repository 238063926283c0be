"""Several tables of one's own in a real browser: each page shows its own, and classes keep their names."""

import pytest

from nnviz.page.registry import discover
from tests.web.own_data_dialog import KEPT, LINE, PLANE, WORDS, opened, paste, use
from tests.web.test_every_page import open_run

NAMES = "return [...document.getElementById('own-data-table').options].map((one) => one.textContent)"
LEGEND = "return document.querySelector('#xor-squared .legend, #lab-fit .legend')?.textContent ?? ''"


pytestmark = pytest.mark.usefixtures("empty_storage")


def test_every_page_shows_its_own_table_after_a_reload_and_none_destroys_another(page):
    opened(page, "/least-squares")
    paste(page, LINE, "6 examples")
    page.find("own-data-name").send_keys("<b>cars & “co”</b>")
    use(page)
    line = page.run(WORDS)["own_data"]
    opened(page, "/xor")
    paste(page, PLANE, "5 examples")
    use(page)
    plane = page.run(WORDS)["own_data"]
    assert page.run(KEPT) == sorted([line, plane])
    page.open("/least-squares?data=your+own")
    page.wait_for(lambda: page.run(WORDS)["own_data"] == line, "the line")
    page.click("tool-own-data")
    page.wait_for(lambda: "6 examples" in page.text("own-data-says"), "its sentence")
    assert page.value("own-data-text") == LINE
    assert page.run(NAMES) == ["a new one", "species (a, b)", "<b>cars & “co”</b>"]
    assert page.console() == []


def test_a_second_table_of_a_name_is_numbered_and_forgetting_one_leaves_the_other(page):
    opened(page)
    paste(page, PLANE, "5 examples")
    use(page)
    page.click("tool-own-data")
    page.set_value("own-data-table", "")
    paste(page, PLANE.replace("1,2,", "9,2,"), "5 examples")
    use(page)
    page.click("tool-own-data")
    assert page.run(NAMES) == ["a new one", "species (a, b) 2", "species (a, b)"]
    page.click("own-data-forget")
    page.wait_for(lambda: page.run(NAMES) == ["a new one", "species (a, b)"], "one table")
    assert "\n1,2," in page.run(WORDS)["own_data"]
    assert page.console() == []


def test_classes_keep_their_names_in_a_legend_and_can_be_swapped(page):
    opened(page)
    hostile = PLANE.replace("virginica", "<i>v</i> $x$ %{y}")
    paste(page, hostile, "Class 1 is “versicolor”, class 0 “<i>v</i> $x$ %{y}”.")
    page.set_value("own-data-class-1", "<i>v</i> $x$ %{y}")
    page.wait_for(lambda: "Class 1 is “<i>v</i> $x$ %{y}”" in page.text("own-data-says"), "the other order")
    use(page)
    page.wait_for(lambda: "versicolor" in page.run(LEGEND), "the legend")
    assert "<i>v</i> $x$ %{y}" in page.run(LEGEND)
    title = page.figure("lab-fit")["data"][0]["colorbar"]["title"]["text"]
    assert title == "probability of &lt;i&gt;v&lt;/i&gt; &#36;x&#36; &#37;{y} (%)"
    assert page.console() == []


def test_a_full_storage_is_said_and_the_data_are_used_as_long_as_the_page(page):
    open_run(page, discover()["lab"])
    page.run("try { for (let n = 0; ; n++) localStorage.setItem(`x${n}`, 'x'.repeat(100000)) } catch { }")
    page.run("try { for (let n = 0; ; n++) localStorage.setItem(`y${n}`, 'y') } catch { }")
    page.click("tool-own-data")
    paste(page, PLANE, "5 examples")
    page.click("own-data-use")
    page.wait_for(lambda: "storage takes nothing" in page.text("own-data-says"), "the reason")
    assert page.run(WORDS)["own_data"].startswith("classification,a,b,species")
    assert page.console() == []
