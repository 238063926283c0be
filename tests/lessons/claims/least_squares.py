"""What the page on least squares claims, computed from its samples, its redraws and in floating point."""

from functools import cache

import numpy as np
import pytest
from scipy import stats

from nnviz.core.analysis.conditioning import condition_number
from nnviz.core.solvers.closed_form import design_matrix, least_squares
from nnviz.lessons.least_squares import LESSON, figures
from nnviz.lessons.least_squares.digits_lost import at_the_worst, digits_lost
from nnviz.lessons.least_squares.samples import N_REDRAWS, effective, estimates, sample
from nnviz.lessons.least_squares.settings import NOTEBOOK
from tests.lessons.claims import Claims
from tests.lessons.claims import least_squares_estimates as of_estimates
from tests.lessons.played import Played


@cache
def shown_sample(settings):
    """The sample on the screen, drawn once for all checks."""
    return sample(effective(settings))


@cache
def lost(settings):
    """The condition numbers and errors of its figure, likewise."""
    return digits_lost(settings)


def published(settings):
    drawn = shown_sample(settings)
    assert str(least_squares(drawn.X, drawn.y)) == "[6.01132196 3.96247175]"
    assert len(drawn.y) == 1000
    assert settings.data == NOTEBOOK


def through_every_point(settings):
    drawn = shown_sample(settings)
    best = least_squares(drawn.X, drawn.y)
    truth = [effective(settings).true_bias, effective(settings).true_slope]
    assert best == pytest.approx(truth)
    assert design_matrix(drawn.X) @ best == pytest.approx(drawn.y)
    assert np.ptp(estimates(effective(settings)), axis=0) == pytest.approx([0.0, 0.0], abs=1e-9)


def least_sum_of_squares(settings):
    drawn = shown_sample(settings)
    best = least_squares(drawn.X, drawn.y)

    def left(weights):
        return np.sum((drawn.y - design_matrix(drawn.X) @ weights) ** 2)

    for move in np.random.default_rng(1).normal(0.0, 0.3, (50, 2)):
        assert left(best + move) > left(best)


def _how_much_narrower(settings):
    few, many = (estimates(settings.model_copy(update={"n_samples": n})).std(axis=0, ddof=1) for n in (10, 1000))
    return few / many


def twelve_and_thirteen_times(settings):
    assert np.round(_how_much_narrower(settings)).tolist() == [12.0, 13.0]
    ten, thousand = (sample(settings.model_copy(update={"n_samples": n})).X for n in (10, 1000))
    assert ten.std() < 0.85 * thousand.std()


def narrower(settings):
    few, many = (
        Played("least-squares", settings.model_copy(update={"n_samples": n}), 2000)["slope_deviation"][-1]
        for n in (10, 1000)
    )
    return int(np.argmin(np.abs(np.log(few / many) - np.log([10.0, 100.0, 1.0]))))


def root_of_100(settings):
    found = [_how_much_narrower(settings.model_copy(update={"seed": seed})) for seed in range(12)]
    assert np.mean(found) == pytest.approx(np.sqrt(100), rel=0.15)
    of_estimates.half_the_error(settings)


def leans_until_there_are_many(settings):
    few, many = (
        stats.skew(estimates(settings.model_copy(update={"n_samples": n}))[:, 0]) for n in (settings.n_samples, 1000)
    )
    assert few > 0.5
    assert abs(many) < 4.5 * np.sqrt(6 / N_REDRAWS)


def errors_grow_by_the_condition(settings):
    A = design_matrix(shown_sample(settings).X)
    assert np.linalg.cond(A.T @ A) == pytest.approx(np.linalg.cond(A) ** 2)
    condition, errors = lost(settings)
    inverse, qr = errors["inverse of A'A"], errors["QR"]
    far = (condition > 1e4) & np.isfinite(inverse)
    assert np.median(inverse[far]) > 1e3 * np.median(qr[far])
    assert np.nanmax(qr / condition) < 1e-14
    assert np.nanmax(inverse[condition < 1e7] / condition[condition < 1e7] ** 2) < 1e-14


def as_qr(settings):
    drawn = shown_sample(settings)
    Q, R = np.linalg.qr(design_matrix(drawn.X))
    np.testing.assert_array_equal(least_squares(drawn.X, drawn.y), np.linalg.solve(R, Q.T @ drawn.y))


