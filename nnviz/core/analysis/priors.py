"""Priors on a weight, and what a penalty means to someone who believes in them: the posterior and its mode.

With y = w·x + ε and ε ~ N(0, σ²) the logarithm of the posterior is, but for a constant,
−(N/2σ²)·(mean squared error) + ln prior(w), so its maximum minimises the mean squared error + λR(w) for a λ that
follows from the scale of the prior.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import log_ndtr

from nnviz.core.objectives.penalties import Penalty
from nnviz.core.types import FloatArray

Density = Callable[[FloatArray, float], FloatArray]
"""(weights, scale) -> one number for each weight."""

Mean = Callable[[float, float, float], float]
"""(likeliest weight, spread of the likelihood, scale of the prior) -> the mean of the posterior."""


@dataclass(frozen=True)
class Prior:
    """A density around 0 with one scale, and the penalty that it amounts to.

    `slope` is the derivative of the log density, 0 where it has none. `scale` and `strength` translate between λ and
    the scale, given the variance of the noise divided by the number of examples, σ²/N. `posterior_mean` is exact.
    """

    penalty: str
    symbol: str
    log_density: Density
    slope: Density
    scale: Callable[[float, float], float]
    strength: Callable[[float, float], float]
    posterior_mean: Mean

    def density(self, weights: FloatArray, scale: float) -> FloatArray:
        """The density at the weights."""
        return np.exp(self.log_density(weights, scale))


def _normal_log_density(w: FloatArray, deviation: float) -> FloatArray:
    """−½ ln(2πτ²) − w²/(2τ²)."""
    return np.asarray(-0.5 * np.log(2.0 * np.pi * deviation**2) - 0.5 * (w / deviation) ** 2)


def _laplace_log_density(w: FloatArray, scale: float) -> FloatArray:
    """−ln(2b) − |w|/b."""
    return np.asarray(-np.log(2.0 * scale) - np.abs(w) / scale)


def _mean_under_normal(likeliest: float, spread: float, deviation: float) -> float:
    """ŵτ²/(τ² + s²): two bells make a bell."""
    return likeliest / (1.0 + (spread / deviation) ** 2)


def _mean_under_laplace(likeliest: float, spread: float, scale: float) -> float:
    """The mean of two halves of bells N(ŵ ∓ s²/b, s²), one for w > 0 and one for w < 0, by their probabilities.

    A bell N(m, s²) cut at 0 has the mean m + s·φ(m/s)/Φ(m/s); all is kept in logarithms, since Φ may be too small.
    """
    logs, means = np.zeros((2, 2))
    for place, side in enumerate((1.0, -1.0)):
        top = (side * likeliest - spread**2 / scale) / spread  # of the half on this side, seen from there, in spreads
        logs[place] = log_ndtr(top) - side * likeliest / scale
        log_slope = -0.5 * top**2 - 0.5 * np.log(2.0 * np.pi) - log_ndtr(top)
        means[place] = side * spread * (top + np.exp(log_slope))
    shares = np.exp(logs - logs.max())
    return float(shares @ means / shares.sum())


PRIORS: dict[str, Prior] = {
    "Normal": Prior(
        penalty="L2",
        symbol="τ",
        log_density=_normal_log_density,
        slope=lambda w, deviation: -w / deviation**2,
        scale=lambda strength, variance: float(np.sqrt(variance / strength)),
        strength=lambda deviation, variance: variance / deviation**2,
        posterior_mean=_mean_under_normal,
    ),
    "Laplace": Prior(
        penalty="L1",
        symbol="b",
        log_density=_laplace_log_density,
        slope=lambda w, scale: -np.sign(w) / scale,
        scale=lambda strength, variance: 2.0 * variance / strength,
        strength=lambda scale, variance: 2.0 * variance / scale,
        posterior_mean=_mean_under_laplace,
    ),
}
"""Keyed by the word the user sees: λ = σ²/(Nτ²) for the Normal prior, λ = 2σ²/(Nb) for the Laplace prior."""


@dataclass(frozen=True, eq=False)
class Line:
    """Data y = w·x + ε with noise of a known standard deviation: x (N,), y (N,)."""

    x: FloatArray
    y: FloatArray
    noise: float

    @property
    def variance_per_example(self) -> float:
        """σ²/N."""
        return self.noise**2 / len(self.y)

    @property
    def likeliest(self) -> float:
        """The weight of least squared error, Σxy/Σx², where the likelihood is largest."""
        return float(self.x @ self.y / (self.x @ self.x))

    @property
    def spread(self) -> float:
        """The standard deviation σ/√Σx² of the likelihood as a density over w."""
        return float(self.noise / np.sqrt(self.x @ self.x))

    def log_likelihood(self, weights: FloatArray) -> FloatArray:
        """−(N/2) ln(2πσ²) − Σ(yᵢ − w·xᵢ)²/(2σ²) at weights (n,).

        The sum of squares is taken apart into its least value and what a weight away from the likeliest adds.
        """
        least = float(np.sum((self.y - self.likeliest * self.x) ** 2))
        errors = least + (weights - self.likeliest) ** 2 * float(self.x @ self.x)
        constant = -0.5 * len(self.y) * np.log(2.0 * np.pi * self.noise**2)
        return np.asarray(constant - errors / (2.0 * self.noise**2))


def normalised(weights: FloatArray, log_density: FloatArray) -> FloatArray:
    """exp(log density), scaled so that the trapezoids over the weights (n,) have the area 1."""
    density = np.exp(log_density - log_density.max())
    return np.asarray(density / np.trapezoid(density, weights))


def posterior(line: Line, prior: Prior, scale: float, weights: FloatArray) -> FloatArray:
    """The density of the weight after the data, on a grid (n,), by Bayes: likelihood times prior, normalised."""
    return normalised(weights, line.log_likelihood(weights) + prior.log_density(weights, scale))


def penalised_fit(line: Line, penalty: str, strength: float) -> float:
    """The weight of least (1/N) Σ(yᵢ − w·xᵢ)² + λR(w): a proximal step from the likeliest weight.

    The loss is h(w − ŵ)² and a constant, with h = Σx²/N, so the step is λ/(2h).
    """
    curvature = float(line.x @ line.x) / len(line.x)
    step = Penalty(penalty, strength).proximal_step(np.array(line.likeliest), strength / (2.0 * curvature))
    return float(step)


def weight_grid(line: Line, scale: float, fit: float, reach: tuple[float, float], n: int = 600) -> FloatArray:
    """A grid over `reach` that is fine where likelihood, prior or posterior are narrow, and holds 0 and the fit.

    The posterior is never wider around its mode, the fit, than the likelihood is. Other weights keep away from the fit,
    so that the largest density on the grid is not decided by rounding.
    """
    low, high = reach
    steps = np.linspace(-8.0, 8.0, n + 1)
    near_0 = np.geomspace(1e-3 * scale, max(8.0 * scale, abs(low), high), n)
    around = [line.likeliest + line.spread * steps, fit + line.spread * steps, scale * steps, near_0, -near_0]
    grid = np.unique(np.concatenate([np.linspace(low, high, n), [0.0], *around]))
    grid = np.append(grid[np.abs(grid - fit) > 1e-4 * min(line.spread, scale)], fit)
    return np.asarray(np.sort(grid[(grid >= low) & (grid <= high)]))
