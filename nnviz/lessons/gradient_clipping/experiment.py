"""From the settings to the experiment whose gradient is clipped."""

import math
from dataclasses import dataclass
from functools import lru_cache
from math import inf

import numpy as np
from numpy.random import RandomState

from nnviz.core.analysis.landscape import Slice, coordinate_slice
from nnviz.core.data.datasets import make_dataset
from nnviz.core.data.provenance import Provenance
from nnviz.core.models.network import Network
from nnviz.core.notebook import chain
from nnviz.core.notebook.published import SEED
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource, RandomSource
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.solvers.quadratic import Bowl
from nnviz.core.training.advance import Experiment, initial_state
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.gradient_clipping.settings import (
    BY_NORM,
    BY_VALUE,
    PLANES,
    PUBLISHED,
    GradientClippingSettings,
)

MODEL = Network(2)
LOSS = LOSSES["mean squared error"]
DIVERGED_ABOVE = 1e15
MOST_STEPS = 1_000_000


@dataclass(frozen=True, eq=False)
class Data:
    """Examples X (n_samples, 2), y (n_samples,), and their loss as a bowl."""

    X: FloatArray
    y: FloatArray
    bowl: Bowl
    provenance: Provenance | None


def data(settings: GradientClippingSettings) -> Data:
    """The data of the settings: two features, the second ten times larger and centred at 50."""
    return _data(settings.source in PUBLISHED, int(settings.n_samples), settings.noise, int(settings.seed))


@lru_cache(maxsize=64)
def _data(from_notebook: bool, n_samples: int, noise: float, seed: int) -> Data:
    if from_notebook:
        X, y = chain.scaled(RandomState(SEED), {})["scaled"]
        provenance = None
    else:
        drawn = make_dataset("unequal scales", n_samples, noise, seed)
        X, y, provenance = drawn.X, drawn.y, drawn.provenance
    return Data(X, y, Bowl.of(X, y), provenance)


def optimizer(settings: GradientClippingSettings) -> GradientDescent:
    """Mini-batch gradient descent with the limit of the settings."""
    batch_size = None if math.isinf(settings.batch_size) else int(settings.batch_size)
    limits = {settings.clipping: settings.limit}
    return GradientDescent(
        settings.learning_rate, batch_size, clip_norm=limits.get(BY_NORM, inf), clip_value=limits.get(BY_VALUE, inf)
    )


@lru_cache(maxsize=64)
def experiment(settings: GradientClippingSettings) -> Experiment:
    """The run of the settings."""
    examples = data(settings)
    random_source: RandomSource = KeyedSource(int(settings.seed))
    first, provenance = None, examples.provenance
    if settings.source in PUBLISHED:
        _, published = PUBLISHED[settings.source].replay()
        random_source, first, provenance = published.random_source, published.initial_weights, published.provenance
    return Experiment(
        X=examples.X,
        y=examples.y,
        model=MODEL,
        loss=LOSS,
        optimizer=optimizer(settings),
        random_source=random_source,
        initial_weights=first,
        divergence_limit=DIVERGED_ABOVE,
        provenance=provenance,
    )


N_DRAWN = 200


@lru_cache(maxsize=64)
def share_clipped_at_rest(settings: GradientClippingSettings) -> float:
    """The share of N_DRAWN batches whose gradient is clipped at the least squares weights.

    There the gradient of all examples is 0, and (2/B) Σ (ŷᵢ − yᵢ)(1, xᵢ) of a batch is what chance leaves.
    """
    examples = data(settings)
    each = gradients_of_examples(examples.bowl.optimum, examples)
    size, generator = int(min(settings.batch_size, len(each))), np.random.default_rng(0)
    batches = np.array([generator.permutation(len(each))[:size] for _ in range(N_DRAWN)])
    gradients = each[batches].mean(axis=1)
    return float((optimizer(settings).clip(gradients) != gradients).any(axis=1).mean())


def gradients_of_examples(weights: FloatArray, examples: Data) -> FloatArray:
    """2(ŷᵢ − yᵢ)(1, xᵢ) of every example: (n_samples, P)."""
    A = design_matrix(examples.X)
    gradients: FloatArray = 2.0 * (A @ weights - examples.y)[:, None] * A
    return gradients


def first_step(settings: GradientClippingSettings) -> FloatArray:
    """How far the first step on all the data moves each weight: (P,)."""
    examples = data(settings)
    gradient = gradients_of_examples(start(settings), examples).mean(axis=0)
    moved: FloatArray = np.abs(settings.learning_rate * optimizer(settings).clip(gradient))
    return moved


@lru_cache(maxsize=64)
def standardised_rate(settings: GradientClippingSettings) -> float:
    """2/λmax of the same data with standardised features."""
    examples = data(settings)
    X = (examples.X - examples.X.mean(axis=0)) / examples.X.std(axis=0)
    return Bowl.of(X, examples.y).largest_stable_learning_rate


def steps_per_epoch(settings: GradientClippingSettings) -> int:
    """Steps in which every example is used once."""
    n_samples = len(data(settings).y)
    return math.ceil(n_samples / min(settings.batch_size, n_samples))


def last_step(settings: GradientClippingSettings) -> int:
    """The step at which the run is complete."""
    return min(int(settings.epochs) * steps_per_epoch(settings), MOST_STEPS)


def start(settings: GradientClippingSettings) -> FloatArray:
    """The first weights."""
    return initial_state(experiment(settings)).weights


def plane(settings: GradientClippingSettings, n_points: int) -> Slice:
    """The plane of two weights through least squares, with the start on it; the third weight is at least squares."""
    optimum = data(settings).bowl.optimum
    seen = np.array([optimum, start(settings)])
    return coordinate_slice(optimum, *PLANES[settings.plane]).showing(seen, n_points, least_width=2.0)
