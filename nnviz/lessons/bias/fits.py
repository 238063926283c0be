"""The data of the bias lesson, both fits, and what penalising the bias costs."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.random import RandomState

from nnviz.core.analysis.inference import RegressionTable, regression_table
from nnviz.core.analysis.residual_diagnostics import ResidualDiagnostics, diagnose
from nnviz.core.notebook import chain
from nnviz.core.notebook.published import SEED
from nnviz.core.rng_keys import DATA, NOISE, generator
from nnviz.core.solvers.ridge import ridge
from nnviz.core.types import FloatArray
from nnviz.lessons.bias.settings import MODELS, NOTEBOOK, BiasSettings

TRUE_SLOPE = 4.0
NOTEBOOK_SETTINGS = {"n_samples": 1000, "true_bias": 0.0, "centre": 0.0, "noise": 1.0}
STRENGTHS = np.logspace(-3.0, 2.0, 41)


@dataclass(frozen=True, eq=False)
class Sample:
    """Examples X (n, 1) and y (n,)."""

    X: FloatArray
    y: FloatArray


def effective(settings: BiasSettings) -> BiasSettings:
    """The settings that act: the notebook's data have their own size, noise and weights."""
    return settings.model_copy(update=NOTEBOOK_SETTINGS) if settings.data == NOTEBOOK else settings


@lru_cache(maxsize=64)
def sample(settings: BiasSettings) -> Sample:
    """The data of the settings: y = b + 4x + σε with x ~ N(μ, 1)."""
    if settings.data == NOTEBOOK:
        X, y = chain.toy_without_bias(RandomState(SEED), {})["toy without bias"]
        return Sample(X, y)
    n_samples, seed = int(settings.n_samples), int(settings.seed)
    x = settings.centre + generator(seed, DATA).standard_normal(n_samples)
    epsilon = generator(seed, NOISE).standard_normal(n_samples)
    return Sample(x[:, None], settings.true_bias + TRUE_SLOPE * x + settings.noise * epsilon)


def table(settings: BiasSettings, model: str) -> RegressionTable:
    """The regression table of a model, a key of MODELS."""
    drawn = sample(settings)
    return regression_table(drawn.X, drawn.y, MODELS[model])


def diagnostics(settings: BiasSettings, model: str) -> ResidualDiagnostics:
    """The tests of its residuals."""
    drawn = sample(settings)
    return diagnose(drawn.X, drawn.y, MODELS[model])


def line(settings: BiasSettings, model: str) -> FloatArray:
    """Bias and slope (2,) of a model; the bias of the one through the origin is 0."""
    estimates = table(settings, model).estimates
    return estimates if MODELS[model] else np.array([0.0, estimates[0]])


def is_exact(settings: BiasSettings, model: str) -> bool:
    """Whether the model meets every example, so that nothing is left to be uncertain about."""
    settings = effective(settings)
    return settings.noise == 0.0 and (MODELS[model] or settings.true_bias == 0.0)


def penalised(settings: BiasSettings, strength: float | FloatArray, bias: bool) -> FloatArray:
    """Bias and slope (..., 2) of the ridge fits of these strengths, with the bias penalised or not."""
    drawn = sample(settings)
    return ridge(drawn.X, drawn.y, strength, bias)


def error_on_new_data(settings: BiasSettings, lines: FloatArray) -> FloatArray:
    """The expected squared error of lines (..., 2) on new examples of the same population: (...).

    E(y − ŷ)² = σ² + Δb² + 2μ·Δb·Δw + (μ² + 1)·Δw², with Δ the distance of a weight from the true one.
    """
    settings = effective(settings)
    off_bias, off_slope = np.moveaxis(lines - np.array([settings.true_bias, TRUE_SLOPE]), -1, 0)
    error: FloatArray = settings.noise**2 + (off_bias + settings.centre * off_slope) ** 2 + off_slope**2
    return error
