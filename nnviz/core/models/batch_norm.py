"""Batch normalisation: a neuron's values leave with mean 0 and variance 1 over the batch, then scaled and shifted.

Training uses the batch's own mean and variance; inference has no batch, and uses their moving averages. Ioffe and
Szegedy (2015), "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift".
"""

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from nnviz.core.models.layers import Operation
from nnviz.core.types import FloatArray, Memory

OFF, BEFORE, AFTER = "off", "before the activation", "after the activation"
PLACES = (OFF, BEFORE, AFTER)
"""Where a hidden layer is normalised, by the word the user sees."""

LEARNT_NAMES = ("γ", "β")
"""What a normalised layer learns for each neuron, in the order of the flat vector."""

MOVING_MEAN, MOVING_VARIANCE = "moving mean", "moving variance"
"""The names of what it observes: arrays (..., k) with the neurons of all normalised layers in order."""

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


class Learnt(NamedTuple):
    """What a normalised layer learns, (..., n_neurons) each: scales γ and shifts β."""

    scale: FloatArray
    shift: FloatArray


class Observed(NamedTuple):
    """What a normalised layer observes, (..., n_neurons) each: the moving averages of mean and variance."""

    mean: FloatArray
    variance: FloatArray


class Normal(NamedTuple):
    """A normalised layer's own numbers, still views of the arrays that hold those of all layers."""

    learnt: Learnt
    observed: Observed

    def at_inference(self, values: FloatArray) -> FloatArray:
        """γ(v − mean)/√(variance + ε) + β with the moving averages, for values (..., n_neurons, n)."""
        scale, shift, mean, variance = (part[..., None] for part in (*self.learnt, *self.observed))
        return np.asarray(scale * ((values - mean) / np.sqrt(variance + EPSILON)) + shift)


def learnt_views(flat: FloatArray, sizes: tuple[int, ...]) -> list[Learnt]:
    """The layers' scales and shifts as views of flat (..., 2·Σ sizes): for each layer its γ, then its β."""
    stops = np.cumsum(np.repeat(sizes, 2)).tolist()
    parts = [flat[..., start:stop] for start, stop in zip([0, *stops[:-1]], stops, strict=True)] if stops else []
    return [Learnt(scale, shift) for scale, shift in zip(parts[::2], parts[1::2], strict=True)]


def initial_averages(sizes: tuple[int, ...]) -> dict[str, FloatArray]:
    """The moving averages before the first step, means 0 and variances 1: arrays (Σ sizes,), none without a layer."""
    n_neurons = sum(sizes)
    return {MOVING_MEAN: np.zeros(n_neurons), MOVING_VARIANCE: np.ones(n_neurons)} if n_neurons else {}


def observed_views(memory: Memory, sizes: tuple[int, ...]) -> list[Observed]:
    """The layers' moving averages as views of the arrays in a memory. Raises KeyError when it lacks them."""
    views, start = [], 0
    for size in sizes:
        part = slice(start, start + size)
        views.append(Observed(memory[MOVING_MEAN][..., part], memory[MOVING_VARIANCE][..., part]))
        start += size
    return views


class BatchNorm:
    """y = γ·x̂ + β with x̂ = (x − μ)/√(v + ε), where μ and v are mean and variance over the examples of the batch.

    The first `skipped` rows (the row of ones of the next layer's bias) pass untouched. A batch of one example is its
    own mean: x̂ = 0, whatever x is, and v says nothing about the spread, so its moving average stays.
    """

    def __init__(self, normal: Normal, d_learnt: Learnt, momentum: float, outputs: FloatArray, skipped: int) -> None:
        self.learnt = Learnt(*(part[..., None] for part in normal.learnt))
        self.observed = Observed(*(part[..., None] for part in normal.observed))
        self.d_learnt = Learnt(*(part[..., None] for part in d_learnt))
        self.momentum = momentum
        self.outputs, self.skipped = outputs, skipped
        self.normalised = outputs[..., skipped:, :]
        self.n_rows = outputs.shape[-1]
        self.x_hat = np.empty_like(self.normalised)
        self.z = np.empty_like(self.normalised)  # what comes in, where it stands before the activation
        self.d_inputs = np.zeros_like(outputs)
        self.d_x = self.d_inputs[..., skipped:, :]

    def forward(self, inputs: FloatArray) -> list[Operation]:
        """Normalises by the batch, and moves the averages towards it."""
        return [partial(self._normalise, inputs[..., self.skipped :, :])]

    def backward(self, d_outputs: FloatArray) -> list[Operation]:
        """The chain rule through the batch's statistics: ∂L/∂x = (γ/√(v + ε))·(d − mean(d) − x̂·mean(d·x̂))."""
        return [partial(self._flow_back, d_outputs[..., self.skipped :, :])]

    def _normalise(self, x: FloatArray) -> None:
        mean = self._mean(x)
        np.subtract(x, mean, self.x_hat)
        variance = self._mean(self.x_hat * self.x_hat)
        self.deviation = np.sqrt(variance + EPSILON)
        np.divide(self.x_hat, self.deviation, self.x_hat)
        np.multiply(self.x_hat, self.learnt.scale, self.normalised)
        np.add(self.normalised, self.learnt.shift, self.normalised)
        self._follow(self.observed.mean, mean)
        if self.n_rows > 1:  # unbiased, as in the paper: what is wanted is the variance of all the data
            self._follow(self.observed.variance, variance * (self.n_rows / (self.n_rows - 1)))

    def _flow_back(self, d: FloatArray) -> None:
        along = d * self.x_hat
        self.d_learnt.shift[...] = np.add.reduce(d, axis=-1, keepdims=True)
        self.d_learnt.scale[...] = np.add.reduce(along, axis=-1, keepdims=True)
        np.multiply(self.x_hat, self._mean(along), self.d_x)
        np.subtract(d - self._mean(d), self.d_x, self.d_x)
        self.d_x *= self.learnt.scale / self.deviation

    def _mean(self, values: FloatArray) -> FloatArray:
        mean: FloatArray = np.add.reduce(values, axis=-1, keepdims=True) / self.n_rows
        return mean

    def _follow(self, average: FloatArray, value: FloatArray) -> None:
        average += self.momentum * (value - average)
