"""Least squares on rows of one's own: the table is that of the rows, and the redraws take the fit for the truth."""

import json

import numpy as np
import pytest
from scipy import stats

from nnviz.core.solvers.closed_form import least_squares
from nnviz.lessons.least_squares import LESSON, samples
from nnviz.lessons.least_squares.own_rows import own_fit
from nnviz.lessons.least_squares.settings import LeastSquaresSettings
from nnviz.user_data.control import OWN_DATA
from nnviz.user_data.table import OwnTable
from nnviz.web.drawing import draw_page
from tests.lessons.test_all_lessons import not_a_number_in_json
from tests.user_data.tables import own_text

SPEED = (4.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0)
DISTANCE = (2.0, 13.0, 16.0, 10.0, 18.0, 17.0, 24.0, 34.0, 26.0, 54.0, 32.0, 40.0)
FAR = 4.5  # standard errors, with fixed seeds


def settings_of(x, y, **others):
    text = OwnTable("regression", ("speed", "distance"), tuple(zip(x, y, strict=True))).text
    return LeastSquaresSettings(data=OWN_DATA, own_data=text, **others)


SETTINGS = settings_of(SPEED, DISTANCE)


def test_estimates_errors_and_intervals_are_those_of_scipy():
    fit, table = stats.linregress(SPEED, DISTANCE), own_fit(SETTINGS).table
    np.testing.assert_allclose(table.estimates, [fit.intercept, fit.slope], rtol=1e-12)
    np.testing.assert_allclose(table.standard_errors, [fit.intercept_stderr, fit.stderr], rtol=1e-12)
    reach = stats.t(len(SPEED) - 2).ppf(0.975) * fit.stderr
    summary = LESSON.summary(SETTINGS)
    for number in (f"**{fit.slope:.8g}**", f"{fit.stderr:.5g}", f"{fit.slope - reach:.5g} to {fit.slope + reach:.5g}"):
        assert number in summary
    assert f"R^2 = {fit.rvalue**2:.4f}" in summary


def test_the_redraws_scatter_around_the_fitted_line_by_its_standard_errors():
    table, found = own_fit(SETTINGS).table, samples.estimates(samples.effective(SETTINGS))
    errors = table.standard_errors
    assert (np.abs(found.mean(axis=0) - table.estimates) < FAR * errors / np.sqrt(len(found))).all()
    assert (np.abs(found.std(axis=0) / errors - 1.0) < FAR / np.sqrt(2 * len(found))).all()


@pytest.mark.parametrize("size", [10, 12])
def test_the_spread_at_every_number_of_rows_is_the_standard_error_there(size):
    acting = samples.effective(SETTINGS)
    drawn = samples.samples(acting)
    assert drawn.sizes == (10, 12)
    measured = drawn.estimates[drawn.sizes.index(size)].std(axis=0)
    assert (np.abs(measured / samples.theory(acting, size) - 1.0) < FAR / np.sqrt(2 * samples.N_REDRAWS)).all()


def test_the_figures_show_the_rows_by_their_names_and_no_line_that_nobody_knows():
    figure = LESSON.figures[0].draw(SETTINGS)
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == ("speed", "distance")
    names = [trace.name for trace in figure.data]
    assert "least squares" in names
    assert "truth" not in names
    (points,) = [trace for trace in figure.data if trace.name == "data"]
    assert sorted(zip(points.x, points.y, strict=True)) == sorted(zip(SPEED, DISTANCE, strict=True))


def test_the_page_says_what_the_redraws_take_for_the_truth():
    assert "take the line that fits your rows for the truth" in LESSON.notice(SETTINGS)
    assert "speed" in LESSON.text(SETTINGS)
    assert "a line that you choose" not in LESSON.text(SETTINGS)
    assert {"true_bias", "true_slope", "noise", "n_samples", "redrawn", "axis"} == set(
        LESSON.disabled_reasons(SETTINGS)
    )


def test_points_on_a_line_leave_no_spread_and_the_page_says_so():
    exact = settings_of(SPEED, tuple(0.1 + 0.3 * x for x in SPEED))
    assert samples.effective(exact).noise == 0.0
    assert "lie on a line" in LESSON.notice(exact)
    assert "noise_shape" in LESSON.disabled_reasons(exact)


TIED = ((0.0,) * 30 + (1.0,), tuple(range(31)))
FAR_AWAY = (tuple(9_999_900.0 + x for x in range(12)), tuple(1e6 + 1000.0 * y for y in DISTANCE))
TINY = (tuple(1e-9 * x for x in SPEED), tuple(1e-9 * y for y in DISTANCE))
FALLING = ((1.0, 2.0, 3.0, 4.0), (1.0, -1.0, -1.0, 1.0))


@pytest.mark.parametrize("rows", [TIED, FAR_AWAY, TINY, FALLING], ids=["tied", "far away", "tiny", "no slope"])
@pytest.mark.parametrize("seed", [0, 1])
def test_rows_at_the_limits_are_fitted_and_every_picture_is_strict_json(rows, seed):
    settings = settings_of(*(tuple(map(float, column)) for column in rows), seed=seed)
    fit = own_fit(settings)
    np.testing.assert_allclose(fit.table.estimates, least_squares(fit.rows.X, fit.rows.y), rtol=1e-6, atol=1e-12)
    page = draw_page(LESSON, settings)
    json.loads(json.dumps(page.figures, allow_nan=False), parse_constant=not_a_number_in_json)


def test_of_very_many_rows_a_thousand_are_fitted():
    settings = LeastSquaresSettings(data=OWN_DATA, own_data=own_text("regression", 1, 3000))
    assert len(own_fit(settings).rows.y) == 1000
    assert "1,000 of your 3,000 rows" in LESSON.notice(settings)


def test_rows_on_a_line_have_no_uncertainty_and_no_rounding_is_shown_for_one():
    exact = settings_of(SPEED, tuple(0.1 + 0.3 * x for x in SPEED))
    summary = LESSON.summary(exact)
    assert "| bias | **0.1** | 0 | 0.1 to 0.1 | 0 |" in summary
    assert "e−" not in summary
