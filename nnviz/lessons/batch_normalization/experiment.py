"""From the settings to two experiments: one normalised, one beside it that differs in one thing."""

from functools import lru_cache

import numpy as np

from nnviz.core.analysis.class_scores import share_right
from nnviz.core.analysis.ranges import padded_range
from nnviz.core.analysis.regions import PlaneGrid, plane_grid
from nnviz.core.data.datasets import Dataset
from nnviz.core.models.batch_norm import OFF, BatchNormalisation
from nnviz.core.models.network import Network
from nnviz.core.objectives.class_losses import log_loss_of
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.batch_normalization.settings import BESIDE, MOONS, WITHOUT, BatchNormSettings
from nnviz.page.in_pieces import Pieces, in_pieces
from nnviz.user_data.examples import HELD_OUT, ChosenData

SIDES = ("normalised", "beside")
N_LAYERS = 3
N_VALIDATION = 200
N_REGION = 28
MOST_OWN_ROWS = 500
DIVERGED_ABOVE = 1e6  # a mean log loss far beyond any picture
SWEPT_RATES = np.array([0.01, 0.03, 0.1, 0.3, 1.0, 2.0, 5.0, 10.0])
SWEEP_STEPS = 300
STEPS_IN_PIECE = 25  # of eight runs at once: at most 35 ms
SWEPT_FIELDS = {"learning_rate": 1.0, "values": BatchNormSettings().values, "neuron": 1, "loss_axis": "logarithmic"}
"""Fields that the sweep over learning rates does not depend on, at fixed values."""


def chosen(settings: BatchNormSettings) -> ChosenData:
    """The data set of the settings before it is drawn."""
    return ChosenData(
        settings.data,
        settings.own_data,
        instead=MOONS,
        standardised=True,
        most_rows=MOST_OWN_ROWS,
        held_out=HELD_OUT,
    )


@lru_cache(maxsize=32)
def data(settings: BatchNormSettings) -> tuple[Dataset, Dataset]:
    """The training points, and those held out."""
    sizes = int(settings.n_samples), N_VALIDATION
    return chosen(settings).draw_parts(sizes, settings.noise, int(settings.seed))


def places(settings: BatchNormSettings) -> tuple[str, ...]:
    """Where each hidden layer of the normalised run is normalised."""
    return (settings.layer_1, settings.layer_2, settings.layer_3)


def model(settings: BatchNormSettings, side: str) -> Network:
    """The network of a run; beside stands the plain one when that is the difference."""
    where = places(settings)
    if side == "beside" and settings.beside == WITHOUT:
        where = (OFF,) * N_LAYERS
    hidden = (int(settings.neurons),) * N_LAYERS
    normalisation = BatchNormalisation(where, settings.momentum)
    n_outputs = chosen(settings).kind.n_outputs
    return Network(2, hidden, settings.activation, normalisation=normalisation, n_outputs=n_outputs)


def batch_size(settings: BatchNormSettings, side: str) -> int:
    """Examples in a step of a run."""
    other = BESIDE[settings.beside] if side == "beside" else None
    return int(settings.batch_size) if other is None else other


@lru_cache(maxsize=32)
def experiments(settings: BatchNormSettings) -> dict[str, Experiment]:
    """The runs: the same points, first weights and shuffles."""
    return {side: _experiment(settings, side, settings.learning_rate) for side in SIDES}


def _experiment(settings: BatchNormSettings, side: str, learning_rate: float | FloatArray) -> Experiment:
    training, _ = data(settings)
    return Experiment(
        X=training.X,
        y=training.y,
        model=model(settings, side),
        loss=log_loss_of(chosen(settings).kind.n_outputs),
        optimizer=GradientDescent(learning_rate, batch_size(settings, side)),
        random_source=KeyedSource(int(settings.seed)),
        divergence_limit=DIVERGED_ABOVE,
        provenance=training.provenance,
    )


def sweep(settings: BatchNormSettings) -> dict[str, FloatArray]:
    """The training accuracy of both runs after SWEEP_STEPS steps at each of SWEPT_RATES; NaN where it diverged."""
    return _sweep(settings.model_copy(update=SWEPT_FIELDS))


@in_pieces(maxsize=64)
def _sweep(settings: BatchNormSettings) -> Pieces[dict[str, FloatArray]]:
    found = {}
    for side in SIDES:
        run = _experiment(settings, side, SWEPT_RATES)
        state = initial_state(run)
        while state.step < SWEEP_STEPS:
            _, state = advance(run, state, STEPS_IN_PIECE, SWEEP_STEPS)
            yield
        with np.errstate(over="ignore", invalid="ignore"):
            outputs = run.model.outputs(state.weights, run.X, state.memory)
            found[side] = share_right(run.loss, outputs, run.y)
    return found


def grid(settings: BatchNormSettings) -> PlaneGrid:
    """Where predictions over the two features are drawn."""
    training, _ = data(settings)
    first, second = map(padded_range, training.X.T)
    return plane_grid(first, second, N_REGION)
