"""From the settings to two experiments that differ in their loss alone."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.analysis.regions import PlaneGrid, plane_grid
from nnviz.core.data.datasets import Dataset
from nnviz.core.models.network import Network
from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.published import replay
from nnviz.core.objectives.class_losses import CLASS_LOSSES
from nnviz.core.objectives.losses import LOSSES, Loss
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import BoolArray, FloatArray, IntArray
from nnviz.lessons.xor.settings import FOUR_POINTS, NOISY_XOR, SIDES, STARTS, XorSettings
from nnviz.page.in_pieces import Pieces, in_pieces
from nnviz.user_data.examples import ChosenData

PUBLISHED = {"squared": "xor_mse", "log": "xor_logloss"}
"""The run -> the notebook's fit with this loss."""

SUMMED = {"squared": "half the summed squared error of the probability", "log": "summed log loss"}
MEAN = {"squared": "squared error of the probability", "log": "log loss"}
OF_CLASSES = {"squared": "squared error of the probabilities", "log": "softmax"}
"""The run -> its loss: in the notebook, as a mean, and of more than two classes."""

N_FOLLOWED = 4
MOST_OWN_ROWS = 500
DIVERGED_ABOVE = 1e15
N_REGION, N_NEURON = 32, 20
N_STEPS = 3000
STEPS_IN_PIECE = 500  # at most 20 ms
SURE = 0.02
"""The error below which an example is called learnt for sure."""


@lru_cache(maxsize=2)
def published(side: str) -> Experiment:
    """The notebook's own experiment, from its place in the notebook's random stream."""
    ((_, experiment),) = replay(CHAIN, PUBLISHED[side])
    return experiment


def chosen(settings: XorSettings) -> ChosenData:
    """The data set of the settings before it is drawn, where it is not the four points."""
    return ChosenData(settings.data, settings.own_data, instead=NOISY_XOR, standardised=True, most_rows=MOST_OWN_ROWS)


@lru_cache(maxsize=32)
def data(settings: XorSettings) -> Dataset:
    """The four points as the notebook has them, a cloud, or data of one's own."""
    if settings.data == FOUR_POINTS:
        fit = published("squared")
        return Dataset(FOUR_POINTS, fit.X, fit.y, "classification", ("x1", "x2"), "x1 XOR x2")
    return chosen(settings).draw(int(settings.n_samples), settings.noise, int(settings.seed))


def model(settings: XorSettings) -> Network:
    """The features, one hidden layer, one output, or one for each of more than two classes."""
    biases, n_outputs = (True, settings.output_bias), n_classes(settings) if is_many(settings) else 1
    return Network(2, (int(settings.neurons),), settings.activation, biases=biases, n_outputs=n_outputs)


def n_classes(settings: XorSettings) -> int:
    """K, of which there are more than two in data of one's own alone."""
    return 2 if settings.data == FOUR_POINTS else max(chosen(settings).kind.n_outputs, 2)


def is_many(settings: XorSettings) -> bool:
    """Whether there are more than two classes."""
    return n_classes(settings) > 2


def fits_notebook(settings: XorSettings) -> bool:
    """Whether the network is the notebook's, so that its first weights fit."""
    return model(settings) == published("squared").model


def losses(settings: XorSettings) -> dict[str, Loss]:
    """Sums over the four points, as in the notebook; means where the number of points is a setting."""
    if is_many(settings):
        return {side: CLASS_LOSSES[word] for side, word in OF_CLASSES.items()}
    words = SUMMED if settings.data == FOUR_POINTS else MEAN
    return {side: LOSSES[word] for side, word in words.items()}


@lru_cache(maxsize=32)
def experiments(settings: XorSettings) -> dict[str, Experiment]:
    """One run per loss: same data, same draws, and the same start unless each is to have its own."""
    examples, seed = data(settings), int(settings.seed)
    return {
        side: Experiment(
            X=examples.X,
            y=examples.y,
            model=model(settings),
            loss=losses(settings)[side],
            optimizer=GradientDescent(
                learning_rate(settings, side), None if math.isinf(settings.batch_size) else int(settings.batch_size)
            ),
            random_source=KeyedSource(seed),
            initial_weights=_start(settings, side),
            divergence_limit=DIVERGED_ABOVE,
            provenance=examples.provenance,
        )
        for side in SIDES
    }


