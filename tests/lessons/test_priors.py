import numpy as np
import pytest
from scipy import stats

from nnviz.core.analysis.priors import PRIORS
from nnviz.lessons.priors import LESSON, experiment
from nnviz.lessons.priors.settings import NOTEBOOKS, PriorSettings

FIGURES = {slot.name: slot.draw for slot in LESSON.figures}
CORNERS = [
    PriorSettings(prior=prior, penalty_strength=strength, n_samples=n_samples, noise=noise, true_weight=weight)
    for prior in PRIORS
    for strength in (0.001, 0.5, 10.0)
    for n_samples in (2, 500)
    for noise in (0.1, 3.0)
    for weight in (-5.0, 0.0)
]


def traces(name, settings):
    return {trace.name: trace for trace in FIGURES[name](settings).data}


@pytest.mark.parametrize("settings", CORNERS, ids=str)
def test_the_drawn_posterior_has_area_one_and_its_mode_at_the_penalised_fit(settings):
    drawn = traces("bayes", settings)
    w, density = drawn["posterior"].x, drawn["posterior"].y
    assert np.trapezoid(density, w) == pytest.approx(1.0, rel=1e-12)
    mode = drawn["mode of the posterior (MAP)"].x[0]
    fit = next(trace for name, trace in drawn.items() if name.endswith("-penalised fit")).x[0]
    assert mode == fit
    assert np.count_nonzero(w == mode) == 1


@pytest.mark.parametrize("settings", CORNERS, ids=str)
def test_the_picture_reaches_as_far_as_the_posterior(settings):
    drawn = traces("bayes", settings)
    density = drawn["posterior"].y
    assert max(density[0], density[-1]) < 1e-3 * density.max()


def test_the_drawn_priors_are_those_of_scipy_at_the_scales_in_the_facts():
    settings = PriorSettings(penalty_strength=0.1, n_samples=10, noise=2.0)
    deviation, scale = 2.0 / np.sqrt(10 * 0.1), 2 * 4.0 / (10 * 0.1)
    assert f"Normal τ = {deviation:.5g}, Laplace b = {scale:.5g}" in LESSON.summary(settings)
    for name, reference in (("Normal, τ", stats.norm(scale=deviation)), ("Laplace, b", stats.laplace(scale=scale))):
        density, log_density = traces("densities", settings)[name], traces("log-densities", settings)[name]
        np.testing.assert_allclose(density.y, reference.pdf(density.x), rtol=1e-12)
        np.testing.assert_allclose(log_density.y, reference.logpdf(log_density.x), rtol=1e-12)


def test_the_modes_over_lambda_lie_on_the_line_of_the_penalised_fits():
    for prior in PRIORS:
        drawn = FIGURES["modes"](PriorSettings(prior=prior)).data
        line, found = drawn[0], next(trace for trace in drawn if trace.name == "mode on the grid")
        np.testing.assert_array_equal(found.x, line.x[::5])
        np.testing.assert_array_equal(found.y, line.y[::5])


def test_the_notebooks_line_has_the_slope_that_its_own_regression_prints_nearly():
    assert experiment.line(PriorSettings(data=NOTEBOOKS)).likeliest == pytest.approx(3.9625, abs=1e-3)


def test_the_summary_has_the_digits_of_the_fit_and_of_the_exact_mean():
    said = LESSON.summary(PriorSettings(penalty_strength=0.001))
    for words in (
        "weights | 1.179475 |",
        "L1-penalised fit, one of them | 1.179475 |",
        "likeliest weight | 1.180067 |",
    ):
        assert words in said


def test_both_priors_are_drawn_at_scale_1_when_that_is_asked_for():
    settings = PriorSettings(both_at_one=True, penalty_strength=10.0)
    for name, reference in (("Normal, τ", stats.norm), ("Laplace, b", stats.laplace)):
        density = traces("densities", settings)[name]
        np.testing.assert_allclose(density.y, reference.pdf(density.x), rtol=1e-12)
        assert density.x[-1] == 4.0
