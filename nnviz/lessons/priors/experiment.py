"""From the settings of the priors page to the line, the scale, and the weight's grid."""

from functools import lru_cache

import numpy as np

from nnviz.core.analysis.priors import PRIORS, Line, Prior, penalised_fit, weight_grid
from nnviz.core.notebook.chain import CHAIN
from nnviz.core.rng_keys import DATA, NOISE, generator
from nnviz.core.types import FloatArray
from nnviz.lessons.priors.settings import NOTEBOOKS, PriorSettings

STRENGTHS = np.geomspace(1e-3, 10.0, 81)


@lru_cache(maxsize=64)
def line(settings: PriorSettings) -> Line:
    """The data y = w·x + ε and the standard deviation of the noise."""
    if settings.data == NOTEBOOKS:
        return _notebooks_line()
    n_samples, seed = int(settings.n_samples), int(settings.seed)
    x = generator(seed, DATA).standard_normal(n_samples)
    noise = settings.noise * generator(seed, NOISE).standard_normal(n_samples)
    return Line(x, settings.true_weight * x + noise, settings.noise)


@lru_cache(maxsize=1)
def _notebooks_line() -> Line:
    """The notebook's data with true weights 0 and 4 and noise of standard deviation 1."""
    data: dict[str, tuple[FloatArray, FloatArray]] = {}
    for entry in CHAIN:
        if entry.name == "bias_summary":
            stream = np.random.RandomState()
            for part in entry.parts:
                part.pass_over(stream, data)
    X, y = data["toy without bias"]
    return Line(X[:, 0], y, 1.0)


def prior(settings: PriorSettings) -> Prior:
    """The prior that is chosen."""
    return PRIORS[settings.prior]


def scale(settings: PriorSettings, name: str | None = None) -> float:
    """The scale of a prior (of the chosen one) that belongs to λ."""
    variance = line(settings).variance_per_example
    return PRIORS[name or settings.prior].scale(settings.penalty_strength, variance)


def reach(settings: PriorSettings) -> tuple[float, float]:
    """From where to where the weight goes in the pictures: 0, the likelihood, and the width of both priors."""
    data = line(settings)
    widest = max(4.0 * min(scale(settings, name), 3.0) for name in PRIORS)
    low = min(-widest, data.likeliest - 5.0 * data.spread)
    high = max(widest, data.likeliest + 5.0 * data.spread)
    return low, high


def grid(settings: PriorSettings) -> FloatArray:
    """The weights at which the densities are computed, the penalised fit among them: (n,)."""
    return weight_grid(line(settings), scale(settings), fit(settings), reach(settings))


def fit(settings: PriorSettings) -> float:
    """The weight of least mean squared error with the penalty."""
    return penalised_fit(line(settings), prior(settings).penalty, settings.penalty_strength)
