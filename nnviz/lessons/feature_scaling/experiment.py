"""From the settings to the data in both units, and the experiment that trains in one of them."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.random import RandomState

from nnviz.core.analysis.landscape import Slice, coordinate_slice
from nnviz.core.data.datasets import Dataset
from nnviz.core.data.provenance import Provenance
from nnviz.core.data.scaling import Scale, standardise
from nnviz.core.models.network import Network
from nnviz.core.notebook import chain
from nnviz.core.notebook.published import SEED
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource, RandomSource
from nnviz.core.rng_keys import DATA, NOISE, generator
from nnviz.core.solvers.quadratic import Bowl
from nnviz.core.training.advance import Experiment, initial_state
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.feature_scaling.settings import (
    MEASURED,
    PLANES,
    PUBLISHED,
    STANDARDISED,
    FeatureScalingSettings,
)

MODEL = Network(2)
LOSS = LOSSES["mean squared error"]
TRUE_WEIGHTS = np.array([6.0, 4.0, 3.0])
DIVERGED_ABOVE = 1e15
MOST_STEPS = 1_000_000


@dataclass(frozen=True, eq=False)
class Units:
    """The examples in one kind of units, and their loss as a bowl."""

    examples: Dataset
    bowl: Bowl


@dataclass(frozen=True, eq=False)
class Data:
    """The same examples with their features as measured and standardised, by the words of FEATURES."""

    of: dict[str, Units]
    scale: Scale

    def weights(self, features: str, weights: FloatArray) -> dict[str, FloatArray]:
        """Weights (..., P) of the model on these features, in both units."""
        if features == STANDARDISED:
            return {MEASURED: self.scale.weights_in_original_units(weights), STANDARDISED: weights}
        return {MEASURED: weights, STANDARDISED: self.scale.weights_in_standard_units(weights)}


def data(settings: FeatureScalingSettings) -> Data:
    """The data of the settings."""
    own = (int(settings.n_samples), settings.noise, settings.centre, settings.scale, int(settings.seed))
    return _data(settings.source, own)


@lru_cache(maxsize=64)
def _data(source: str, own: tuple[int, float, float, float, int]) -> Data:
    X, y = chain.scaled(RandomState(SEED), {})["scaled"] if source in PUBLISHED else _drawn(*own)
    measured = Dataset(
        "unequal scales", X, y, "regression", ("x1", "x2"), "y", TRUE_WEIGHTS, provenance=_recipe(source, own)
    )
    standardised, scale = standardise(measured)
    both = {MEASURED: measured, STANDARDISED: standardised}
    return Data({name: Units(examples, Bowl.of(examples.X, examples.y)) for name, examples in both.items()}, scale)


def centred_only(X: FloatArray) -> FloatArray:
    """The features X (n, 2) less their means: half of standardising."""
    centred: FloatArray = X - X.mean(axis=0)
    return centred


def divided_only(X: FloatArray) -> FloatArray:
    """The features X (n, 2) over their deviations, means and all: the other half."""
    scaled: FloatArray = X / X.std(axis=0)
    return scaled


def _recipe(source: str, own: tuple[int, float, float, float, int]) -> Provenance:
    if source in PUBLISHED:
        fit = PUBLISHED[source]
        return Provenance.of("notebook", data="scaled", entry=fit.entry, place=fit.place)
    n_samples, noise, centre, scale, seed = own
    return Provenance.of("two scales", n_samples=n_samples, noise=noise, centre=centre, scale=scale, seed=seed)


def _drawn(n_samples: int, noise: float, centre: float, scale: float, seed: int) -> tuple[FloatArray, FloatArray]:
    """x₁ ~ N(0, 1), x₂ ~ N(centre, scale²) and y = 6 + 4x₁ + 3x₂ + noise·ε."""
    X = generator(seed, DATA).standard_normal((n_samples, 2)) * [1.0, scale] + [0.0, centre]
    epsilon = generator(seed, NOISE).standard_normal(n_samples)
    return X, TRUE_WEIGHTS[0] + X @ TRUE_WEIGHTS[1:] + noise * epsilon


@lru_cache(maxsize=64)
def experiment(settings: FeatureScalingSettings) -> Experiment:
    """The run of the settings."""
    examples = data(settings).of[settings.features].examples
    random_source: RandomSource = KeyedSource(int(settings.seed))
    start = None
    if settings.source in PUBLISHED:
        _, published = PUBLISHED[settings.source].replay()
        random_source, start = published.random_source, published.initial_weights
    batch_size = None if math.isinf(settings.batch_size) else int(settings.batch_size)
    return Experiment(
        X=examples.X,
        y=examples.y,
        model=MODEL,
        loss=LOSS,
        optimizer=GradientDescent(settings.learning_rate, batch_size),
        random_source=random_source,
        initial_weights=start,
        divergence_limit=DIVERGED_ABOVE,
        provenance=examples.provenance,
    )


def steps_per_epoch(settings: FeatureScalingSettings) -> int:
    """Steps in which every example is used once."""
    n_samples = len(experiment(settings).y)
    return math.ceil(n_samples / min(settings.batch_size, n_samples))


def last_step(settings: FeatureScalingSettings) -> int:
    """The step at which the run is complete."""
    return min(int(settings.epochs) * steps_per_epoch(settings), MOST_STEPS)


def start(settings: FeatureScalingSettings) -> dict[str, FloatArray]:
    """The first weights in both units."""
    return data(settings).weights(settings.features, initial_state(experiment(settings)).weights)


def first_fitted(settings: FeatureScalingSettings, features: str) -> FloatArray:
    """What a neuron with the run's first weights computes from these features: (n_samples,)."""
    return MODEL.outputs(initial_state(experiment(settings)).weights, data(settings).of[features].examples.X)


def plane(settings: FeatureScalingSettings, features: str, n_points: int) -> Slice:
    """The plane of two weights in one kind of units, through the least squares weights, with the start on it.

    It is a square, so that contours which are round look round.
    """
    optimum = data(settings).of[features].bowl.optimum
    seen = np.array([optimum, start(settings)[features]])[:, PLANES[settings.plane]]
    half = max(0.8 * float(np.ptp(seen, axis=0).max()), 1.0)
    centre = seen.mean(axis=0)
    a, b = (np.linspace(middle - half, middle + half, n_points) for middle in centre)
    return replace(coordinate_slice(optimum, *PLANES[settings.plane]), a=a, b=b)
