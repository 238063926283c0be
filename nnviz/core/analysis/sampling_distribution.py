"""The sampling distribution of the least squares line: its estimates on thousands of samples from one population."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

import numpy as np

from nnviz.core.types import FloatArray

NOISE_SHAPES: dict[str, Callable[[np.random.Generator, tuple[int, ...]], FloatArray]] = {
    "Normal": lambda rng, shape: rng.standard_normal(shape),
    "uniform": lambda rng, shape: rng.uniform(-sqrt(3.0), sqrt(3.0), shape),
    "skewed": lambda rng, shape: rng.standard_exponential(shape) - 1.0,
}
"""How noise of mean 0 and standard deviation 1 is distributed, by the word that the user sees."""


@dataclass(frozen=True)
class Population:
    """Where samples come from: y = bias + slope·x + noise·ε with x ~ N(0, 1) and ε of a shape of NOISE_SHAPES."""

    bias: float
    slope: float
    noise: float
    shape: str = "Normal"

    def draw(
        self, rng: np.random.Generator, n_redraws: int, n_samples: int, x: FloatArray | None = None
    ) -> tuple[FloatArray, FloatArray]:
        """New samples: x (1 or n_redraws, n_samples) and y (n_redraws, n_samples).

        Given x (n_samples,) it stays and only the noise is drawn anew.
        """
        shape = (n_redraws, n_samples)
        x = rng.standard_normal(shape) if x is None else x[None]
        return x, self.observed(x, NOISE_SHAPES[self.shape](rng, shape))

    def observed(self, x: FloatArray, deviations: FloatArray) -> FloatArray:
        """Bias + slope·x + noise·ε at x (1 or R, n) for deviations ε (R, n): (R, n)."""
        y: FloatArray = self.noise * deviations
        y += self.bias + self.slope * x
        return y


def line_estimates(x: FloatArray, y: FloatArray, sizes: tuple[int, ...]) -> FloatArray:
    """The least squares lines of the first n examples of every sample, for each n of `sizes`: (len(sizes), R, 2).

    slope = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)² and bias = ȳ − slope·x̄, from running sums, so that all samples and all sizes
    are one pass over the numbers. x is measured from its overall mean, which keeps the sums from cancelling.

    x (1 or R, n) and y (R, n), sizes increasing and at most n. The last axis is bias, slope.
    """
    centre = x.mean()
    x = x - centre
    edges = [0, *sizes]
    pieces = [slice(start, stop) for start, stop in pairwise(edges)]

    def running(product: Callable[[slice], FloatArray]) -> FloatArray:
        return np.cumsum([product(piece) for piece in pieces], axis=0)

    n = np.array(sizes, dtype=np.float64)[:, None]
    mean_x = running(lambda piece: x[:, piece].sum(axis=1)) / n
    mean_y = running(lambda piece: y[:, piece].sum(axis=1)) / n
    squares = running(lambda piece: np.einsum("rn,rn->r", x[:, piece], x[:, piece]))
    products = running(lambda piece: np.einsum("rn,rn->r", np.broadcast_to(x, y.shape)[:, piece], y[:, piece]))
    slope = (products - n * mean_x * mean_y) / (squares - n * mean_x**2)
    return np.stack([mean_y - slope * (mean_x + centre), slope], axis=-1)


def standard_errors(x: FloatArray, noise: float) -> FloatArray:
    """The deviation of bias and slope over samples with these same x (n,): noise·√diag((A'A)⁻¹), A = [1, x].

    That is noise·√(1/n + x̄²/S) and noise/√S with S = Σ(x − x̄)².
    """
    mean = x.mean()
    spread = ((x - mean) ** 2).sum()
    return noise * np.sqrt([1.0 / len(x) + mean**2 / spread, 1.0 / spread])


def expected_standard_errors(n_samples: int, noise: float) -> FloatArray:
    """The deviation of bias and slope over samples whose x ~ N(0, 1) are drawn anew as well.

    Then Σ(x − x̄)² is a χ² with n − 1 degrees of freedom, whose inverse has the mean 1/(n − 3), and the deviations are
    noise·√((n − 2)/(n(n − 3))) and noise/√(n − 3). Raises ValueError below 4 examples, where they are infinite.
    """
    if n_samples < 4:
        raise ValueError("the deviation over samples with new x is finite from 4 examples on")
    n = float(n_samples)
    return noise * np.sqrt([(n - 2.0) / (n * (n - 3.0)), 1.0 / (n - 3.0)])
