"""What the page on the bias claims, computed from its fits and from many samples like it."""

from functools import cache

import numpy as np
import pytest

from nnviz.lessons.bias import LESSON, fits
from nnviz.lessons.bias.page_values import values
from nnviz.lessons.bias.settings import MODELS, NOTEBOOK, THROUGH_ORIGIN, WITH_BIAS, BiasSettings
from tests.lessons.claims import Claims, bias_presets
from tests.lessons.claims.bias_presets import SLOPE, ridge_fit


@cache
def _coverage(model):
    inside = []
    for seed in range(300):
        table = fits.table(BiasSettings(seed=seed, true_bias=0, model=model), model)
        truth = np.array([0.0, SLOPE])[-len(table.lower) :]
        inside.append((table.lower < truth) & (truth < table.upper))
    return np.mean(inside, axis=0)


def holds_in_95_of_100(settings):
    assert np.abs(_coverage(settings.model) - 0.95).max() < 4.0 * np.sqrt(0.95 * 0.05 / 300)


@cache
def _diagnostics_of_noise():
    x, y = np.random.default_rng(8).standard_normal((2, 200_000))
    return fits.diagnose(x[:, None], y)


def like_independent_normal_noise(_settings):
    found = _diagnostics_of_noise()
    assert (found.skewness, found.kurtosis) == pytest.approx((0.0, 3.0), abs=0.05)
    assert found.durbin_watson == pytest.approx(2.0, abs=0.02)


def two_measures(settings):
    """R² through the origin compares with 0, with a bias with the mean."""
    if fits.is_exact(settings, WITH_BIAS):
        return
    y, X = fits.sample(settings).y, fits.sample(settings).X[:, 0]
    for model, total in ((WITH_BIAS, ((y - y.mean()) ** 2).sum()), (THROUGH_ORIGIN, (y**2).sum())):
        bias, slope = fits.line(settings, model)
        left = ((y - bias - slope * X) ** 2).sum()
        assert fits.table(settings, model).r_squared == pytest.approx(1.0 - left / total)


def free_of_the_zero_of_y(settings):
    y = fits.sample(settings).y
    free, penalised = (ridge_fit(settings, bias, y + 100.0) - ridge_fit(settings, bias) for bias in (False, True))
    assert free == pytest.approx([100.0, 0.0], abs=1e-7)
    assert penalised[0] < 100.0 - 1e-3


def smaller_bias_larger_slope(settings):
    x, y = fits.sample(settings).X[:, 0], fits.sample(settings).y
    for bias in (True, False):
        b, slope = ridge_fit(settings, bias)
        assert slope == pytest.approx((np.mean(x * y) - b * x.mean()) / (np.mean(x**2) + settings.penalty_strength))


def dearer_the_farther(settings):
    x = fits.sample(settings).X[:, 0]
    A = np.column_stack([np.ones(len(x)), x])
    alone, beside = np.sqrt(1.0 / (x @ x)), np.sqrt(np.linalg.inv(A.T @ A)[1, 1])
    assert values(settings)["dearer"] == pytest.approx(beside / alone)
    centred = x - x.mean()
    farther = [np.mean((centred + c) ** 2) / np.var(x) for c in (0.0, 0.5, 1.0, 3.0)]
    assert farther[0] == pytest.approx(1.0)
    assert np.all(np.diff(farther) > 0.0)


def both_are_drawn(settings):
    names = {trace.name for trace in LESSON.figures[0].draw(settings).data}
    assert set(MODELS) <= names


def pulled_to_0(settings):
    flattest = fits.penalised(settings, 1e9, bias=True)
    assert np.abs(flattest).max() < 1e-4
    y = fits.sample(settings).y
    assert fits.penalised(settings, 1e9, bias=False) == pytest.approx([y.mean(), 0.0], abs=1e-4)
    sizes = [np.sum(fits.penalised(settings, fits.STRENGTHS, bias)[:, 1 - bias :] ** 2, axis=1) for bias in (0, 1)]
    assert np.all(np.diff(sizes) < 0.0)


