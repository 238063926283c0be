import numpy as np
import pytest
from scipy import stats
from sklearn.linear_model import LinearRegression

from nnviz.core.solvers.closed_form import least_squares
from nnviz.lessons.least_squares import LESSON
from nnviz.lessons.least_squares.samples import N_REDRAWS, effective, estimates, histogram, sample, theory
from nnviz.lessons.least_squares.settings import CLOSE, NEW_X, NOISELESS, NOTEBOOK, SAME_X, SIZES, LeastSquaresSettings
from nnviz.runs.protocol import StepBudget

PRINTED = "[6.01132196 3.96247175]"
FAR = 4.5  # standard errors: one comparison in 100,000 would miss by chance, and the seeds are fixed


def test_the_notebooks_data_give_the_published_digits():
    drawn = sample(effective(LeastSquaresSettings(data=NOTEBOOK)))
    assert str(least_squares(drawn.X, drawn.y)) == PRINTED
    first, second = PRINTED.strip("[]").split()
    summary = LESSON.summary(LeastSquaresSettings(data=NOTEBOOK))
    assert f"**{first}**" in summary
    assert f"**{second}**" in summary


def test_the_notebooks_data_without_noise_have_its_x_and_give_6_and_4():
    with_noise, without = (sample(effective(LeastSquaresSettings(data=data))) for data in (NOTEBOOK, NOISELESS))
    np.testing.assert_array_equal(without.X, with_noise.X)
    np.testing.assert_array_equal(without.y, 6.0 + 4.0 * without.X[:, 0])
    np.testing.assert_allclose(least_squares(without.X, without.y), [6.0, 4.0], rtol=1e-14)


def test_without_noise_the_estimates_are_the_true_weights():
    drawn = sample(LeastSquaresSettings(noise=0.0))
    assert str(least_squares(drawn.X, drawn.y)) == "[6. 4.]"


@pytest.mark.parametrize("n_samples", SIZES)
def test_the_line_is_that_of_scikit_learn(n_samples):
    drawn = sample(LeastSquaresSettings(n_samples=n_samples, seed=3))
    fit = LinearRegression().fit(drawn.X, drawn.y)
    np.testing.assert_allclose(least_squares(drawn.X, drawn.y), [fit.intercept_, *fit.coef_], rtol=1e-12)


@pytest.mark.parametrize("redrawn", [SAME_X, NEW_X])
@pytest.mark.parametrize("noise_shape", ["Normal", "uniform", "skewed"])
@pytest.mark.parametrize("n_samples", SIZES)
def test_the_spread_is_the_standard_error_within_sampling_error(n_samples, noise_shape, redrawn):
    settings = LeastSquaresSettings(n_samples=n_samples, noise_shape=noise_shape, redrawn=redrawn)
    for values, expected in zip(estimates(settings).T, theory(settings, n_samples), strict=True):
        variance_error = np.sqrt((2.0 + max(stats.kurtosis(values), 0.0)) / N_REDRAWS)
        assert abs(values.var(ddof=1) / expected**2 - 1.0) < FAR * variance_error


def test_at_least_a_thousand_redraws_are_made():
    assert N_REDRAWS >= 1000
    assert estimates(LeastSquaresSettings()).shape == (N_REDRAWS, 2)


@pytest.mark.parametrize("axis", LeastSquaresSettings.controls()["axis"].texts)
def test_the_histogram_has_the_area_1_but_for_what_lies_outside(axis):
    for weight in (0, 1):
        heap = histogram(LeastSquaresSettings(axis=axis), weight)
        assert 0.999 < (heap.density * np.diff(heap.edges)).sum() <= 1.0 + 1e-12


def test_the_last_frame_holds_all_redraws():
    settings = LeastSquaresSettings(axis=CLOSE)
    start = LESSON.run.start(settings)
    frames = LESSON.run.resume(settings, start.checkpoint, StepBudget(LESSON.run.n_steps)).frames
    assert frames["step"][-1] == N_REDRAWS
    np.testing.assert_allclose(frames["bias_density"].values[-1], histogram(settings, 0).density, rtol=1e-6)
    np.testing.assert_allclose(frames["slope_mean"][-1], estimates(settings)[:, 1].mean(), rtol=1e-12)
    np.testing.assert_allclose(frames["slope_deviation"][-1], estimates(settings)[:, 1].std(ddof=1), rtol=1e-12)


def test_a_frame_shows_the_line_of_its_own_redraw():
    settings = LeastSquaresSettings()
    start = LESSON.run.start(settings)
    frames = LESSON.run.resume(settings, start.checkpoint, StepBudget(30, 3)).frames
    left, right, gap = frames["fan"][-1][-3:]
    slope = (right - left) / np.ptp(LESSON.figures[0].draw(settings).data[-1].x)
    assert slope == pytest.approx(frames["slope_estimate"][-1], rel=1e-6)
    assert np.isnan(gap)


def test_a_larger_sample_begins_with_the_smaller_one():
    small, large = (sample(LeastSquaresSettings(n_samples=n)) for n in (20, 500))
    np.testing.assert_array_equal(large.y[:20], small.y)


def test_with_new_x_the_slope_is_called_a_scaled_t_and_with_the_same_x_normal():
    new, same = (" ".join(LESSON.text(LeastSquaresSettings(redrawn=redrawn)).split()) for redrawn in (NEW_X, SAME_X))
    assert "a scaled $t$ with $N - 1$ degrees of freedom" in new
    assert "exactly Normal" not in new
    assert "Normal noise gives exactly Normal estimates." in same
    slopes = np.concatenate(
        [estimates(LeastSquaresSettings(n_samples=10, redrawn=NEW_X, seed=k))[:, 1] for k in range(4)]
    )
    assert stats.kstest((slopes - 4.0) * np.sqrt(9.0), stats.t(9).cdf).pvalue > 0.01
    assert stats.kstest((slopes - 4.0) / slopes.std(), stats.norm.cdf).pvalue < 0.01


def test_the_heaps_of_the_preset_narrow_as_much_as_it_says():
    (preset,) = [preset for preset in LESSON.presets if preset.name == "Ten points"]
    few, many = (estimates(preset.settings.model_copy(update={"n_samples": n})).std(axis=0) for n in (10, 1000))
    assert "{:.0f} and {:.0f} times narrower".format(*(few / many)) in preset.watch


@pytest.mark.parametrize("n_samples", SIZES)
def test_the_digits_lost_in_the_prose_are_those_of_the_figure(n_samples):
    settings = LeastSquaresSettings(n_samples=n_samples)
    text = " ".join(LESSON.text(settings).split())
    inverse, qr = LESSON.figures[-1].draw(settings).data
    assert f"is {inverse.y[-1]:.2g} by the inverse" in text
    at_that = np.argmax(np.asarray(qr.x) == inverse.x[-1])
    assert f"{qr.y[at_that]:.2g} by QR".replace("-", "−") in text


@pytest.mark.parametrize("words", ["maximum likelihood", "law of large numbers", "central limit theorem", r"E}(\hat w"])
def test_the_theory_is_on_the_page_by_its_names(words):
    assert words in LESSON.text(LeastSquaresSettings())
