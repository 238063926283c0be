"""From the settings to the bowl of the loss and the constrained optimum."""

from functools import lru_cache

import numpy as np

from nnviz.core.data.datasets import make_dataset
from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.published import replay
from nnviz.core.rng_keys import DATA, NOISE, generator
from nnviz.core.solvers.constrained import Bowl, Constrained, bowl, constrained
from nnviz.core.solvers.penalised_bowl import bends_down, lowest
from nnviz.core.types import BoolArray, FloatArray
from nnviz.lessons.constraint_geometry.settings import LINE, NOTEBOOKS, SIZES, GeometrySettings


@lru_cache(maxsize=64)
def data(settings: GeometrySettings) -> tuple[FloatArray, FloatArray]:
    """X (n_samples, 1 or 2) and y (n_samples,)."""
    return {LINE: _line, NOTEBOOKS: _notebooks_line}.get(settings.data, _two_features)(settings)


def _line(settings: GeometrySettings) -> tuple[FloatArray, FloatArray]:
    line = make_dataset("toy line", int(settings.n_samples), settings.noise, int(settings.seed))
    return line.X, line.y


def _notebooks_line(settings: GeometrySettings) -> tuple[FloatArray, FloatArray]:
    _, fit = next(replay(CHAIN, "gd_3000"))
    return fit.X, fit.y


def _two_features(settings: GeometrySettings) -> tuple[FloatArray, FloatArray]:
    """Standard Normal features with the correlation ρ and y = w₁x₁ + w₂x₂ + ε."""
    n_samples, seed, rho = int(settings.n_samples), int(settings.seed), settings.correlation
    first, own = generator(seed, DATA).standard_normal((n_samples, 2)).T
    X = np.column_stack([first, rho * first + np.sqrt(1.0 - rho**2) * own])
    noise = settings.noise * generator(seed, NOISE).standard_normal(n_samples)
    return X, X @ [settings.first_weight, settings.second_weight] + noise


def names(settings: GeometrySettings) -> tuple[str, str]:
    """The names of the two weights."""
    return ("w1", "w2") if data(settings)[0].shape[1] == 2 else ("bias", "w1")


@lru_cache(maxsize=64)
def _bowl(settings: GeometrySettings) -> Bowl:
    return bowl(*data(settings))


def of_data(settings: GeometrySettings) -> GeometrySettings:
    """The settings with all that only pictures the constraint at its default: equal for equal data."""
    return settings.model_copy(update={"size": 2.0, "exponent": 1.0})


def loss(settings: GeometrySettings) -> Bowl:
    """The mean squared error over the two weights."""
    return _bowl(of_data(settings))


@lru_cache(maxsize=256)
def _optima(settings: GeometrySettings, p: float) -> Constrained:
    return constrained(_bowl(settings), np.array(SIZES), p)


def optima(settings: GeometrySettings) -> Constrained:
    """The constrained optimum in the balls of all SIZES."""
    return _optima(of_data(settings), settings.exponent)


def optimum(settings: GeometrySettings) -> tuple[FloatArray, float]:
    """The constrained optimum (2,) in the ball of this size, and its λ."""
    every, place = optima(settings), SIZES.index(settings.size)
    return every.weights[place], float(every.strengths[place])


def saddles(settings: GeometrySettings) -> BoolArray:
    """For all SIZES whether the optimum is a saddle of the loss penalised with its λ, for p < 1: (T,).

    It is no maximum: along the ball's outline the loss is lowest there, and the penalty is the same everywhere.
    """
    every, p = optima(settings), settings.exponent
    return bends_down(loss(settings), every.weights, every.strengths, p) & (every.strengths > 0.0) & (p < 1.0)


def is_saddle(settings: GeometrySettings) -> bool:
    """Whether the optimum in this ball is a saddle of the penalised loss."""
    return bool(saddles(settings)[SIZES.index(settings.size)])


def penalised(settings: GeometrySettings, weights: FloatArray) -> float:
    """L(w) + λ Σ|w|ᵖ with the λ of this ball."""
    size = float((np.abs(weights) ** settings.exponent).sum())
    return float(loss(settings).loss(weights)) + optimum(settings)[1] * size


@lru_cache(maxsize=64)
def lower(settings: GeometrySettings) -> FloatArray | None:
    """The weights at which the penalised loss is lowest, if that is lower than at the optimum in this ball."""
    best, strength = optimum(settings)
    if settings.exponent >= 1.0 or strength == 0.0:
        return None
    weights, height = lowest(loss(settings), strength, settings.exponent)
    return weights if height < penalised(settings, best) * (1.0 - 1e-9) else None


def norm(weights: FloatArray, p: float) -> float:
    """(Σ|w|ᵖ)^(1/p): the size of the ball on whose outline the weights lie."""
    return float((np.abs(weights) ** p).sum() ** (1.0 / p))


def axis(settings: GeometrySettings, n: int) -> FloatArray:
    """The values of both weights in the pictures: as far as the unconstrained optimum needs, whatever the ball."""
    reach = 1.35 * max(float(np.abs(loss(settings).centre).max()), 1.0)
    return np.linspace(-reach, reach, n)
