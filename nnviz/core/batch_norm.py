"""Batch normalisation: a neuron's values leave with mean 0 and variance 1 over the batch, then scaled and shifted.

Training uses the batch's own mean and variance; inference has no batch, and uses their moving averages. Ioffe and
Szegedy (2015), "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift".
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnviz.core.types import FloatArray

OFF, BEFORE, AFTER = "off", "before the activation", "after the activation"
PLACES = (OFF, BEFORE, AFTER)
"""Where a hidden layer is normalised, by the word the user sees."""

NORMAL_NAMES = ("γ", "β", "mean ", "variance ")
"""What a normalised layer keeps for each neuron, in the order of the flat vector."""

EPSILON = 1e-5
"""Added to every variance, so that a neuron which never changes is divided by something; the usual value."""


@dataclass(frozen=True)
class BatchNormalisation:
    """Where each hidden layer is normalised (words of PLACES), and how fast the moving averages follow.

    average ← (1 − momentum)·average + momentum·(value of the batch).
    Raises ValueError for an unknown place, or a momentum outside (0, 1].
    """

    places: tuple[str, ...]
    momentum: float = 0.1

    def __post_init__(self) -> None:
        if not set(self.places) <= set(PLACES):
            raise ValueError(f"a layer is normalised in one of the places {PLACES}")
        if not 0.0 < self.momentum <= 1.0:
            raise ValueError("a momentum is above 0 and at most 1")


class Normal(NamedTuple):
    """What a normalised layer keeps, (..., n_neurons) each: scales γ and shifts β, learnt; averages, observed."""

    scale: FloatArray
    shift: FloatArray
    mean: FloatArray
    variance: FloatArray

    def columns(self) -> "Normal":
        """The same as columns (..., n_neurons, 1), still views of the same memory."""
        return Normal(*(part[..., None] for part in self))

    def at_inference(self, values: FloatArray) -> FloatArray:
        """γ(v − mean)/√(variance + ε) + β with the moving averages, for values (..., n_neurons, n)."""
        scale, shift, mean, variance = self.columns()
        return np.asarray(scale * ((values - mean) / np.sqrt(variance + EPSILON)) + shift)


def normal_views(flat: FloatArray, sizes: tuple[int, ...]) -> list[Normal]:
    """The layers' parts as views of flat (..., 4·Σ sizes): for each layer its γ, its β, its means, its variances."""
    views, start = [], 0
    for size in sizes:
        parts = [flat[..., start + i * size : start + (i + 1) * size] for i in range(4)]
        views.append(Normal(*parts))
        start += 4 * size
    return views


class BatchNorm:
    """y = γ·x̂ + β with x̂ = (x − μ)/√(v + ε), where μ and v are mean and variance over the examples of the batch.

    The first `skipped` rows (the row of ones of the next layer's bias) pass untouched. A batch of one example is its
    own mean: x̂ = 0, whatever x is, and v says nothing about the spread, so its moving average stays.
    """

    def __init__(self, normal: Normal, d_normal: Normal, momentum: float, outputs: FloatArray, skipped: int) -> None:
        self.normal, self.d_normal, self.momentum = normal.columns(), d_normal.columns(), momentum
        self.outputs, self.skipped = outputs, skipped
        self.normalised = outputs[..., skipped:, :]
        self.n_rows = outputs.shape[-1]
        self.x_hat, self.d_inputs = np.empty_like(self.normalised), np.empty_like(self.normalised)

    def forward(self, inputs: FloatArray) -> FloatArray:
        """Normalises by the batch, and moves the averages towards it."""
        x = inputs[..., self.skipped :, :]
        mean = self._mean(x)
        np.subtract(x, mean, self.x_hat)
        variance = self._mean(self.x_hat * self.x_hat)
        self.deviation = np.sqrt(variance + EPSILON)
        np.divide(self.x_hat, self.deviation, self.x_hat)
        np.multiply(self.x_hat, self.normal.scale, self.normalised)
        np.add(self.normalised, self.normal.shift, self.normalised)
        self._follow(self.normal.mean, mean)
        if self.n_rows > 1:  # unbiased, as in the paper: what is wanted is the variance of all the data
            self._follow(self.normal.variance, variance * (self.n_rows / (self.n_rows - 1)))
        return self.outputs

    def backward(self, d_outputs: FloatArray) -> FloatArray:
        """The chain rule through the batch's statistics: ∂L/∂x = (γ/√(v + ε))·(d − mean(d) − x̂·mean(d·x̂))."""
        along = d_outputs * self.x_hat
        self.d_normal.shift[...] = np.add.reduce(d_outputs, axis=-1, keepdims=True)
        self.d_normal.scale[...] = np.add.reduce(along, axis=-1, keepdims=True)
        np.multiply(self.x_hat, self._mean(along), self.d_inputs)
        np.subtract(d_outputs - self._mean(d_outputs), self.d_inputs, self.d_inputs)
        self.d_inputs *= self.normal.scale / self.deviation
        return self.d_inputs

    def _mean(self, values: FloatArray) -> FloatArray:
        mean: FloatArray = np.add.reduce(values, axis=-1, keepdims=True) / self.n_rows
        return mean

    def _follow(self, average: FloatArray, value: FloatArray) -> None:
        average += self.momentum * (value - average)