def off_by_the_tilt(settings):
    settings = settings.model_copy(update={"data": LESSON.settings().data, "noise": 0.0})
    for true_bias in (0.0, 3.0, 10.0):
        at = settings.model_copy(update={"true_bias": true_bias})
        x = fits.sample(at).X[:, 0]
        off = fits.line(at, THROUGH_ORIGIN)[1] - SLOPE
        assert off == pytest.approx(true_bias * x.mean() / np.mean(x**2), abs=1e-9)


def less_certain_bias(_settings):
    found = _mean_over_seeds("centre", (0, 1, 2, 3, 4, 5))
    assert found == sorted(found)


@cache
def _mean_over_seeds(name, grid):
    """The mean standard error of the bias over seeds and sizes, at each value of a field."""
    made = [
        [
            fits.table(BiasSettings(**{"seed": seed, "n_samples": n, name: value}), WITH_BIAS).standard_errors[0]
            for seed in range(15)
            for n in ((10, 50) if name != "n_samples" else (value,))
        ]
        for value in grid
    ]
    return np.mean(made, axis=1).tolist()


def less_chance(_settings):
    found = _mean_over_seeds("n_samples", (10, 50, 200, 1000))
    assert found == sorted(found, reverse=True)
    assert _mean_error_of_slope(1000) < _mean_error_of_slope(10) / 3.0


@cache
def _mean_error_of_slope(n_samples):
    lines = [fits.line(BiasSettings(seed=seed, n_samples=n_samples), WITH_BIAS) for seed in range(30)]
    return np.mean(np.abs(np.array(lines)[:, 1] - SLOPE))


def grows_with_the_noise(settings):
    if settings.data == NOTEBOOK:
        settings = BiasSettings()
    least, more = (settings.model_copy(update={"noise": noise}) for noise in (1.0, 2.5))
    off = [fits.line(at, WITH_BIAS) - [at.true_bias, SLOPE] for at in (least, more)]
    assert off[1] == pytest.approx(2.5 * off[0])
    assert fits.error_on_new_data(more, np.array([more.true_bias, SLOPE])) == 2.5**2


CLAIMS = Claims(
    watch=bias_presets.WATCH,
    right={"Through the origin, wrongly": bias_presets.slope_through_the_origin},
    because={"Through the origin, wrongly": bias_presets.tilting_is_the_only_way},
    sentences={
        "holds the true weight in 95 % of all samples, if the model is right": holds_in_95_of_100,
        "skew 0, kurtosis 3 and Durbin-Watson 2 would": like_independent_normal_noise,
        "Without a bias it compares with the prediction 0": two_measures,
        "a free bias keeps what the units leave open": free_of_the_zero_of_y,
        "It need not cost: for a given": smaller_bias_larger_slope,
        "is from 0, the more it costs": dearer_the_farther,
        "Both fits are always drawn": both_are_drawn,
        "Then the height of the fit is pulled to 0 as well": pulled_to_0,
        "the weights are pulled harder towards 0": pulled_to_0,
        "on average its slope is off by b·mean(x)/mean(x²)": off_by_the_tilt,
        "it gets less certain": less_certain_bias,
        "what is learnt depends less on chance": less_chance,
        "the least possible loss and the errors of the weights grow": grows_with_the_noise,
    },
    computed={
        "of the mean square that is missing": values,
        "So the penalty on the bias costs": values,
        "So here the penalty on the bias even saves": values,
        "The bias that nobody needs has a price all the same": values,
        "meets every example: its weight": fits.table,
    },
    definitions={
        "is the weight of a feature that is always 1": "names the bias",
        "is how often": "defines p and R²",
        "smaller is better, and these can be compared": "defines AIC and BIC",
        "What does it cost here?": "a question, which the table below it answers",
        "the figure shows for every": "points to a figure",
        "so both fits are right": "y = 4x is a line of both kinds",
        "The height at x = 0": "defines the true bias",
        "The mean of x, whose deviation is 1": "defines the mean of x",
        "Standard deviation of the random part": "defines the noise",
        "the draws are others, of the same kind": "says what a seed is",
        "with their 95 % intervals; grey: the truth": "explains a figure",
        "the expected error on new data; both axes logarithmic": "explains a figure",
        "What a penalty costs": "the title of a figure",
    },
)
