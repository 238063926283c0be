"""The last cell of a script draws the page's leading picture where Matplotlib is installed, and does nothing else."""

import io

import numpy as np
import pytest

from nnviz.code_export.trained import Trains
from nnviz.page.registry import discover
from nnviz.web.code_export import CodeRequest, script_text
from tests.code_export.executed import drawing, printing
from tests.code_export.test_own_data_script import script as script_of_own_data
from tests.lessons.test_own_data import CASES
from tests.user_data.tables import own_text

LESSONS = discover()
STEPS = 30


def script(lesson, settings, step=STEPS):
    words = [{"step": 0, "settings": settings.as_text()}]
    return script_text(lesson, CodeRequest(lesson=lesson.slug, link="/", setting_changes=words, step=step))


def drawn_points(axis):
    """All places of scattered points on an axis."""
    found = [np.asarray(points.get_offsets()) for points in axis.collections if len(points.get_offsets())]
    return np.concatenate(found) if found else np.empty((0, 2))


SHOWN = [
    pytest.param(lesson, preset.settings, id=f"{slug}: {preset.name}")
    for slug, lesson in LESSONS.items()
    for preset in (lesson.presets[0], lesson.presets[-1])
    if slug != "notebook"
]


@pytest.mark.parametrize(("lesson", "settings"), SHOWN)
def test_every_page_has_a_picture_and_without_matplotlib_the_script_prints_the_same(lesson, settings):
    text = script(lesson, settings)
    with drawing(text) as (_, printed, figure):
        assert figure.axes
        for axis in figure.axes:
            assert axis.has_data() or axis.texts
        figure.savefig(io.BytesIO(), dpi=20)  # all of it can be drawn
    _, printed_without = printing(text)
    assert printed_without == printed
    assert max(map(len, text.splitlines())) <= 120


EXPLODING = [("lab", "Toy line, η = 1"), ("feature-scaling", "Explodes"), ("gradient-clipping", "Explodes")]


@pytest.mark.parametrize(("slug", "name"), EXPLODING)
def test_a_run_that_explodes_leaves_the_picture_and_not_the_axes(slug, name):
    lesson = LESSONS[slug]
    settings = next(preset.settings for preset in lesson.presets if preset.name == name)
    with drawing(script(lesson, settings, step=2000)) as (_, _, figure):
        figure.savefig(io.BytesIO(), dpi=20)
        assert np.isfinite(figure.axes[0].axis()).all()


def test_a_plane_shows_the_path_from_its_start_and_the_least_squares_weights():
    lesson = LESSONS["gradient-descent"]
    with drawing(script(lesson, lesson.settings(), step=500)) as (names, _, figure):
        axis = figure.axes[0]
        lines = {line.get_label(): line.get_xydata() for line in axis.lines}
        for name, (weights, _) in names["results"].items():
            np.testing.assert_array_equal(lines[name][0], names["first_weights"])
            if np.abs(weights).max() < 1e6:
                np.testing.assert_array_equal(lines[name][-1], weights)
        best = np.linalg.lstsq(names["design"](names["X"]), names["y"], rcond=None)[0]
        assert any(len(points) == 1 and np.allclose(points[0], best) for points in lines.values())
        assert (axis.get_xlabel(), axis.get_ylabel()) == ("bias", "w1")


def test_of_three_weights_the_plane_shows_those_of_the_page():
    lesson = LESSONS["gradient-clipping"]
    with drawing(script(lesson, lesson.settings(plane="w1 and w2"))) as (_, _, figure):
        assert (figure.axes[0].get_xlabel(), figure.axes[0].get_ylabel()) == ("w1", "w2")


def test_every_run_with_dropout_answers_with_its_own_rates():
    lesson = LESSONS["dropout"]
    with drawing(script(lesson, lesson.settings())) as (names, _, figure):
        assert [axis.get_title() for axis in figure.axes] == list(names["results"])
        assert names["hidden_dropout"] == names["RUNS"]["without"]["hidden_dropout"] == 0.0


def test_a_loss_axis_has_the_scale_of_the_page():
    lesson = LESSONS["lab"]
    for scale, expected in (("linear", "linear"), ("logarithmic", "log")):
        with drawing(script(lesson, lesson.settings(loss_axis=scale))) as (_, _, figure):
            assert figure.axes[0].get_yscale() == expected


def test_the_weights_of_every_method_are_lines():
    lesson = LESSONS["penalties"]
    with drawing(script(lesson, lesson.settings())) as (names, _, figure):
        n_weights = sum(len(weights) for weights, _ in names["results"].values())
        assert len(figure.axes[0].lines) == n_weights


@pytest.mark.parametrize(
    ("lesson", "task", "n_features"), CASES, ids=[f"{case[0].slug} {case[1]} {case[2]}" for case in CASES]
)
def test_ones_own_rows_are_drawn(lesson, task, n_features):
    text = script_of_own_data(lesson, own_text(task, n_features), STEPS)
    with drawing(text) as (names, _, figure):
        points = np.concatenate([drawn_points(axis) for axis in figure.axes])
        if task == "classification" and n_features > 2:
            assert figure.axes[-1].patches  # a histogram of what the model answers
            return
        if len(names.get("CLASSES", ())) > 2 and n_features == 1:
            assert figure.axes[-1].images  # which class is taken for which
            return
        rows = names["y"] if task == "regression" and n_features > 1 else names["X"][:, 0]
        assert np.isin(np.round(rows, 9), np.round(points[:, 0], 9)).all()


def test_a_script_that_trains_keeps_no_path_where_it_draws_none():
    texts = {
        slug: script(lesson, lesson.settings()) for slug, lesson in LESSONS.items() if isinstance(lesson.run, Trains)
    }
    assert {slug for slug, text in texts.items() if "path.append" in text} == {
        *("gradient-descent", "stochastic-gradient-descent", "feature-scaling", "gradient-clipping", "penalties")
    }
