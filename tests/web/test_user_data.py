"""Data of one's own in a real browser: pasted, uploaded, clicked; used, found again with the link, and forgotten."""

import pytest
from selenium.webdriver.common.by import By

from nnviz.page.registry import discover
from tests.user_data.tables import own_text
from tests.web.own_data_dialog import KEPT, LINE, PLANE, WORDS, opened, paste, points, use
from tests.web.test_every_page import PHONE, STEP, open_run, step_forward

LAB = discover()["lab"]
WEIGHTS = "const p = nnviz.inspect().playback; return Array.from(p.frames.now('shown_weights', p.index))"

pytestmark = pytest.mark.usefixtures("empty_storage")


def test_a_pasted_csv_is_drawn_trained_on_and_there_again_with_its_link(page):
    opened(page)
    paste(page, LINE, "6 examples: “speed” to predict “distance”, a number.")
    assert "decimal commas" in page.text("own-data-says")
    use(page)
    expected = [(4.5, 2), (7, 4), (8, 16), (9, 10), (10, 18), (11, 17)]
    page.wait_for(lambda: points(page) == expected, "the points in the figure")
    assert page.value("lab-data") == "your own"
    step_forward(page, 5)
    page.wait_for(lambda: page.path() == "/lab?data=your+own&step=5", "the link")
    before = page.run(WEIGHTS)
    page.reload()
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(STEP) == 5, "the same step")
    page.wait_for(lambda: points(page) == expected, "the points in the figure")
    assert page.run(WEIGHTS) == before
    assert page.console() == []


def test_a_changed_control_of_a_run_on_own_data_is_told_by_the_link(page):
    opened(page)
    paste(page, LINE, "6 examples")
    use(page)
    step_forward(page)
    page.set_value("lab-learning_rate", LAB.settings.controls()["learning_rate"].texts.index("0.001"))
    page.wait_for(lambda: "then=1~learning_rate~0.001" in page.path(), "the change in the link")
    step_forward(page)
    page.wait_for(lambda: page.run(STEP) == 2, "step 2")
    before = page.run(WEIGHTS)
    page.wait_for(lambda: "step=2" in page.path(), "the step in the link")
    page.reload()
    page.wait_for(lambda: page.run("return !!nnviz.inspect().playback") and page.run(STEP) == 2, "the same step")
    assert page.run(WEIGHTS) == before
    assert page.console() == []


def test_a_bad_csv_shows_its_sentence_and_keeps_what_was_there(page):
    opened(page)
    paste(page, LINE, "6 examples")
    use(page)
    before = page.run(WORDS), page.run(KEPT)
    page.click("tool-own-data")
    for text, sentence in (
        ("a,b\n1,2\n2,3\n3,x\n4,5", "Line 4: “x” in the column “b” is no number."),
        ("a,b,c\n1,2,u\n2,3,u\n3,4,u\n4,5,u", "one class only"),
        ("a,b\n7,1\n7,2\n7,3\n7,4", "constant"),
        ("a,b\n1,2" * 200_000, "more than 1 MB"),
    ):
        paste(page, text, sentence)
        assert not page.find("own-data-use").is_enabled()
    page.driver.find_element(By.CSS_SELECTOR, "#dialog-own-data [data-close]").click()
    assert (page.run(WORDS), page.run(KEPT)) == before
    assert page.console() == []


def test_features_and_target_are_chosen_among_many_columns(page):
    opened(page)
    rows = ["name,a,b,c,kind"] + [f"n{i},{i},{i * i},{7 - i % 3},k{i % 3}" for i in range(9)]
    paste(page, "\n".join(rows), "“a” and “b” to predict “kind”")
    page.set_value("own-data-target", "3")
    page.wait_for(lambda: "“a” and “b” to predict “c”" in page.text("own-data-says"), "another target")
    page.set_value("own-data-second", "")
    page.wait_for(lambda: "9 examples: “a” to predict “c”" in page.text("own-data-says"), "one feature")
    assert page.console() == []


