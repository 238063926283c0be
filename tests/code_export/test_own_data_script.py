"""Show the code on data of one's own: the rows stand in the script, and it finds the numbers of its page again."""

import numpy as np
import pytest

from nnviz.code_export.trained import Trains
from nnviz.page.registry import discover
from nnviz.user_data.control import OWN_DATA
from nnviz.web.code_export import CodeRequest, answer
from tests.code_export.executed import executed
from tests.code_export.test_training_script import check_results, steps_for
from tests.lessons.test_own_data import CASES, own
from tests.user_data.tables import own_text

TRAINED = [case for case in CASES if isinstance(case[0].run, Trains)]
IDS = {"ids": lambda part: getattr(part, "slug", part)}


def script(lesson, text, step, **others):
    words = {"data": OWN_DATA, "own_data": text, **others}
    setting_changes = [{"step": 0, "settings": words}]
    return answer(CodeRequest(lesson=lesson.slug, link=f"/{lesson.slug}", setting_changes=setting_changes, step=step))[
        "python"
    ]


def numbers_of(text):
    return [[float(cell) for cell in line.split(",")] for line in text.splitlines()[1:]]


@pytest.mark.parametrize(("lesson", "task", "n_features"), CASES, **IDS)
def test_the_script_holds_every_row_in_its_own_units(lesson, task, n_features):
    rows = np.array(numbers_of(own_text(task, n_features)))
    written = " ".join(script(lesson, own_text(task, n_features), 5).split())
    for column in (rows[:, :-1], rows[:, -1]):
        flat = column[:, 0] if column.shape[1:] == (1,) else column
        assert repr(column.tolist()) in written or repr(flat.tolist()) in written


@pytest.mark.parametrize(("lesson", "task", "n_features"), TRAINED, **IDS)
@pytest.mark.parametrize("n_rows", [24, 1200])
def test_the_script_finds_the_losses_and_weights_of_the_page(lesson, task, n_features, n_rows):
    text = own_text(task, n_features, n_rows, seed=3)
    steps = steps_for(lesson, own(lesson, text))
    check_results(lesson, own(lesson, text), steps, executed(script(lesson, text, steps)))


def test_a_script_stretches_x_where_its_page_does():
    lesson = discover()["gradient-descent"]
    words = {"x_spread": "2.5"}
    names = executed(script(lesson, own_text("regression", 1), 100, **words))
    assert names["X"].std() == pytest.approx(2.5, rel=1e-12)
    check_results(lesson, own(lesson, own_text("regression", 1), **words), 100, names)


@pytest.mark.parametrize(("lesson", "task", "n_features"), CASES, **IDS)
def test_a_script_of_own_rows_keeps_its_lines_short(lesson, task, n_features):
    assert max(map(len, script(lesson, own_text(task, n_features, 60), 5).splitlines())) <= 120
