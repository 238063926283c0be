"""From the settings of the penalties page to data, experiments and exact answers."""

import math
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from functools import lru_cache

import numpy as np

from nnviz.core.data.datasets import Dataset, make_dataset
from nnviz.core.data.redundant_features import with_copied_feature, with_useless_features
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import PENALTIES, Penalty
from nnviz.core.random_source import KeyedSource
from nnviz.core.solvers.penalised import SOLVERS
from nnviz.core.training.advance import mean_loss
from nnviz.core.training.experiment import Experiment
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.penalties.notebooks_fits import is_notebooks, notebooks_fits
from nnviz.lessons.penalties.settings import BATCH_SIZES, COPIED, USELESS, PenaltySettings
from nnviz.runs.sides import Side

SIZES = (8, 16, 32, 64, 128, 256, 512, 1000)
DIVERGED_ABOVE = 1e15
MOST_STEPS = 100_000
PATH_STRENGTHS = np.geomspace(1e-4, 100.0, 121)


@lru_cache(maxsize=64)
def data(settings: PenaltySettings) -> tuple[FloatArray, FloatArray, tuple[str, ...]]:
    """X (n_samples, n_features), y (n_samples,) and the names of all weights, the bias first."""
    if is_notebooks(settings):
        fit = notebooks_fits(settings)[0]
        return fit.X, fit.y, ("bias", "x", "useless")[: 1 + fit.X.shape[1]]
    found = _drawn(settings)
    return found.X, found.y, ("bias", *found.feature_names)


def _drawn(settings: PenaltySettings) -> Dataset:
    """The line with the features that explain nothing new."""
    line = make_dataset("toy line", int(settings.n_samples), settings.noise, int(settings.seed))
    make = {
        USELESS: lambda: with_useless_features(line, int(settings.n_useless), settings.correlation, int(settings.seed)),
        COPIED: lambda: with_copied_feature(line),
    }
    return make[settings.data]()


def penalty(settings: PenaltySettings) -> Penalty:
    """The penalty of the settings."""
    return Penalty(
        settings.penalty,
        settings.penalty_strength,
        bias=settings.penalise_bias,
        divided_by_batch=settings.divided_by_batch,
        l1_share=settings.l1_share,
        exponent=settings.exponent,
    )


def batch_sizes(settings: PenaltySettings) -> tuple[int, ...]:
    """The sizes that are compared: the notebook's eight, as far as there are that many examples, and all of them."""
    n_samples = len(data(settings)[1])
    return (*(size for size in SIZES if size < n_samples), n_samples)


def mean_strength(settings: PenaltySettings, batch_size: int) -> float:
    """The λ that a step uses on the average of an epoch, where batches of another size may use another λ."""
    if not settings.divided_by_batch:
        return settings.penalty_strength
    return float(np.mean([settings.penalty_strength / n for n in _batches(settings, batch_size)]))


def strongest(settings: PenaltySettings) -> float:
    """The largest λ of all steps: where it is divided, that of the smallest batch."""
    if not settings.divided_by_batch:
        return settings.penalty_strength
    sizes = batch_sizes(settings) if settings.comparison == BATCH_SIZES else (batch_size(settings),)
    return settings.penalty_strength / min(n for size in sizes for n in _batches(settings, size))


def _batches(settings: PenaltySettings, batch_size: int) -> list[int]:
    """The examples in each batch of an epoch; the last one may have fewer."""
    n_samples = len(data(settings)[1])
    return [min(batch_size, n_samples - first) for first in range(0, n_samples, batch_size)]


def batch_size(settings: PenaltySettings) -> int:
    """The examples of a full batch; all of them where batch sizes are compared: the exact weights are theirs."""
    n_samples = len(data(settings)[1])
    every = math.isinf(settings.batch_size) or settings.comparison == BATCH_SIZES
    return n_samples if every else min(int(settings.batch_size), n_samples)


def exact(settings: PenaltySettings, strengths: FloatArray) -> FloatArray:
    """The exact weights (..., P) for these λ."""
    X, y, _ = data(settings)
    return SOLVERS[settings.penalty](penalty(settings), X, y, strengths)


