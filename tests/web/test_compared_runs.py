"""What a link says about the runs of the comparison, and what is left of it when it says nonsense."""

import pytest

from nnviz.page.registry import discover
from nnviz.web.compared_runs import MOST_COMPARED, compared_runs
from nnviz.web.page_config import page_config

LAB = discover()["lab"]


def test_a_compared_run_has_the_links_settings_except_those_that_it_names():
    (run,) = compared_runs(LAB, {"seed": "3", "learning_rate": "0.5", "hold": "learning_rate~0.1~@300"})
    assert (run.settings.seed, run.settings.learning_rate) == (3, 0.1)
    assert (run.step, run.changes) == (300, [])


def test_a_compared_run_remembers_the_settings_that_changed_while_it_played():
    (run,) = compared_runs(LAB, {"hold": "@300~120~batch_size~8~40~learning_rate~0.1"})
    assert run.changes == [(40, "learning_rate", "0.1"), (120, "batch_size", "8")]


def test_separators_inside_a_value_are_written_as_in_an_address():
    (run,) = compared_runs(LAB, {"hold": "data~tw%6F Gaussians~@5"})
    assert run.settings.data == "two Gaussians"


def test_decimal_commas_are_read_in_a_run_that_is_held_and_in_its_changes():
    held = "learning_rate~0,1~@300~40~learning_rate~0,05~50~learning_rate~0,2,@7,learning_rate~1~@8"
    runs = compared_runs(LAB, {"learning_rate": "0.5", "hold": held})
    assert [(run.settings.learning_rate, run.step) for run in runs] == [(0.1, 300), (0.5, 7), (1, 8)]
    assert runs[0].changes == [(40, "learning_rate", "0.05"), (50, "learning_rate", "0.2")]


@pytest.mark.parametrize("text", ["", ",", "@", "@0", "@x", "learning_rate~0.1", "~~~", "@-3", "@9999999999", "@²"])
def test_a_run_without_a_step_is_left_out(text):
    assert compared_runs(LAB, {"hold": text}) == []


@pytest.mark.parametrize(
    "text", ["nothing~1~@5", "learning_rate~@5", "learning_rate~nan~@5", "@5~x~y~z", "@5~1~seed~2"]
)
def test_what_cannot_be_read_of_a_run_is_left_out(text):
    (run,) = compared_runs(LAB, {"hold": text})
    assert (run.settings, run.changes, run.step) == (LAB.settings(), [], 5)


def test_at_most_six_runs_are_compared():
    query = {"hold": ",".join(f"@{step}" for step in range(1, 20))}
    assert [run["step"] for run in page_config(LAB, query)["compared_runs"]] == list(range(1, MOST_COMPARED + 1))


def test_a_page_without_a_run_compares_none():
    assert compared_runs(discover()["entropy"], {"hold": "@5"}) == []