def test_another_choice_leaves_the_data_in_the_browser_and_out_of_the_request(page):
    opened(page)
    paste(page, PLANE, "5 examples")
    use(page)
    text = page.run(WORDS)["own_data"]
    page.set_value("lab-data", "moons")
    page.wait_for(lambda: page.run(WORDS)["data"] == "moons", "the moons")
    assert page.run(WORDS)["own_data"] == ""
    assert page.run("return nnviz.inspect().playback.settingChanges[0].values.own_data") == ""
    page.set_value("lab-data", "your own")
    page.wait_for(lambda: page.run(WORDS)["own_data"] == text, "the rows again")
    page.run("nnviz.set(nnviz.inspect().page.presets[2].settings)")
    page.wait_for(lambda: page.run(WORDS) == LAB.presets[2].settings.as_text(), "a preset")
    assert page.run(KEPT) == [text]
    assert page.console() == []


def test_a_link_to_own_data_says_so_where_there_are_none_and_forgetting_leads_back_there(page):
    open_run(page, LAB, "?data=your+own")
    assert "no data of your own" in page.text("lab--notice")
    page.click("tool-own-data")
    assert not page.find("own-data-forget").is_enabled()
    paste(page, PLANE, "5 examples")
    use(page)
    page.wait_for(lambda: "no data of your own" not in page.text("lab--notice"), "the notice to go")
    page.run("document.getElementById('lab-own_data').click()")
    page.click("own-data-forget")
    page.wait_for(lambda: "no data of your own" in page.text("lab--notice"), "the notice to come back")
    assert page.run(KEPT) == []
    assert page.console() == []


def test_the_tool_is_for_pages_that_take_own_data(page):
    page.open("/entropy")
    page.wait_for(lambda: not page.find("tool-own-data").is_enabled(), "the tool to be greyed out")
    open_run(page, discover()["xor"])
    page.wait_for(lambda: page.find("tool-own-data").is_enabled(), "the tool")


def test_other_lessons_find_the_same_data(page):
    opened(page)
    text = own_text(n_rows=20)
    paste(page, text.partition(",")[2], "20 examples")
    use(page)
    open_run(page, discover()["xor"], "?data=your+own")
    page.wait_for(lambda: "Your features are standardised here" in page.text("xor--notice"), "the notice")
    assert page.run(WORDS)["own_data"] == text
    assert page.console() == []


def test_on_a_phone_the_dialog_does_not_scroll_sideways(page):
    page.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    try:
        page.open("/lab")
        page.click("tools-handle")
        page.click("tool-own-data")
        paste(page, PLANE, "5 examples")
        assert (
            page.run("const d = document.getElementById('dialog-own-data'); return d.scrollWidth - d.clientWidth") == 0
        )
        assert page.run("return document.documentElement.scrollWidth") <= 390
    finally:
        page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_number_that_may_be_two_is_asked_for_before_the_data_can_be_used(page, tmp_path):
    opened(page)
    paste(page, "a;b\n1;1.234\n2;950\n3;1.100\n4;7", "can be read as two numbers")
    answers = page.driver.find_elements(By.CSS_SELECTOR, "#own-data-readings label")
    assert [answer.text for answer in answers] == ["1.234", "1234"]
    assert not page.find("own-data-use").is_enabled()
    answers[1].click()
    page.wait_for(lambda: "“1.234” is read as 1234." in page.text("own-data-says"), "the chosen reading")
    assert page.find("own-data-use").is_enabled()
    (tmp_path / "large.csv").write_text("1,2\n" * 400_000)
    page.find("own-data-choose").send_keys(str(tmp_path / "large.csv"))
    page.wait_for(lambda: "at most 1 MB" in page.text("own-data-says"), "the limit")
    assert not page.find("own-data-use").is_enabled()
    assert page.console() == []
