"""The page that finds the notebook's results again: its run, its table, its links and its list of flaws."""

import re
from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pytest

from nnviz.core.notebook.printed import PRINTED
from nnviz.lessons.notebook import LESSON, run
from nnviz.lessons.notebook.entries import ENTRIES
from nnviz.lessons.notebook.run import LINES, OTHER, SAME, SAME_TO_1E_12
from nnviz.lessons.notebook.settings import EVERYTHING, NotebookSettings
from nnviz.page.registry import discover
from nnviz.runs.protocol import Checkpoint, StepBudget

FLAWS = {
    "Clipping returns a number": ["3.1623", "[3. -1.]", "[6.01132194 3.96247175]"],
    "Constant factors": ["2.000000"],
    "A bias without its weight": ["3.000"],
    "Logistic regression does not vanish": ["9e-14", "−1.0000"],
    "The derivative of a size": ["is −1", "is 1."],
    "What is linear in the log-odds": ["give 10.", "give 20."],
    "The penalty depends on the batch": ["[6.00543681 3.95873266]", "[5.99956319 3.95500059]"],
    "Ridge can turn a sign": ["−0.0397", "0.0339", "−0.0392", "0.0630", "−0.0023"],
    "A lot more computing": ["3 divisions", "6,000"],
    "A check that is not exact": ["[5.0422389 3.00143701]"],
    "The logarithm of the Laplace density": ["−1.3863", "is 1, by", "gives −1."],
    "Two priors of unequal width": ["0.500 against 0.399", "are 2 and 1", "0.707"],
    "Corners, and a constraint that is not linear": ["(2.000, 0.000)", "(1.657, 1.120)", "1.414"],
    "A minimum below the surface": ["1.061", "ends at 9"],
    "A circle that is none": ["1.9365", "2.1213"],
    "Dropout at inference": ["0.8005"],
    "The mean over all subnetworks": ["−2.1526", "0.259", "0.104"],
    "No bias unit": ["4 weights", "0.5"],
    "Batch normalisation without γ, β and ε": ["nan", "with it, 0", "mean 3"],
    "A plot that is lost": ["prob_odds.html"],
    "An infinite logarithm": ["nan", "4.25e-18"],
    "The loss after the step": ["1.0005", "1.0848"],
}
"""The headings of the flaws, and what each is shown by."""


def chosen(name):
    return NotebookSettings(result=ENTRIES[name].title)


def to_its_end(name):
    chunk = LESSON.run.start(chosen(name))
    while not chunk.ending:
        chunk = LESSON.run.resume(chosen(name), chunk.checkpoint, StepBudget(3))
    return chunk


def test_all_results_and_all_lines_are_on_the_page():
    assert list(ENTRIES) == list(PRINTED)
    assert LESSON.table.n_rows == len(LINES) == 68
    assert [group.title for group in LESSON.table.groups] == [told.title for told in ENTRIES.values()]


@pytest.mark.parametrize("name", ["ols", "gd_3000", "learning_rates", "xor_mse", "logit_newton", "bias_summary"])
def test_the_run_of_one_result_fills_its_lines_and_no_other(name):
    last = to_its_end(name)
    own = np.array([line.entry == name for line in LINES])
    assert set(last.frames["verdict"][-1][own]) <= {SAME, SAME_TO_1E_12}
    assert set(last.frames["verdict"][-1][~own]) == {""}
    assert last.frames["n_agreeing"][-1] == own.sum()
    assert last.ending.endswith("every printed digit agrees.")


def test_an_undefined_result_travels_and_agrees():
    last = to_its_end("scaled_diverges")
    (place,) = (i for i, line in enumerate(LINES) if line.entry == "scaled_diverges")
    assert last.frames["computed"][-1][place] == "[nan nan nan]"
    assert np.isnan(last.checkpoint.arrays["numbers"][place]).all()


def test_a_line_that_differs_is_marked(monkeypatch):
    lines = tuple(run.Line(line.entry, line.word, line.printed.replace("[6.0113", "[6.0114")) for line in LINES)
    monkeypatch.setattr(run, "LINES", lines)
    last = to_its_end("ols")
    (place,) = (i for i, line in enumerate(LINES) if line.entry == "ols")
    assert last.frames["verdict"][-1][place] == OTHER
    assert last.ending.endswith("1 with other digits.")


def test_a_long_fit_says_how_far_it_is():
    chunk = LESSON.run.resume(chosen("clipped"), LESSON.run.start(chosen("clipped")).checkpoint, StepBudget(2))
    (place,) = (i for i, line in enumerate(LINES) if (line.entry, line.word) == ("clipped", "1000"))
    assert chunk.frames["computed"][-1][place] == "after 4,096 of 16,000 steps …"
    assert chunk.frames["now"][-1] == "Clipped gradients: epochs 1000"
    assert chunk.frames["updates"][-1] == 4096


def test_all_updates_are_counted():
    assert "1,586,650 updates" in LESSON.summary(NotebookSettings())
    assert run.updates_before(NotebookSettings().entries)[-1] == 1_586_650


def test_a_step_beyond_the_end_is_the_end():
    start = LESSON.run.start(chosen("ols")).checkpoint
    beyond = LESSON.run.resume(chosen("ols"), Checkpoint(10**6, start.arrays), StepBudget(5))
    assert beyond.ending
    assert beyond.checkpoint.step == 1


@pytest.mark.parametrize("name", ENTRIES)
def test_every_word_of_a_link_is_a_setting_of_its_lesson(name):
    link = ENTRIES[name].link
    lesson = discover()[link.lesson]
    parts = urlsplit(link.address)
    query = dict(parse_qsl(parts.query))
    assert parts.path == f"/{lesson.slug}"
    assert query == dict(link.words)
    words = lesson.settings.parse(query).as_text()
    assert {field: words[field] for field in query} == query


def test_every_button_sets_the_result_that_it_stands_beside():
    for name, group in zip(ENTRIES, LESSON.table.groups, strict=True):
        assert NotebookSettings.parse(group.sets).entries == (name,)
    assert NotebookSettings().result == EVERYTHING


@pytest.mark.parametrize(("title", "numbers"), FLAWS.items())
def test_a_flaw_is_shown_by_numbers(title, numbers):
    _, section = LESSON.text(NotebookSettings()).split(f"### {title}\n")
    told = " ".join(section.partition("###")[0].split())
    assert [number for number in numbers if number not in told] == []


def test_every_flaw_is_told():
    assert re.findall(r"^### (.*)$", LESSON.text(NotebookSettings()), re.MULTILINE) == list(FLAWS)
