"""The table of printed lines in the browser: a button trains, marks appear, the report can be saved."""

ROWS = """
return [...document.querySelectorAll("#notebook-lines .row-of-texts")].map(
    row => [...row.querySelectorAll("td")].map(cell => cell.textContent));
"""
REPORT = "return nnviz.report(document.getElementById('notebook-lines'))"


def press(page, title):
    page.run('document.querySelector(`[aria-label="Train it now: ${arguments[0]}"]`).click()', title)
    page.wait_for(lambda: "found again" in page.text("status"), title)


def test_the_button_of_a_result_trains_it_and_marks_its_lines(page):
    page.open("/notebook")
    press(page, "XOR, squared error")
    marked = [row for row in page.run(ROWS) if row[3]]
    assert [row[0] for row in marked] == ["predictions", "w1", "w2"]
    assert marked[2][2] == "[10.35252814 -5.91518016 -5.30338267 -4.3944565]" == marked[2][1]
    assert "result=XOR,+squared+error" in page.path()
    press(page, "Gradient descent")
    assert [row[0] for row in page.run(ROWS) if row[3]] == [f"step {n}" for n in (10, 50, 100, 500, 1000, 3000)]
    assert page.console() == []


def test_the_report_is_one_page_with_every_line_and_needs_no_network(page):
    page.open("/notebook")
    press(page, "Least squares")
    report = page.run(REPORT)
    assert report.startswith("<!DOCTYPE html>")
    assert "68 lines: 1 agree, 0 differ, 67 not computed." in report
    assert "NumPy" in report
    assert "<button" not in report
    assert "<script" not in report
    assert "src=" not in report
    assert report.count('class="row-of-texts"') == 68
    assert f'href="{page.address}/xor?' in report


def test_run_all_can_be_stopped_and_goes_on_where_it_was(page):
    page.open("/notebook")
    page.click("play")
    page.wait_for(lambda: len([row for row in page.run(ROWS) if row[3]]) >= 3, "three lines")
    page.click("play")
    page.wait_for(lambda: not page.run("return nnviz.inspect().playback.pending"), "the last answer")
    step = page.run("return nnviz.inspect().playback.step")
    assert page.text("status") == f"Paused at step {step}"
    page.click("play")
    page.wait_for(lambda: page.run("return nnviz.inspect().playback.step") > step, "the next step")
    page.click("play")
    assert page.console() == []
