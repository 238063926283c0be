"""Gradient descent on a linear model as a chain of affine maps, walked in many blocks side by side.

With squared error the step of one example is w ← A·w + c, where A = I − 2η·x·xᵀ and c = 2η·y·x; the step of a batch is
the mean of its examples' steps, and L2 is affine too. A chain of such maps is cut into blocks. From P + 1 start states
at once, all blocks are walked side by side, which gives each block's own map; these maps, chained, say where every
block starts; from there, once more side by side, goes the true path. 100,000 steps take two walks of 80.
"""

from math import sqrt

import numpy as np

from nnviz.core.objectives.losses import LOSSES
from nnviz.core.training.experiment import Experiment
from nnviz.core.types import FloatArray, IntArray

MOST_WEIGHTS = 8  # a map has P(P + 1) numbers
FEW_STEPS = 48  # a chain no longer than this is walked step by step
SEAM = 1e-12


class NoSeamError(ArithmeticError):
    """The blocks of a chain do not meet: its maps stretch so much that composing them loses the digits."""


def are_steps_affine(experiment: Experiment) -> bool:
    """Whether every step of a run is w ← A·w + c with few weights: squared error, plain descent, L2 at most."""
    model, penalty = experiment.model, experiment.penalty
    linear = not (model.hidden or model.n_droppable) and model.n_parameters <= MOST_WEIGHTS
    quadratic = experiment.loss is LOSSES["mean squared error"] and (penalty is None or penalty.kind == "L2")
    return linear and quadratic and experiment.optimizer.is_plain_descent


def example_maps(inputs: FloatArray, y: FloatArray, learning_rate: float) -> FloatArray:
    """The step of each example alone: inputs (n, P) with the constant, y (n,) -> maps (P, 1 + P, n).

    A map takes w to map[:, 0] + map[:, 1:] @ w.
    """
    x = inputs.T
    maps = np.empty((len(x), 1 + len(x), len(y)))
    maps[:, 0] = 2.0 * learning_rate * y * x
    maps[:, 1:] = np.eye(len(x))[:, :, None] - 2.0 * learning_rate * x[:, None] * x
    return maps


def penalise(maps: FloatArray, experiment: Experiment, n_rows: IntArray) -> None:
    """Puts an L2 penalty into the maps (P, 1 + P, n) of batches of n_rows (n,), as a subgradient or proximal step."""
    penalty, optimizer = experiment.penalty, experiment.optimizer
    if penalty is None:
        return
    strength = penalty.strength / (n_rows if penalty.divided_by_batch else np.ones(len(n_rows)))
    pull = 2.0 * optimizer.learning_rate * strength * experiment.model.penalised(penalty.bias)[:, None]
    if optimizer.proximal:
        maps /= (1.0 + pull)[:, None]
    else:
        diagonal = np.arange(len(maps))
        maps[diagonal, 1 + diagonal] -= pull


def walk(maps: FloatArray, order: IntArray, start: FloatArray) -> FloatArray:
    """The weights (S, P) after each of the steps maps[..., order], from the weights `start` (P,).

    maps (P, 1 + P, n), order (S,) with entries below n. Raises NoSeamError where blocks do not meet to 1e-12 of the
    weights.
    """
    if len(order) <= FEW_STEPS:
        return _step_by_step(maps, order, start)
    n_weights, n_steps = len(start), len(order)
    length = round(sqrt(n_steps) / 4.0)  # measured: few long rows are faster than many short ones
    n_blocks = -(-n_steps // length)
    stay = np.concatenate([np.zeros((n_weights, 1)), np.eye(n_weights)], axis=1)  # the map that fills the last block
    places = np.full(n_blocks * length, maps.shape[-1])
    places[:n_steps] = order
    blocks = np.concatenate([maps, stay[..., None]], axis=-1).take(places.reshape(n_blocks, length).T, axis=-1)
    starts = np.vstack([start, walk(composed(blocks), np.arange(n_blocks - 1), start)])
    path = _paths(blocks, starts.T)
    _check_seams(path[-1, :, :-1], starts[1:].T)
    return path.transpose(2, 0, 1).reshape(-1, n_weights)[:n_steps]


def composed(maps: FloatArray) -> FloatArray:
    """The maps of whole blocks: maps (P, 1 + P, length, ...), applied along the length -> (P, 1 + P, ...)."""
    n_weights, _, length, *blocks = maps.shape
    states = np.zeros((n_weights, 1 + n_weights, *blocks))  # a column per start: the origin, then every direction
    states[np.arange(n_weights), 1 + np.arange(n_weights)] = 1.0
    products = np.empty((n_weights, *states.shape))
    for step in range(length):
        np.multiply(maps[:, 1:, step, None], states, products)
        np.add.reduce(products, axis=1, out=states)
        np.add(states[:, 0], maps[:, 0, step], states[:, 0])
    return states


def _paths(maps: FloatArray, starts: FloatArray) -> FloatArray:
    """The weights after each step of every block, (length, P, n_blocks), from its start (P, n_blocks)."""
    n_weights, _, length, n_blocks = maps.shape
    paths, products = np.empty((length, n_weights, n_blocks)), np.empty((n_weights, n_weights, n_blocks))
    weights = starts
    for step in range(length):
        np.multiply(maps[:, 1:, step], weights, products)
        weights = np.add.reduce(products, axis=1, out=paths[step])
        np.add(weights, maps[:, 0, step], weights)
    return paths


def _step_by_step(maps: FloatArray, order: IntArray, start: FloatArray) -> FloatArray:
    path = np.empty((len(order), len(start)))
    weights = start
    for step, place in enumerate(order):
        weights = path[step] = maps[:, 0, place] + maps[:, 1:, place] @ weights
    return path


def _check_seams(ends: FloatArray, starts: FloatArray) -> None:
    scale = 1.0 + np.abs(starts).max(axis=0)
    if not (np.abs(ends - starts) <= SEAM * scale).all():
        raise NoSeamError("the blocks of the chain do not meet")