def more_and_more_like_the_constant(settings):
    drawn = shown_sample(settings)
    assert np.all(np.diff(lost(settings)[0][4:]) > 0.0)
    moved = least_squares(drawn.X + 1024.0, drawn.y)
    assert moved[1] == pytest.approx(least_squares(drawn.X, drawn.y)[1], rel=1e-8, abs=1e-8)


def units_do_not_count(settings):
    A = design_matrix(shown_sample(settings).X)
    assert condition_number(A * [1.0, 1000.0]) == pytest.approx(condition_number(A))


def residuals_are_vertical(settings):
    least_sum_of_squares(settings)
    shown = of_estimates.deciding(settings).model_copy(update={"residuals": True, "n_samples": 20})
    vertical = [trace for trace in figures.fit(shown).data if "residual" in str(trace.name)]
    assert vertical
    x = np.asarray(vertical[0].x, dtype=float).reshape(-1, 3)
    np.testing.assert_array_equal(x[:, 0], x[:, 1])


def two_thousand(_settings):
    assert N_REDRAWS == 2000 == LESSON.run.n_steps


CLAIMS = Claims(
    watch={
        "The notebook's data": published,
        "No noise": through_every_point,
        "Residuals": least_sum_of_squares,
        "Ten points": twelve_and_thirteen_times,
        "Skewed noise": leans_until_there_are_many,
    },
    right={"Ten points": narrower},
    because={"Ten points": root_of_100},
    sentences={
        "for which the mean squared residual is smallest": least_sum_of_squares,
        "so the line of least squares is the most likely one": lambda at: of_estimates.most_likely(shown_sample(at)),
        "a different line can be more likely": of_estimates.another_line_is_likelier,
        "the last term is 0 on average": of_estimates.unbiased,
        "put into": of_estimates.error_is_a_sum_of_noise,
        "**law of large numbers**": of_estimates.law_of_large_numbers,
        "four times the data, about half the error": of_estimates.half_the_error,
        "Normal noise gives exactly Normal estimates": of_estimates.exactly_normal,
        "the slope is a scaled": of_estimates.scaled_t,
        "With other noise the estimates tend to the Normal curve": of_estimates.central_limit,
        "**central limit theorem**": of_estimates.central_limit,
        "In floating point it loses digits": errors_grow_by_the_condition,
        "which never forms": as_qr,
        "which changes neither the pattern of the points nor the slope": more_and_more_like_the_constant,
        "so that units do not count": units_do_not_count,
        "All three have mean 0 and deviation σ": of_estimates.mean_0_deviation_1,
        "For both there is a formula of the standard error": of_estimates.formula_of_the_standard_error,
        "Draw the vertical distances from the points to the line": residuals_are_vertical,
        "The same for every N shows how the histograms narrow": of_estimates.narrow_or_of_one_shape,
        "about half the width": of_estimates.histograms_narrow,
        "the least possible loss and the errors of the weights grow": of_estimates.errors_grow,
        "the histogram of the bias move up with it; their spread stays": of_estimates.moves_along("true_bias"),
        "the histogram of the slope moves along; its width stays": of_estimates.moves_along("true_slope"),
        "over 2,000 redraws": two_thousand,
        "The mean of the fitted biases so far": of_estimates.near_the_line_and_its_standard_error,
        "Standard deviation of the fitted biases": of_estimates.near_the_line_and_its_standard_error,
        "The mean of the fitted slopes so far": of_estimates.near_the_line_and_its_standard_error,
        "Standard deviation of the fitted slopes": of_estimates.near_the_line_and_its_standard_error,
        "Without noise every sample gives the true line": through_every_point,
    },
    computed={"the largest in the figure at which both give a number": at_the_worst},
    definitions={
        "Try the skewed noise with": "an instruction",
        "How many examples every sample has": "defines N",
        "Standard deviation of the random part": "defines the noise",
        "The height at x = 0 of the line": "defines the true bias",
        "They stay in this browser": "says where the data are",
        "This browser has no data of your own": "says what is missing",
        "the draws are others, of the same kind": "says what a seed is",
        "its estimates over the same redraws": "explains a figure",
        "by two ways to compute the same line": "explains a figure",
    },
)
