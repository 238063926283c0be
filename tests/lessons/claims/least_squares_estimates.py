"""What the page on least squares says of estimates: their mean, their spread and the shape of their histograms."""

from functools import cache

import numpy as np
import pytest
from scipy import stats

from nnviz.core.analysis.sampling_distribution import NOISE_SHAPES
from nnviz.core.solvers.closed_form import design_matrix, least_squares
from nnviz.lessons.least_squares.samples import estimates, histogram, sample, theory
from nnviz.lessons.least_squares.settings import NEW_X, SAME_X, SIZES, LeastSquaresSettings
from tests.lessons.claims.once import once
from tests.lessons.played import Played

FAR = 4.5  # standard errors, with fixed seeds
TRUTH = np.array([6.0, 4.0])


@cache
def shape(n_samples, noise_shape, redrawn=SAME_X):
    """The estimates (2, redraws of eight seeds), each in standard errors from the truth."""
    found = []
    for seed in range(8):
        at = LeastSquaresSettings(n_samples=n_samples, noise_shape=noise_shape, redrawn=redrawn, seed=seed)
        found.append((estimates(at) - TRUTH) / theory(at, n_samples))
    return np.concatenate(found).T


@once
def unbiased():
    for noise_shape in ("Normal", "uniform", "skewed"):
        for redrawn in (SAME_X, NEW_X):
            off = shape(10, noise_shape, redrawn)
            assert np.abs(off.mean(axis=1)).max() < FAR / np.sqrt(off.shape[1])


def error_is_a_sum_of_noise(settings):
    _is_a_sum_of_noise(deciding(settings))


@cache
def _is_a_sum_of_noise(at):
    drawn = sample(at)
    A = design_matrix(drawn.X)
    noise = drawn.y - A @ [at.true_bias, at.true_slope]
    off = least_squares(drawn.X, drawn.y) - [at.true_bias, at.true_slope]
    assert off == pytest.approx(np.linalg.inv(A.T @ A) @ A.T @ noise, abs=1e-9)


@once
def law_of_large_numbers():
    off = np.abs(np.cumsum(shape(10, "skewed"), axis=1) / np.arange(1, 16001))
    assert np.all(off[:, -1] < FAR / np.sqrt(16000))
    assert off[:, :20].max() > 10.0 * off[:, -1].max()


@once
def half_the_error():
    for redrawn in (SAME_X, NEW_X):
        ratios = []
        for seed in range(10):
            at = LeastSquaresSettings(redrawn=redrawn, seed=seed)
            ratios += [theory(at, n) / theory(at, 4 * n) for n in (50, 250)]
        assert np.mean(ratios) == pytest.approx(2.0, abs=0.1)


@once
def histograms_narrow():
    half_the_error(None)
    for weight in range(2):
        spread = shape(50, "Normal").std(axis=1)[weight], shape(200, "Normal").std(axis=1)[weight]
        assert spread == pytest.approx((1.0, 1.0), abs=0.03)  # in standard errors


@once
def exactly_normal():
    for values in shape(10, "Normal"):
        assert stats.kstest(values, stats.norm.cdf).pvalue > 1e-3


@once
def scaled_t():
    slopes = shape(10, "Normal", NEW_X)[1] / np.sqrt(7.0)  # in units of σ: the standard error is σ/√(N − 3)
    assert stats.kstest(slopes * np.sqrt(9.0), stats.t(9).cdf).pvalue > 1e-3
    assert stats.kstest(slopes / slopes.std(), stats.norm.cdf).pvalue < 1e-3
    assert stats.kurtosis(shape(10, "Normal", NEW_X)[1]) > 0.5
    assert abs(stats.kurtosis(shape(1000, "Normal", NEW_X)[1])) < 0.2


@once
def central_limit():
    for redrawn in (SAME_X, NEW_X):
        few, many = (stats.skew(shape(n, "skewed", redrawn)[0]) for n in (10, 1000))
        assert few > 0.4
        assert abs(many) < 0.12
    flat = stats.kurtosis(shape(1000, "uniform")[1])
    assert abs(flat) < 0.2


