"""What holds for every lesson that takes data of one's own: a page, a run, and no two data sets that mix."""

import json
from itertools import product

import numpy as np
import pytest

from nnviz.page.registry import discover
from nnviz.runs.protocol import Keyframes, StepBudget
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.web import streaming
from nnviz.web.drawing import NOTICE, draw_page
from nnviz.web.streaming import answer
from tests.lessons.test_all_lessons import not_a_number_in_json, shown_arrays
from tests.user_data.tables import own_text, tasks_of


def own_control(lesson):
    return next((c for c in lesson.settings.controls().values() if isinstance(c, UserData)), None)


TAKING = [lesson for lesson in discover().values() if own_control(lesson)]
CASES = [
    (lesson, task, n_features)
    for lesson in TAKING
    for task, n_features in product(tasks_of(own_control(lesson)), own_control(lesson).n_features)
]
each_case = pytest.mark.parametrize(
    ("lesson", "task", "n_features"), CASES, ids=lambda part: getattr(part, "slug", part)
)
each_lesson = pytest.mark.parametrize("lesson", TAKING, ids=lambda lesson: lesson.slug)


def own(lesson, text, **others):
    return lesson.settings.parse({"data": OWN_DATA, "own_data": text, **others})


LINES = {"least-squares", "gradient-descent", "stochastic-gradient-descent"}
PLANES = {"logistic-regression", "xor", "dropout", "batch-normalization"}


def test_the_laboratory_and_at_least_seven_lessons_take_them():
    assert {"lab"} | LINES | PLANES <= {lesson.slug for lesson in TAKING}


@each_lesson
def test_the_field_acts_with_a_choice_of_data_that_the_page_has(lesson):
    for field, word in own_control(lesson).local_while.items():
        assert word in lesson.settings.controls()[field].texts


@each_case
def test_the_page_is_strict_json_and_says_nothing_of_missing_data(lesson, task, n_features):
    settings = own(lesson, own_text(task, n_features))
    page = draw_page(lesson, settings)
    json.loads(json.dumps(page.figures, allow_nan=False), parse_constant=not_a_number_in_json)
    assert "no data of your own" not in page.texts[NOTICE]
    assert "n_samples" in page.disabled_reasons
    assert not shown_arrays(page) - set(lesson.run.start(settings).frames)


@each_lesson
def test_without_data_the_page_shows_others_and_says_what_it_needs(lesson):
    page = draw_page(lesson, own(lesson, ""))
    assert "no data of your own that this page can take" in page.texts[NOTICE]
    assert own_control(lesson).takes in page.texts[NOTICE]


@each_case
def test_the_fewest_and_the_most_rows_run(lesson, task, n_features):
    for n_rows in (4 if "classes" not in task else 20, 5000):
        settings = own(lesson, own_text(task, n_features, n_rows))
        start = lesson.run.start(settings)
        draw_page(lesson, settings)
        assert lesson.run.resume(settings, start.checkpoint, StepBudget(3)).checkpoint.step == 3


@each_case
def test_a_run_that_was_cut_sent_away_and_resumed_has_the_same_bytes(lesson, task, n_features, monkeypatch):
    monkeypatch.setattr(streaming, "BUDGET", 60.0)
    words = {"data": OWN_DATA, "own_data": own_text(task, n_features)}

    def ask(steps, state):
        return answer({"lesson": lesson.slug, "settings": words, "state": state, "steps": steps})

    whole = ask(30, None)
    first = ask(11, None)
    second = ask(19, json.loads(json.dumps(first["state"])))
    assert second["state"] == whole["state"]


@each_lesson
def test_two_data_sets_never_mix(lesson):
    control = own_control(lesson)
    texts = [own_text(control.tasks[0], control.n_features[0], seed=seed) for seed in (1, 2)]
    runs = {}
    for text in (*texts, *texts):  # the second time out of every cache
        settings = own(lesson, text)
        start = lesson.run.start(settings)
        frames = lesson.run.resume(settings, start.checkpoint, StepBudget(5)).frames
        numbers = {name: frame.tobytes() for name, frame in frames.items() if not isinstance(frame, Keyframes)}
        drawn = draw_page(lesson, settings).tags
        assert runs.setdefault(text, (numbers, drawn)) == (numbers, drawn)
    assert runs[texts[0]][0] != runs[texts[1]][0]
    assert runs[texts[0]][1] != runs[texts[1]][1]


def test_the_experiment_of_the_laboratory_carries_the_very_rows():
    lab = discover()["lab"]
    text = own_text("regression", 2)
    experiment = lab.run.experiment(own(lab, text, validation_share="0"))
    rows = np.array([[float(cell) for cell in line.split(",")] for line in text.splitlines()[1:]])
    np.testing.assert_array_equal(np.column_stack([experiment.X, experiment.y]), rows)


def test_every_model_of_the_laboratory_takes_every_kind_of_table():
    lab = discover()["lab"]
    for model, task, n_features in product(lab.settings.controls()["model"].texts, tasks_of(own_control(lab)), (1, 2)):
        settings = own(lab, own_text(task, n_features), model=model, learning_rate="0.001")
        start = lab.run.start(settings)
        draw_page(lab, settings)
        assert not lab.run.resume(settings, start.checkpoint, StepBudget(20)).ending
