from dataclasses import replace

import numpy as np
import pytest

from nnviz.core.analysis.landscape import loss_on
from nnviz.core.training.advance import advance, initial_state, mean_loss
from nnviz.core.training.optimizers import GradientDescent
from nnviz.lessons.gradient_descent import LESSON, experiment
from nnviz.lessons.gradient_descent.figures import slice_of_plane
from nnviz.lessons.gradient_descent.settings import (
    FIXED_RATES,
    NOTEBOOK,
    NOTEBOOK_START,
    RATES,
    GradientDescentSettings,
)
from nnviz.runs.protocol import StepBudget

SEVERAL_DATA = [
    GradientDescentSettings(n_samples=n, noise=noise, x_spread=spread, seed=seed)
    for n, noise, spread, seed in [(200, 1.0, 1.0, 0), (10, 3.0, 0.5, 1), (1000, 0.0, 3.0, 2), (20, 2.0, 1.7, 3)]
]
each_data = pytest.mark.parametrize("settings", [*SEVERAL_DATA, GradientDescentSettings(data=NOTEBOOK)])


def frames(settings, n_steps):
    start = LESSON.run.start(settings)
    return start.then(LESSON.run.resume(settings, start.checkpoint, StepBudget(n_steps))).frames


def run_at(settings, learning_rate, n_steps):
    """The loss above the minimum of one run at exactly this rate, from the start of the settings."""
    run = replace(experiment.experiment(settings), optimizer=GradientDescent(learning_rate))
    recording, _ = advance(run, initial_state(run), n_steps)
    return experiment.bowl(settings).excess(recording.weights)


@each_data
def test_just_below_the_limit_on_the_slider_a_run_converges_and_just_above_it_diverges(settings):
    limit = LESSON.slider_marks(settings)["learning_rate"].value
    below, above = run_at(settings, 0.995 * limit, 20_000), run_at(settings, 1.005 * limit, 20_000)
    assert below[-1] < 1e-15 * below[0]
    assert np.nanmax(above) > 1e12 * above[0]


def test_one_move_of_the_slider_crosses_the_limit():
    steps = np.array(RATES[1:]) / np.array(RATES[:-1])
    assert steps.max() < 1.06
    assert {0.001, 0.01, 0.1, 1.0, 10.0} <= set(RATES)


@each_data
def test_every_path_lies_on_the_surface_that_is_drawn(settings):
    found, examples, plane = frames(settings, 100), experiment.data(settings), slice_of_plane(settings)
    for rate in experiment.rates(settings):
        x, y, z = (found[f"path_{axis}_{rate.place}"] for axis in "xyz")
        inside = np.isfinite(z)
        assert inside[0]
        weights = np.column_stack([x, y])[inside]
        on_surface = mean_loss(experiment.MODEL, experiment.LOSS, weights, examples.X, examples.y)
        np.testing.assert_allclose(z[inside], on_surface, rtol=1e-11, atol=1e-14 * z[0])  # of the surface's height
    corner = plane.weights(np.array([plane.a[0], plane.b[-1]]))
    drawn = loss_on(plane, experiment.MODEL, experiment.LOSS, examples.X, examples.y)
    assert drawn[-1, 0] == pytest.approx(float(experiment.bowl(settings).loss(corner)), rel=1e-12)


def test_a_run_beyond_the_picture_has_no_path_but_keeps_its_weights():
    found = frames(GradientDescentSettings(data=NOTEBOOK), 200)
    assert np.isnan(found["path_x_4"][-1])  # η = 1
    assert np.isfinite(found["weights_4"][-1]).all()


def test_the_path_of_a_run_that_diverges_goes_on_over_the_edge_of_the_picture():
    settings = GradientDescentSettings(data=NOTEBOOK)
    found, (_, highest) = frames(settings, 200), experiment.ranges(settings)[0]
    drawn = found["path_x_4"][np.isfinite(found["path_x_4"])]
    assert drawn.max() > highest


def test_all_runs_start_at_the_same_weights():
    found = frames(GradientDescentSettings(start_w0=-3.0, start_w1=7.5), 1)
    for place in range(len(FIXED_RATES) + 1):
        assert found[f"weights_{place}"][0].tolist() == [-3.0, 7.5]


def test_step_15_of_the_five_rates_shows_the_published_weights():
    weights = frames(GradientDescentSettings(data=NOTEBOOK), 15)
    printed = [
        [0.18155223, 0.12379996],
        [1.60013258, 1.08670659],
        [4.81547513, 3.22246947],
        [5.81500752, 3.85150789],
        [19.8158439, 18.42703331],
    ]
    for place, expected in enumerate(printed):
        assert np.round(weights[f"weights_{place}"][15], 8).tolist() == expected


def test_the_table_of_the_notebooks_run_shows_the_published_estimates():
    settings = GradientDescentSettings(data=NOTEBOOK, start=NOTEBOOK_START, learning_rate=0.01)
    table = LESSON.text(settings)
    for number in ("0.78324608", "1.28348889", "5.18681121", "3.58312847", "6.01108844", "6.01132196", "3.96247175"):
        assert number in table


def test_the_table_says_where_a_run_has_diverged():
    assert LESSON.text(GradientDescentSettings(learning_rate=10.0)).count("diverged |") == 2 * len(
        experiment.TABLE_STEPS
    )


def test_the_notice_names_the_rates_on_the_screen_that_diverge():
    assert "η = 1 lies above" in LESSON.notice(GradientDescentSettings())
    assert "η = 1 and 10 lie above" in LESSON.notice(GradientDescentSettings(learning_rate=10.0))
    assert LESSON.notice(GradientDescentSettings(show_1=False)) == ""


def at_the_minimum(**fields):
    return GradientDescentSettings(noise=0.0, start_w0=6.0, start_w1=4.0, learning_rate=10.0, **fields)


def test_a_start_at_the_minimum_itself_is_told_to_stay_there_and_does():
    settings = at_the_minimum()
    assert "they stay there at every rate" in LESSON.notice(settings)
    found = frames(settings, 3000)
    assert all(np.all(found[f"weights_{place}"] == [6.0, 4.0]) for place in range(6))


def test_a_start_that_only_rounding_keeps_from_the_minimum_is_told_to_diverge_and_does():
    settings = at_the_minimum(x_spread=3.0)
    assert "the rounding errors of such a run grow until it diverges" in LESSON.notice(settings)
    found = frames(settings, 3000)
    assert found["excess_5"][1] < 1e-20
    assert np.nanmax(found["excess_5"]) > 1e10
