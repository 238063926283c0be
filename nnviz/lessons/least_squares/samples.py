"""The sample on the screen, and thousands of others from the same population."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.random import RandomState

from nnviz.core.analysis.sampling_distribution import (
    NOISE_SHAPES,
    Population,
    expected_standard_errors,
    line_estimates,
    standard_errors,
)
from nnviz.core.data.datasets import Dataset
from nnviz.core.notebook import chain
from nnviz.core.notebook.published import SEED
from nnviz.core.rng_keys import DATA, NOISE, REDRAWS, generator
from nnviz.core.types import FloatArray, IntArray
from nnviz.figures.sampling_histogram import Histogram
from nnviz.lessons.least_squares.own_rows import as_population, chosen, own_fit
from nnviz.lessons.least_squares.settings import NEW_X, NOISELESS, NOTEBOOK, SIZES, WIDE, LeastSquaresSettings

N_REDRAWS = 2000
N_BINS = 48
N_WIDE = 4.0  # standard errors on either side
NOTEBOOK_SETTINGS = {"n_samples": 1000, "noise_shape": "Normal", "true_bias": 6.0, "true_slope": 4.0}
POPULATION = ("true_bias", "true_slope", "noise", "noise_shape")
NOTEBOOK_NOISE = {NOTEBOOK: 1.0, NOISELESS: 0.0}
NOTEBOOK_DATA = {1.0: "toy", 0.0: "toy without noise"}


@dataclass(frozen=True, eq=False)
class Samples:
    """A sample x (n,), y (n,) as large as any, and the estimates (sizes, redraws, 2) on N_REDRAWS others.

    `sizes` are those at which samples are compared, the last of them n.
    """

    x: FloatArray
    y: FloatArray
    sizes: tuple[int, ...]
    estimates: FloatArray


def population(settings: LeastSquaresSettings) -> Population:
    """Where all samples come from."""
    return Population(settings.true_bias, settings.true_slope, settings.noise, settings.noise_shape)


def effective(settings: LeastSquaresSettings) -> LeastSquaresSettings:
    """The settings that act: the notebook's data have their size, noise and weights, one's own those of a fit."""
    if chosen(settings).is_own:
        return as_population(settings)
    if settings.data not in NOTEBOOK_NOISE:
        return settings
    return settings.model_copy(update={**NOTEBOOK_SETTINGS, "noise": NOTEBOOK_NOISE[settings.data]})


def samples(settings: LeastSquaresSettings) -> Samples:
    """The samples of effective settings; every size N takes the first N examples of the same ones."""
    deciding = {name: getattr(settings, name) for name in (*POPULATION, "data", "seed", "redrawn")}
    own = {"own_data": settings.own_data} if chosen(settings).is_own else {}
    return _samples(LeastSquaresSettings().model_copy(update={**deciding, **own}))


@lru_cache(maxsize=32)
def _samples(settings: LeastSquaresSettings) -> Samples:
    x, y = _largest(settings)
    sizes = (*(n for n in SIZES if n < len(x) and np.ptp(x[:n]) > 0.0), len(x))
    drawn = population(settings)
    new_x, deviations = _redraws(int(settings.seed), drawn.shape, len(x), settings.redrawn == NEW_X)
    redrawn_x = x[None] if new_x is None else new_x
    return Samples(x, y, sizes, line_estimates(redrawn_x, drawn.observed(redrawn_x, deviations), sizes))


@lru_cache(maxsize=2)
def _redraws(seed: int, shape: str, n_samples: int, is_x_new: bool) -> tuple[FloatArray | None, FloatArray]:
    """x, where it is drawn anew, and ε of all redraws: they take most of the time, and few sliders change them."""
    rng, size = generator(seed, REDRAWS), (N_REDRAWS, n_samples)
    x = rng.standard_normal(size) if is_x_new else None
    return x, NOISE_SHAPES[shape](rng, size)


def _largest(settings: LeastSquaresSettings) -> tuple[FloatArray, FloatArray]:
    """The sample x (n,), y (n,) of the largest size."""
    if chosen(settings).is_own:
        rows = own_fit(settings).rows
        return rows.X[:, 0], rows.y
    if settings.data in NOTEBOOK_NOISE:
        X, y = chain.toy(RandomState(SEED), {})[NOTEBOOK_DATA[settings.noise]]
        return X[:, 0], y
    x = generator(int(settings.seed), DATA).standard_normal(SIZES[-1])
    return x, population(settings).draw(generator(int(settings.seed), NOISE), 1, SIZES[-1], x)[1][0]


def sample(settings: LeastSquaresSettings) -> Dataset:
    """The sample on the screen."""
    if chosen(settings).is_own:
        return own_fit(settings).rows
    (x, y), n = _largest(settings), int(settings.n_samples)
    true_weights = np.array([settings.true_bias, settings.true_slope])
    return Dataset("line", x[:n, None], y[:n], "regression", ("x",), "y", true_weights)


def estimates(settings: LeastSquaresSettings) -> FloatArray:
    """Bias and slope (N_REDRAWS, 2) of all redraws of the size of the sample."""
    found = samples(settings)
    of_size: FloatArray = found.estimates[found.sizes.index(int(settings.n_samples))]
    return of_size


def theory(settings: LeastSquaresSettings, n_samples: int) -> FloatArray:
    """The standard errors (2,) of bias and slope over redraws of n_samples examples."""
    if settings.redrawn == NEW_X:
        return expected_standard_errors(n_samples, settings.noise)
    return standard_errors(samples(settings).x[:n_samples], settings.noise)


def edges(settings: LeastSquaresSettings, weight: int) -> FloatArray:
    """The edges (N_BINS + 1,) of the histogram of a weight, 0 for the bias and 1 for the slope."""
    n_samples = SIZES[0] if settings.axis == WIDE else int(settings.n_samples)
    reach = N_WIDE * theory(settings, n_samples)[weight] or 0.5
    centre = (settings.true_bias, settings.true_slope)[weight]
    n_bins = N_BINS
    if settings.axis == WIDE:  # as many bins in the narrow heap as in a wide one
        n_bins = 2 * round(N_BINS / 2 * float(np.sqrt(settings.n_samples / n_samples)))
    return centre + np.linspace(-reach, reach, n_bins + 1)


def histogram(settings: LeastSquaresSettings, weight: int) -> Histogram:
    """The estimates of a weight over all redraws, and the Normal density with the standard error as its deviation."""
    borders, truth = edges(settings, weight), (settings.true_bias, settings.true_slope)[weight]
    (density,) = densities(settings, weight, np.array([N_REDRAWS]))
    deviation = theory(settings, int(settings.n_samples))[weight]
    if deviation == 0.0:
        return Histogram(borders, density, np.empty(0), np.empty(0))
    x = truth + deviation * np.linspace(-N_WIDE, N_WIDE, 161)
    normal = np.exp(-0.5 * ((x - truth) / deviation) ** 2) / (deviation * np.sqrt(2.0 * np.pi))
    return Histogram(borders, density, x, normal)


def densities(settings: LeastSquaresSettings, weight: int, n_drawn: IntArray) -> FloatArray:
    """The densities (K, bins) after n_drawn (K,) redraws, as a share of all of them; outliers are left out."""
    borders = edges(settings, weight)
    n_bins = len(borders) - 1
    place = np.searchsorted(borders, estimates(settings)[:, weight], side="right")  # 0 and n_bins + 1: outside
    counts = np.array([np.bincount(place[:n], minlength=n_bins + 2) for n in n_drawn])
    density: FloatArray = counts[:, 1:-1] / (N_REDRAWS * (borders[1] - borders[0]))
    return density
