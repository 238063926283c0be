"""From the settings to experiments, with dropout of either kind and without, that are otherwise the same."""

import math
from functools import lru_cache

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.analysis.regions import PlaneGrid, plane_grid
from nnviz.core.data.datasets import Dataset
from nnviz.core.models.network import Network
from nnviz.core.models.subnetworks import sample_masks
from nnviz.core.objectives.class_losses import log_loss_of
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.dropout.settings import DROPOUT, INVERTED, MOONS, REACH, DropoutSettings
from nnviz.user_data.examples import HELD_OUT, ChosenData

N_VALIDATION = 200
N_SUBNETWORKS = 10_000
N_REGION = 32
MOST_OWN_ROWS = 500
DIVERGED_ABOVE = 1e6  # a mean log loss far beyond any picture


def chosen(settings: DropoutSettings) -> ChosenData:
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
def data(settings: DropoutSettings) -> tuple[Dataset, Dataset]:
    """The training points, and those held out."""
    sizes = int(settings.n_samples), N_VALIDATION
    return chosen(settings).draw_parts(sizes, settings.noise, int(settings.seed))


SIDES = {"scaled": DROPOUT, "inverted": INVERTED, "without": "without dropout"}
"""The prefix of a run's arrays -> what the run is called."""


def model(settings: DropoutSettings, side: str) -> Network:
    """The network of a run: with the rates of the settings, or with none."""
    drops = side != "without"
    return Network(
        n_features=2,
        hidden=(int(settings.neurons),) * int(settings.hidden_layers),
        activation=settings.activation,
        input_dropout=settings.input_dropout if drops else 0.0,
        hidden_dropout=settings.hidden_dropout if drops else 0.0,
        inverted_dropout=side == "inverted",
        n_outputs=chosen(settings).kind.n_outputs,
    )


@lru_cache(maxsize=32)
def experiments(settings: DropoutSettings) -> dict[str, Experiment]:
    """The runs: the same points, first weights and order of examples, and the same masks where any are drawn."""
    training, _ = data(settings)
    batch_size = None if math.isinf(settings.batch_size) else int(settings.batch_size)
    return {
        side: Experiment(
            X=training.X,
            y=training.y,
            model=model(settings, side),
            loss=log_loss_of(chosen(settings).kind.n_outputs),
            optimizer=GradientDescent(settings.learning_rate, batch_size),
            random_source=KeyedSource(int(settings.seed)),
            divergence_limit=DIVERGED_ABOVE,
            provenance=training.provenance,
        )
        for side in SIDES
    }


def inside(settings: DropoutSettings) -> str:
    """The run that is looked into."""
    return next(side for side, name in SIDES.items() if name == settings.inside)


@lru_cache(maxsize=8)
def subnetworks(network: Network, seed: int) -> FloatArray:
    """The masks of the sampled subnetworks, the same at every step: (N_SUBNETWORKS, n_droppable)."""
    return sample_masks(network, N_SUBNETWORKS, seed)


def point(settings: DropoutSettings) -> FloatArray:
    """The example at which the subnetworks are asked: (2,)."""
    return np.array([settings.point_x, settings.point_y])


def asked_class(settings: DropoutSettings) -> int:
    """The class whose output is asked for where each has one: that of the training example nearest to the point."""
    training, _ = data(settings)
    return int(training.y[((training.X - point(settings)) ** 2).sum(axis=1).argmin()])


def is_exact(settings: DropoutSettings) -> bool:
    """Whether scaling gives the mean exactly: z is linear in the mask with one dropped layer, the last hidden one."""
    one_layer = settings.hidden_layers == 1 or settings.hidden_dropout == 0
    return settings.measure == "the sum z" and one_layer and not misses_features(settings)


def misses_features(settings: DropoutSettings) -> bool:
    """Whether a dropped feature can change what is said about the point: it is 0 in the origin anyway."""
    return settings.input_dropout > 0 and bool(point(settings).any())


def grid(settings: DropoutSettings) -> PlaneGrid:
    """Where predictions over the two features are drawn."""
    training, _ = data(settings)
    first, second = ((max(low, -REACH), min(high, REACH)) for low, high in map(padded_range, training.X.T))
    return plane_grid(first, second, N_REGION)