def most_likely(drawn):
    """Of a sample (a Dataset)."""
    best = least_squares(drawn.X, drawn.y)
    for sigma in (0.5, 2.0):

        def likelihood(weights, sigma=sigma):
            return stats.norm.logpdf(drawn.y, design_matrix(drawn.X) @ weights, sigma).sum()

        left = np.sum((drawn.y - design_matrix(drawn.X) @ best) ** 2)
        n = len(drawn.y)
        assert likelihood(best) == pytest.approx(-n / 2 * np.log(2 * np.pi * sigma**2) - left / (2 * sigma**2))
        moves = np.random.default_rng(2).normal(0.0, 0.2, (10, 2))
        assert max(likelihood(best + move) for move in moves) < likelihood(best)


@once
def another_line_is_likelier():
    """Exponential noise above −1: the highest line that no point lies below is likelier than the one in the middle."""
    drawn = sample(LeastSquaresSettings(noise_shape="skewed"))
    best = least_squares(drawn.X, drawn.y)

    def likelihood(weights):
        return stats.expon(-1.0).logpdf(drawn.y - design_matrix(drawn.X) @ weights).sum()

    lowest = np.min(drawn.y - design_matrix(drawn.X) @ best)
    assert likelihood(best + np.array([lowest + 1.0 - 1e-9, 0.0])) > likelihood(best)


@cache
def _noise(noise_shape):
    return NOISE_SHAPES[noise_shape](np.random.default_rng(5), (40_000,))


@once
def mean_0_deviation_1():
    for noise_shape in NOISE_SHAPES:
        noise = _noise(noise_shape)
        assert (noise.mean(), noise.std()) == pytest.approx((0.0, 1.0), abs=0.03)
    assert (_noise("skewed") + 1.0).min() > 0.0
    assert np.median(_noise("skewed") + 1.0) == pytest.approx(np.log(2.0), abs=0.02)


@once
def formula_of_the_standard_error():
    for redrawn in (SAME_X, NEW_X):
        spread = shape(10, "uniform", redrawn).std(axis=1)
        assert spread == pytest.approx([1.0, 1.0], abs=0.05)


def deciding(settings):
    """The settings with those fields alone that shape a histogram, so that many settings share one check."""
    return LeastSquaresSettings(noise_shape=settings.noise_shape, redrawn=settings.redrawn)


@cache
def _moves_along(field, settings):
    weight = ("true_bias", "true_slope").index(field)
    low, high = (settings.model_copy(update={field: value}) for value in (-4.0, 5.0))
    moved = estimates(high) - estimates(low)
    assert moved[:, weight] == pytest.approx(9.0)
    assert moved[:, 1 - weight] == pytest.approx(0.0, abs=1e-9)
    best = [least_squares(sample(one).X, sample(one).y)[weight] for one in (low, high)]
    assert np.diff(best) == pytest.approx(9.0)


def moves_along(field):
    """With the true weight the histogram of its estimates moves, and its width stays."""
    return lambda settings: _moves_along(field, deciding(settings))


@cache
def _errors_grow(settings):
    least, more = (settings.model_copy(update={"noise": noise}) for noise in (1.0, 2.5))
    assert estimates(more) - TRUTH == pytest.approx(2.5 * (estimates(least) - TRUTH), abs=1e-9)


def errors_grow(settings):
    _errors_grow(deciding(settings))


@cache
def _near(at):
    played = Played("least-squares", at, 2000)
    for weight, name in enumerate(("bias", "slope")):
        expected = theory(at, int(at.n_samples))[weight]
        assert abs(played[f"{name}_mean"][-1] - TRUTH[weight]) < FAR * expected / np.sqrt(2000)
        assert played[f"{name}_deviation"][-1] == pytest.approx(expected, rel=0.12)


def near_the_line_and_its_standard_error(settings):
    for n_samples in (10, 1000):
        _near(deciding(settings).model_copy(update={"n_samples": n_samples}))


@once
def narrow_or_of_one_shape():
    for axis, same in (("same for every N", False), ("four standard errors", True)):
        at = [LeastSquaresSettings(axis=axis, n_samples=n) for n in (SIZES[0], SIZES[-1])]
        widths = [np.ptp(histogram(one, 1).edges) / theory(one, int(one.n_samples))[1] for one in at]
        assert (widths[0] == pytest.approx(widths[1])) == same
