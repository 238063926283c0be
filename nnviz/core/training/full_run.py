"""Every update of a run in one go, for pictures that show a whole run at once.

A linear model takes the composed walk of `affine`; its numbers are those of the plain loop up to rounding, not to the
last bit, so `advance` never uses it: a run that is made in pieces has the same bytes however it is cut.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnviz.core.training.advance import advance
from nnviz.core.training.affine_maps import NoSeamError, are_steps_affine, example_maps, penalise, walk
from nnviz.core.training.experiment import Experiment, State, initial_state
from nnviz.core.types import FloatArray, IntArray

EXAMPLES_AT_ONCE = 2**18


@dataclass(frozen=True, eq=False)
class Updates:
    """Every step of a run: the loss of its batch before it (S,), the weights after it (S, P), where it diverged."""

    loss: FloatArray
    weights: FloatArray
    diverged_at: int | None = None


def all_updates(experiment: Experiment, n_steps: int) -> Updates:
    """The first n_steps of one run, from its initial state.

    Composed where all steps are affine, take a part of the data, and meet at the seams of the blocks; else, and where
    a run diverges, by the plain loop. Raises ValueError for several runs at once.
    """
    start = initial_state(experiment)
    if start.weights.ndim > 1:
        raise ValueError("all_updates makes one run, not several")
    if are_steps_affine(experiment) and experiment.optimizer.batch_size is not None:
        with np.errstate(all="ignore"):  # an overflow is a divergence, which the plain loop will report
            composed = _composed(experiment, start.weights, n_steps)
        if composed is not None:
            return composed
    return plain_updates(experiment, start, n_steps)


def plain_updates(experiment: Experiment, start: State, n_steps: int) -> Updates:
    """The same by `advance`, one step after the other."""
    recording, _ = advance(experiment, start, n_steps)
    diverged_at = recording.diverged_at
    if isinstance(diverged_at, tuple):
        raise ValueError("several runs have several divergences")
    return Updates(recording.loss, recording.weights, diverged_at)


class Visits(NamedTuple):
    """Which examples consecutive steps take: their numbers in order, and how many of them each step takes (S,)."""

    examples: IntArray
    n_rows: IntArray


def _visits(experiment: Experiment, n_steps: int) -> Iterator[Visits]:
    """The visits of n_steps, some epochs at a time."""
    n_samples = len(experiment.y)
    batch_size = min(experiment.optimizer.batch_size or n_samples, n_samples)
    n_rows = np.diff(np.append(np.arange(0, n_samples, batch_size), n_samples))
    n_epochs = max(1, EXAMPLES_AT_ONCE // n_samples)
    for first in range(0, -(-n_steps // len(n_rows)), n_epochs):
        n_left = n_steps - first * len(n_rows)
        epochs = range(first, first + min(n_epochs, -(-n_left // len(n_rows))))
        order = np.concatenate([drawn.order for drawn in experiment.random_source.of_epochs(epochs, n_samples, 0)])
        rows = np.tile(n_rows, len(epochs))[:n_left]
        yield Visits(order[: rows.sum()], rows)


def _composed(experiment: Experiment, start: FloatArray, n_steps: int) -> Updates | None:
    """The updates by composed walks, None where those cannot be trusted or the run diverges."""
    bias = int(experiment.model.layers[0].bias)
    inputs = np.hstack([np.ones((len(experiment.y), bias)), experiment.X])
    maps = example_maps(inputs, experiment.y, float(experiment.optimizer.learning_rate))
    losses, paths = [np.empty(0)], [start[None]]
    for visits in _visits(experiment, n_steps):
        try:
            paths.append(_path(maps, visits, experiment, paths[-1][-1]))
        except NoSeamError:
            return None
        before = np.vstack([paths[-2][-1:], paths[-1][:-1]])
        losses.append(_losses(inputs, experiment.y, visits, before))
        if not (losses[-1] <= experiment.divergence_limit).all():
            return None
    return Updates(np.concatenate(losses), np.concatenate(paths[1:]) if paths[1:] else np.empty((0, len(start))))


def _path(maps: FloatArray, visits: Visits, experiment: Experiment, start: FloatArray) -> FloatArray:
    """The weights after each step; batches of one example need no maps of their own."""
    if visits.n_rows.max() == 1 and experiment.penalty is None:
        return walk(maps, visits.examples, start)
    steps = _of_batches(maps.take(visits.examples, axis=-1), visits.n_rows)
    penalise(steps, experiment, visits.n_rows)
    return walk(steps, np.arange(len(visits.n_rows)), start)


def _losses(inputs: FloatArray, y: FloatArray, visits: Visits, before: FloatArray) -> FloatArray:
    """The mean squared error of every step's batch at the weights (S, P) before it."""
    weights = before if visits.n_rows.max() == 1 else before.repeat(visits.n_rows, axis=0)
    residuals = -y.take(visits.examples)
    for feature, weight in zip(inputs.T, weights.T, strict=True):
        residuals += feature.take(visits.examples) * weight
    return _of_batches(residuals * residuals, visits.n_rows)


def _of_batches(values: FloatArray, n_rows: IntArray) -> FloatArray:
    """Means over consecutive batches of n_rows (S,) along the last axis."""
    if n_rows.max() == 1:
        return values
    starts = np.cumsum(n_rows) - n_rows
    means: FloatArray = np.add.reduceat(values, starts, axis=-1) / n_rows
    return means
