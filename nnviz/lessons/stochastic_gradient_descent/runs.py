"""The four runs of the page, each made whole in one go, and what a page step shows of them.

A page step is one example seen, the same for all batch sizes: a run shows the weights of its last complete update.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from nnviz.core import rng_keys
from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.network import Network
from nnviz.core.notebook.fits import notebook_fit
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.solvers.quadratic import Bowl
from nnviz.core.training.affine_maps import example_maps
from nnviz.core.training.experiment import Experiment, initial_state
from nnviz.core.training.full_run import Updates, all_updates
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.training.shuffles import final_weights, shuffles
from nnviz.core.types import FloatArray, IntArray
from nnviz.lessons.stochastic_gradient_descent.settings import (
    NOTEBOOK,
    NOTEBOOK_64,
    NOTEBOOK_SIZES,
    OWN,
    PICTURES,
    SGDSettings,
    batch_sizes,
)
from nnviz.user_data.examples import ChosenData
from nnviz.user_data.standardised_line import standardised_line

DIVERGED_ABOVE = 1e15
N_SHUFFLES = 100
MOST_EXAMPLES = 4_000  # seen by each of the hundred runs, so that moving a slider stays quick


@dataclass(frozen=True, eq=False)
class BatchRun:
    """One batch size's run: its updates, and the weights (S + 1, P) from the start on."""

    batch_size: int
    n_samples: int
    updates: Updates
    weights: FloatArray

    def n_updates(self, examples_seen: IntArray) -> IntArray:
        """The complete updates after so many examples; the last batch of an epoch may be smaller."""
        return complete_updates(examples_seen, self.n_samples, self.batch_size)


def complete_updates(examples_seen: IntArray, n_samples: int, batch_size: int) -> IntArray:
    """How many batches are full, or the last of their epoch, after so many examples."""
    epochs, within = np.divmod(examples_seen, n_samples)
    complete: IntArray = epochs * -(-n_samples // batch_size) + within // batch_size
    return complete


@dataclass(frozen=True, eq=False)
class Comparison:
    """All runs of the page by their switch, on the same data, from the same start, with the same shuffles."""

    X: FloatArray
    y: FloatArray
    start: FloatArray
    bowl: Bowl
    runs: dict[str, BatchRun]

    @property
    def n_samples(self) -> int:
        """N."""
        return len(self.y)


def comparison(settings: SGDSettings) -> Comparison:
    """The runs of the settings, whatever the pictures show of them."""
    defaults = SGDSettings()
    return _comparison(settings.model_copy(update={name: getattr(defaults, name) for name in PICTURES}))


@lru_cache(maxsize=8)
def _comparison(settings: SGDSettings) -> Comparison:
    runs = {}
    for switch, size in batch_sizes(settings).items():
        run = experiment(settings, size)
        n_samples = len(run.y)
        batch_size = n_samples if size is None else min(size, n_samples)
        updates = all_updates(run, int(settings.n_epochs) * -(-n_samples // batch_size))
        weights = np.vstack([initial_state(run).weights, updates.weights])
        runs[switch] = BatchRun(batch_size, n_samples, updates, weights)
    return Comparison(run.X, run.y, weights[0], Bowl.of(run.X, run.y), runs)


def chosen(settings: SGDSettings) -> ChosenData:
    """The data of the settings before they are drawn: their name, and one's own if these are chosen and there."""
    return standardised_line(settings.data, settings.own_data, instead=OWN)


def experiment(settings: SGDSettings, batch_size: int | None) -> Experiment:
    """The run of one batch size; None takes all examples, and so shuffles nothing."""
    optimizer = GradientDescent(settings.learning_rate, batch_size)
    return replace(_given(settings), optimizer=optimizer, divergence_limit=DIVERGED_ABOVE)


def _given(settings: SGDSettings) -> Experiment:
    """Data, draws and start: from the seed, those of one of the notebook's own runs, or data of one's own."""
    if settings.data in ENTRIES:
        return _published(settings)
    own, seed = chosen(settings), int(settings.seed)
    drawn = make_dataset("toy line", int(settings.n_samples), settings.noise, seed)
    dataset = own.draw(1, 0.0, seed) if own.is_own else drawn
    return Experiment(
        X=dataset.X,
        y=dataset.y,
        model=Network(1),
        loss=LOSSES["mean squared error"],
        optimizer=GradientDescent(settings.learning_rate),
        random_source=KeyedSource(seed),
        initial_weights=np.zeros(2),
        provenance=dataset.provenance,
    )


ENTRIES = {NOTEBOOK: "sgd", NOTEBOOK_64: "batch_64", NOTEBOOK_SIZES: "batch_sizes"}
PUBLISHED_SIZES = (8, 16, 32, 64, 128, 256)


def _published(settings: SGDSettings) -> Experiment:
    """The notebook's run of the chosen data; of its six batch sizes yours, or the first when it did not have yours."""
    size = int(settings.batch_size)
    has_yours = settings.data == NOTEBOOK_SIZES and size in PUBLISHED_SIZES
    _, published = notebook_fit(ENTRIES[settings.data], PUBLISHED_SIZES.index(size) if has_yours else 0)
    return published


@dataclass(frozen=True, eq=False)
class Spread:
    """The weights (N_SHUFFLES, P) of runs that differ in their shuffles alone, by switch, after n_epochs.

    `weights_inside` are those in the middle of the last epoch, where a run has not seen every example as often.
    """

    n_epochs: int
    weights: dict[str, FloatArray]
    weights_inside: dict[str, FloatArray]


def spread(settings: SGDSettings) -> Spread:
    """The final weights of a hundred shuffles on the data of the page, from its start, for every batch size."""
    defaults = SGDSettings()
    return _spread(settings.model_copy(update={name: getattr(defaults, name) for name in PICTURES}))


@lru_cache(maxsize=64)
def _spread(settings: SGDSettings) -> Spread:
    given = _comparison(settings)
    n_epochs = max(1, min(int(settings.n_epochs), MOST_EXAMPLES // given.n_samples))
    generator = rng_keys.generator(int(settings.seed), rng_keys.SHUFFLES)
    orders = shuffles(generator, n_epochs, given.n_samples, N_SHUFFLES)
    maps = example_maps(design_matrix(given.X), given.y, settings.learning_rate)
    sizes = [run.batch_size for run in given.runs.values()]
    before = final_weights(maps, sizes, list(orders[:-1]), given.start) if n_epochs > 1 else given.start
    found = final_weights(maps, sizes, [orders[-1]], before)
    inside = [
        final_weights(maps, [size], [orders[-1][: _half(given.n_samples, size)]], begun[None])[0]
        for size, begun in zip(sizes, np.broadcast_to(before, found.shape), strict=True)
    ]
    return Spread(n_epochs, *(dict(zip(given.runs, weights, strict=True)) for weights in (found, inside)))


def _half(n_samples: int, batch_size: int) -> int:
    """How many examples the whole batches of half an epoch have; at least one batch."""
    return min(n_samples, max(1, n_samples // 2 // batch_size) * batch_size)