@lru_cache(maxsize=64)
def exact_now(settings: PenaltySettings) -> FloatArray:
    """The exact weights (P,) for the λ that training uses."""
    return exact(settings, np.array(mean_strength(settings, batch_size(settings))))


@lru_cache(maxsize=64)
def exact_by_size(settings: PenaltySettings) -> FloatArray:
    """The exact weights (n_sizes, P) for the λ that training uses with every one of the batch sizes."""
    strengths = [mean_strength(settings, size) for size in batch_sizes(settings)]
    different, places = np.unique(strengths, return_inverse=True)  # often one λ serves them all
    return exact(settings, different)[places]


@lru_cache(maxsize=64)
def _path(settings: PenaltySettings) -> FloatArray:
    return exact(settings, PATH_STRENGTHS)


def path(settings: PenaltySettings) -> FloatArray:
    """The exact weights over PATH_STRENGTHS: (121, P)."""
    unused = {
        name: PenaltySettings.model_fields[name].default
        for name in (
            "penalty_strength",
            "learning_rate",
            "batch_size",
            "divided_by_batch",
            "epochs",
            "slice_weight",
            "comparison",
        )
    }
    return _path(settings.model_copy(update=unused))


def objective(settings: PenaltySettings, weights: FloatArray) -> FloatArray:
    """L(w) + λR(w) with the λ that training uses, for weights (..., P)."""
    strength = mean_strength(settings, batch_size(settings))
    penalised = Network(weights.shape[-1] - 1).penalised(settings.penalise_bias)
    size = penalty(settings).size(weights, penalised)
    return np.asarray(mean_squared_error(settings, weights) + strength * size)


def mean_squared_error(settings: PenaltySettings, weights: FloatArray) -> FloatArray:
    """L(w) for weights (..., P)."""
    X, y, _ = data(settings)
    return mean_loss(Network(X.shape[1]), LOSSES["mean squared error"], weights, X, y)


def methods(settings: PenaltySettings) -> tuple[str, ...]:
    """The ways to step that the penalty has: a p-norm takes no proximal step here."""
    proximal = PENALTIES[settings.penalty].rules.proximal
    return ("subgradient",) if proximal is None else ("subgradient", "proximal")


@lru_cache(maxsize=64)
def sides(settings: PenaltySettings) -> Mapping[str, Side]:
    """What trains: the two methods step by step, or one run for every batch size, epoch by epoch."""
    if settings.comparison == BATCH_SIZES:
        sizes = batch_sizes(settings)
        fits = [_experiment(settings, place, size) for place, size in enumerate(sizes)]
        n_samples = len(data(settings)[1])
        paces = [-(-n_samples // size) for size in sizes]
        return {f"size_{place}": Side(*fit) for place, fit in enumerate(zip(fits, paces, strict=True))}
    size = None if math.isinf(settings.batch_size) and not is_notebooks(settings) else batch_size(settings)
    return {method: Side(_experiment(settings, 0, size, proximal=method == "proximal")) for method in methods(settings)}


def _experiment(settings: PenaltySettings, place: int, batch_size: int | None, proximal: bool = False) -> Experiment:
    """One run; on the notebook's data it starts and shuffles as the notebook's fit at this place of its entry."""
    X, y, _ = data(settings)
    run = Experiment(
        X=X,
        y=y,
        model=Network(X.shape[1]),
        loss=LOSSES["mean squared error"],
        optimizer=GradientDescent(settings.learning_rate, batch_size, proximal=proximal),
        penalty=penalty(settings),
        random_source=KeyedSource(int(settings.seed)),
        divergence_limit=DIVERGED_ABOVE,
    )
    if not is_notebooks(settings):
        return replace(run, provenance=_drawn(settings).provenance)
    fits = notebooks_fits(settings)
    fit = fits[min(place, len(fits) - 1)]
    return replace(
        run, random_source=deepcopy(fit.random_source), initial_weights=fit.initial_weights, provenance=fit.provenance
    )


def last_step(settings: PenaltySettings) -> float:
    """The step (the epoch, where batch sizes are compared) at which the run is complete; infinite for no end."""
    if settings.comparison == BATCH_SIZES:
        return settings.epochs
    n_samples = len(data(settings)[1])
    return settings.epochs * math.ceil(n_samples / batch_size(settings))
