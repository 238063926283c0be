"""Compared runs in the browser: dimmed and named in the figures, in numbers in the table, and all of it in the link."""

import pytest

from nnviz.page.registry import discover
from tests.web.test_every_page import STEP, open_run, play_until, step_forward, wait_for_frames
from tests.web.test_laboratory import LAB, position, trace

COMPARED_ARE_MADE = "return nnviz.comparison().length > 0 && nnviz.comparison().every(run => !!run.frames)"


@pytest.fixture
def page(lab):
    """The laboratory, which is not loaded anew for each test."""
    return lab


def compared_traces(page, figure, lesson="lab"):
    return [trace for trace in page.figure(f"{lesson}-{figure}")["data"] if "compared" in (trace.get("meta") or {})]


def rows(page):
    script = "return [...document.querySelectorAll('#comparison-table tbody tr')].map(row => [...row.cells].map(TEXT))"
    return page.run(script.replace("TEXT", "cell => cell.innerText.trim()"))


def look_at(page, figure):
    """Bring a figure onto the screen: others are not painted."""
    page.run("document.getElementById(arguments[0]).scrollIntoView({block: 'center'})", figure)


def hold_at(page, steps):
    """Go on by single steps and hold the run."""
    step_forward(page, steps)
    page.click("hold")


def begin_with(page, field, word):
    page.set_value(f"lab-{field}", position(field, word))
    page.wait_for(lambda: page.text(f"lab-{field}-value") == word, "the word")
    page.click("reset")
    wait_for_frames(page)


def test_a_held_run_stays_in_the_figures_dimmed_and_named_while_the_next_one_plays(page):
    play_until(page, 20)
    wanted = page.run("return nnviz.inspect().playback.index + 1")
    page.wait_for(lambda: len(trace(page, "loss", "training")["y"]) == wanted, "the painting")
    earlier = trace(page, "loss", "training")
    page.click("hold")
    begin_with(page, "penalty_strength", "0.1")
    play_until(page, 5)
    page.wait_for(lambda: any(item["name"] == "λ = 0" for item in compared_traces(page, "loss")), "the compared traces")
    compared = compared_traces(page, "loss")
    (same,) = [item for item in compared if item["line"]["color"] == earlier["line"]["color"]]
    assert (same["x"], same["y"]) == (earlier["x"], earlier["y"])
    assert same["line"]["dash"] == "dash"
    assert same["line"]["width"] < earlier["line"]["width"]
    assert same["opacity"] < 1
    assert [item["showlegend"] for item in compared].count(True) == 1
    look_at(page, "lab-parameter-plane")
    (path,) = page.wait_for(lambda: compared_traces(page, "parameter-plane"), "the compared path")
    assert len(path["x"]) == len(earlier["x"])
    page.wait_for(lambda: len(compared_traces(page, "surface")) == 1, "the compared path on the surface")
    assert page.figure("lab-surface")["data"][0]["type"] == "surface"
    assert page.console() == []


def test_compared_traces_outlive_a_new_picture_and_the_run_goes_on_under_them(page):
    hold_at(page, 4)
    page.set_value("lab-loss_axis", "logarithmic")
    page.wait_for(lambda: page.figure("lab-loss")["layout"]["yaxis"]["type"] == "log", "the log axis")
    page.wait_for(lambda: len(compared_traces(page, "loss")) == 3, "the compared traces")
    assert "loss_axis" not in page.run("return nnviz.comparisonLabels()[0]")
    play_until(page, 10)
    page.wait_for(lambda: len(trace(page, "loss", "training")["y"]) > 10, "the growing trace")
    assert {len(item["y"]) for item in compared_traces(page, "loss")} == {5}


def test_a_held_run_can_be_removed_and_all_can(page):
    for _ in range(3):
        hold_at(page, 1)
    page.run("document.querySelector('[data-compared=\"1\"]').click()")
    assert [row[1] for row in rows(page)] == ["3", "1", "3"]
    page.click("comparison-clear")
    assert len(rows(page)) == 1
    assert not page.find("comparison").is_displayed()
    page.wait_for(lambda: "hold=" not in page.path() and compared_traces(page, "loss") == [], "nothing to compare with")
    assert page.console() == []


def test_the_table_has_the_numbers_of_each_run_and_those_of_now_beside_them(page):
    step_forward(page, 5)
    numbers = [page.text(f"lab-{item.name}") for item in LAB.readouts]
    page.click("hold")
    begin_with(page, "learning_rate", "0.1")
    step_forward(page, 2)
    now, kept = rows(page)
    assert kept[0].endswith("η = 0.01")
    assert kept[1:] == numbers
    assert now[1:] == [page.text(f"lab-{item.name}") for item in LAB.readouts]
    assert now[1] == "2"


def test_a_link_makes_its_held_runs_again(page):
    open_run(page, LAB, "?seed=2")
    step_forward(page, 3)
    page.set_value("lab-batch_size", position("batch_size", "8"))
    page.wait_for(lambda: "then=3~batch_size~8" in page.path(), "the change in the link")
    hold_at(page, 3)
    begin_with(page, "learning_rate", "0.1")
    hold_at(page, 4)
    begin_with(page, "learning_rate", "0.2")
    step_forward(page)
    page.wait_for(lambda: "step=1" in page.path(), "the step in the link")
    page.wait_for(lambda: len(compared_traces(page, "loss")) == 6, "the compared traces")
    assert "hold=" in page.path()
    before = rows(page), [item["y"] for item in compared_traces(page, "loss")], page.path()
    page.reload()
    page.wait_for(lambda: page.run(COMPARED_ARE_MADE) and page.run(STEP) == 1, "the compared runs")
    page.wait_for(lambda: len(compared_traces(page, "loss")) == 6, "their traces")
    assert (rows(page), [item["y"] for item in compared_traces(page, "loss")], page.path()) == before
    assert page.console() == []


def test_other_axes_show_the_held_path_along_them(page):
    hold_at(page, 3)
    look_at(page, "lab-parameter-plane")
    page.wait_for(lambda: compared_traces(page, "parameter-plane"), "the compared path")
    (before,) = compared_traces(page, "parameter-plane")
    page.set_value("lab-first_weight", position("first_weight", "2"))

    def paths():
        return [(path["x"], path["y"]) for path in compared_traces(page, "parameter-plane")]

    page.wait_for(lambda: paths() == [(before["y"], before["x"])], "the turned path")
    assert page.console() == []


def test_held_runs_stay_behind_when_another_page_is_opened(page):
    hold_at(page, 2)
    page.run("[...document.querySelectorAll('.lessons a')].find(a => a.pathname === '/neurons').click()")
    page.wait_for(lambda: page.run("return nnviz.inspect().page.lesson") == "neurons", "the other page")
    wait_for_frames(page)
    assert compared_traces(page, "loss", "neurons") == []
    assert "hold=" not in page.path()
    assert "neurons" in discover()
    assert page.console() == []
