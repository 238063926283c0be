import numpy as np
import pytest
from scipy import stats
from sklearn.linear_model import LinearRegression

from nnviz.core.analysis.sampling_distribution import (
    NOISE_SHAPES,
    Population,
    expected_standard_errors,
    line_estimates,
    standard_errors,
)

SIZES = (10, 20, 50, 100, 200, 500, 1000)
N_REDRAWS = 2000
# The chance that a true statistic lies outside is below 1e-5 per comparison; the seeds are fixed.
FAR = 4.5


def redrawn(population, seed=0, x=None):
    rng = np.random.default_rng(seed)
    return line_estimates(*population.draw(rng, N_REDRAWS, SIZES[-1], x), SIZES)


def assert_spread(values, expected):
    """The deviation of values (R,) is the expected one, within FAR standard errors of a variance."""
    excess = stats.kurtosis(values)
    variance_error = np.sqrt((2.0 + max(excess, 0.0)) / len(values))
    assert abs(values.var(ddof=1) / expected**2 - 1.0) < FAR * variance_error


@pytest.mark.parametrize("fixed", [True, False])
def test_estimates_are_those_of_scikit_learn(fixed):
    rng = np.random.default_rng(1)
    x = rng.normal(3.0, 1.0, size=40) if fixed else None
    x, y = Population(6.0, 4.0, 1.0).draw(rng, 5, 40, x)
    estimates = line_estimates(x, y, (10, 40))
    for place, size in enumerate((10, 40)):
        for redraw in range(5):
            fit = LinearRegression().fit(x[redraw % len(x), :size, None], y[redraw, :size])
            np.testing.assert_allclose(estimates[place, redraw], [fit.intercept_, *fit.coef_], rtol=1e-11)


@pytest.mark.parametrize("shape", NOISE_SHAPES)
def test_with_the_same_x_the_spread_is_the_standard_error_at_every_size(shape):
    x = np.random.default_rng(5).standard_normal(SIZES[-1])
    estimates = redrawn(Population(6.0, 4.0, 1.5, shape), seed=2, x=x)
    for size, at_size in zip(SIZES, estimates, strict=True):
        for values, expected in zip(at_size.T, standard_errors(x[:size], 1.5), strict=True):
            assert_spread(values, expected)


@pytest.mark.parametrize("shape", NOISE_SHAPES)
def test_with_new_x_the_spread_is_the_expected_standard_error_at_every_size(shape):
    estimates = redrawn(Population(6.0, 4.0, 1.5, shape), seed=3)
    for size, at_size in zip(SIZES, estimates, strict=True):
        for values, expected in zip(at_size.T, expected_standard_errors(size, 1.5), strict=True):
            assert_spread(values, expected)


def test_the_estimates_are_centred_on_the_truth():
    for at_size in redrawn(Population(6.0, 4.0, 1.0), seed=4):
        standard_error_of_mean = at_size.std(axis=0, ddof=1) / np.sqrt(N_REDRAWS)
        assert (np.abs(at_size.mean(axis=0) - [6.0, 4.0]) < FAR * standard_error_of_mean).all()


def test_four_times_the_examples_halve_the_standard_error():
    x = np.random.default_rng(6).standard_normal(100)
    np.testing.assert_allclose(standard_errors(np.tile(x, 4), 1.0), standard_errors(x, 1.0) / 2.0)


def test_with_skewed_noise_the_slope_tends_to_a_normal_distribution():
    estimates = redrawn(Population(0.0, 1.0, 1.0, "skewed"), seed=7)[:, :, 0]
    bias = [stats.skew(at_size) for at_size in estimates]
    assert bias[0] > 0.3  # a mean of n exponential draws has the skewness 2/√n
    assert abs(bias[-1]) < bias[0] / 3.0


@pytest.mark.parametrize("shape", NOISE_SHAPES)
def test_noise_of_every_shape_has_mean_0_and_deviation_1(shape):
    drawn = NOISE_SHAPES[shape](np.random.default_rng(8), (400_000,))
    assert abs(drawn.mean()) < FAR / np.sqrt(len(drawn))
    assert abs(drawn.var() - 1.0) < FAR * np.sqrt(8.0 / len(drawn))


def test_zero_noise_gives_the_truth_in_every_sample():
    estimates = redrawn(Population(6.0, 4.0, 0.0))
    np.testing.assert_allclose(estimates, np.broadcast_to([6.0, 4.0], estimates.shape), rtol=1e-12)


def test_three_examples_with_new_x_have_no_finite_spread():
    with pytest.raises(ValueError, match="from 4 examples"):
        expected_standard_errors(3, 1.0)