def factor(settings: XorSettings) -> float:
    """How much shorter the squared error's gradient is where each of K classes is predicted with 1/K.

    With half the sum it is 1/σ′ = 4 where a prediction is ½, with the mean 2. With softmax the slope of Σ (p − Y)² is
    2(diag p − ppᵀ)(p − Y), and there (2/K)(p − Y): it is K/2.
    """
    if is_many(settings):
        return n_classes(settings) / 2.0
    return 4.0 if settings.data == FOUR_POINTS else 2.0


def learning_rate(settings: XorSettings, side: str) -> float:
    """η of a run: with the same first step that of the squared error is as much larger as its gradient is shorter."""
    if side == "squared" and settings.same_first_step:
        return settings.learning_rate * factor(settings)
    return settings.learning_rate


@dataclass(frozen=True)
class Reached:
    """The first step with every example `right`, and that with every error below SURE; None if not within N_STEPS."""

    right: int | None = None
    sure: int | None = None


@in_pieces(maxsize=64)
def reached(settings: XorSettings) -> Pieces[dict[str, Reached]]:
    """How soon each run has all examples right, and how soon it is sure of them."""
    found = dict.fromkeys(SIDES, Reached())
    for side, run in experiments(settings).items():
        state = initial_state(run)
        while found[side].sure is None and state.step < N_STEPS:
            recording, state = advance(run, state, STEPS_IN_PIECE)
            error = np.abs(run.loss.predict(run.model.outputs(recording.weights, run.X)) - run.y).max(axis=-1)
            right, sure = (_first(recording.step, error < most) for most in (0.5, SURE))
            found[side] = Reached(found[side].right or right, sure)
            yield
    return found


def _first(steps: IntArray, holds: BoolArray) -> int | None:
    return int(steps[np.argmax(holds)]) if holds.any() else None


def slope_at_start(settings: XorSettings) -> float:
    """The mean of ŷ(1 − ŷ) over the examples, at the first weights of the squared error.

    Of more than two classes the factor is a matrix, diag ŷ − ŷŷᵀ: by how much it shortens ŷ − Y.
    """
    run = experiments(settings)["squared"]
    z = run.model.outputs(initial_state(run).weights, run.X)
    prediction = run.loss.predict(z)
    if not run.loss.of_classes:
        return float((prediction * (1.0 - prediction)).mean())
    Y = run.loss.targets(run.y, n_classes(settings))
    shortened = run.loss.derivative(z, Y, np.empty_like(z)) / 2.0
    return float((np.linalg.norm(shortened, axis=0) / np.linalg.norm(prediction - Y, axis=0)).mean())


def _start(settings: XorSettings, side: str) -> FloatArray | None:
    if settings.start == STARTS[2] or not fits_notebook(settings):
        return None
    return published(side if settings.start == STARTS[1] else "squared").initial_weights


def grid(settings: XorSettings, n: int) -> PlaneGrid:
    """Where surfaces over the two features are drawn."""
    first, second = data(settings).X.T
    margin = 0.25 if settings.data == FOUR_POINTS else 0.1
    return plane_grid(padded_range(first, margin), padded_range(second, margin), n)


@lru_cache(maxsize=32)
def followed(settings: XorSettings) -> Dataset:
    """The four examples whose predictions are traced: all there are, or the first four.

    Of more than two classes they are the first of each in turn, however the rows are sorted.
    """
    examples = data(settings)
    if not is_many(settings):
        return examples.rows(np.arange(N_FOLLOWED))
    rank = (np.tril(examples.y[:, None] == examples.y).sum(axis=1), examples.y)
    return examples.rows(np.lexsort(rank[::-1])[:N_FOLLOWED])
