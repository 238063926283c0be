"""From the settings to the experiment, to Newton's path from the same start, and to the plane that shows both."""

import math
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from nnviz.core.analysis.landscape import Slice, coordinate_slice, loss_on
from nnviz.core.analysis.separation import least_loss, separating_gap
from nnviz.core.data.datasets import Dataset
from nnviz.core.data.labels import LABELS
from nnviz.core.data.provenance import Provenance
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.solvers.newton import NewtonPath, newton
from nnviz.core.training.advance import initial_state
from nnviz.core.training.experiment import Experiment
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.logistic_regression.settings import FIRST_FIT, NOTEBOOK, LogisticRegressionSettings
from nnviz.user_data.examples import ChosenData

MODEL = Network(n_features=1)
MOST_STEPS = 200_000
MOST_OWN_ROWS = 1000
N_PLANE = 50
ITERATIONS_SHOWN = 8  # of a path without an end, on the plane


@dataclass(frozen=True, eq=False)
class Problem:
    """The examples and what follows from them and from the start, whatever the settings of the training say.

    `gap` is the interval of thresholds that part the classes, None when they overlap. `minimum` is the least loss: that
    of Newton's last iterate, or what separable labels only approach: 0, or more where the classes touch in one point.
    """

    start: Experiment
    truth: FloatArray | None
    newton: NewtonPath
    gap: tuple[float, float] | None
    plane: Slice
    loss_on_plane: FloatArray

    @property
    def minimum(self) -> float:
        """The greatest lower bound of the loss."""
        return float(self.newton.loss[-1]) if self.gap is None else least_loss(self.start.X[:, 0], self.start.y)

    @property
    def best(self) -> FloatArray | None:
        """The maximum likelihood weights, None where there are none."""
        return self.newton.weights[-1] if self.newton.converged and self.gap is None else None

    @property
    def newton_shown(self) -> FloatArray:
        """The iterates that the plane is made to show: (K, 2)."""
        return self.newton.weights if self.gap is None else self.newton.weights[: ITERATIONS_SHOWN + 1]


def chosen(settings: LogisticRegressionSettings) -> ChosenData:
    """The labels of the settings: what they are called, and one's own if these are chosen and there."""
    return ChosenData(settings.data, settings.own_data, instead=FIRST_FIT, standardised=True, most_rows=MOST_OWN_ROWS)


def own_examples(settings: LogisticRegressionSettings) -> Dataset | None:
    """The examples of one's own, None when they are not chosen."""
    return chosen(settings).draw(1, 0.0, int(settings.seed)) if chosen(settings).is_own else None


DECIDING = ("data", "own_data", "n_samples", "true_bias", "true_weight", "seed")
"""The fields that the data follow from; those of the notebook follow from the first alone."""


def problem(settings: LogisticRegressionSettings) -> Problem:
    """What the data decide; settings that do not touch the data share it."""
    name = chosen(settings).name
    deciding = {"data": name} if name in NOTEBOOK else {field: getattr(settings, field) for field in DECIDING}
    return _problem(LogisticRegressionSettings(**deciding))


@lru_cache(maxsize=64)
def _problem(settings: LogisticRegressionSettings) -> Problem:
    start, truth = _given(settings)
    path = newton(start.X, start.y, initial_state(start).weights)
    gap = separating_gap(start.X[:, 0], start.y)
    seen = path.weights if gap is None else path.weights[: ITERATIONS_SHOWN + 1]
    seen = np.vstack([seen, *([truth] if truth is not None else [])])
    plane = coordinate_slice(path.weights[0], 0, 1).showing(seen, n=N_PLANE, margin=0.2, least_width=2.0)
    return Problem(start, truth, path, gap, plane, loss_on(plane, MODEL, start.loss, start.X, start.y))


def _given(settings: LogisticRegressionSettings) -> tuple[Experiment, FloatArray | None]:
    """The run before training is set, and the weights behind the labels, where there are any."""
    if settings.data in NOTEBOOK:
        return NOTEBOOK[settings.data].replay()[1], np.array([6.0, 4.0])
    n_samples, bias, weight = int(settings.n_samples), settings.true_bias, settings.true_weight
    seed, own = int(settings.seed), own_examples(settings)
    cloud = own or LABELS[settings.data](n_samples, np.array([bias, weight]), seed)
    drawn = Provenance.of(settings.data, n_samples=n_samples, bias=bias, weight=weight, seed=seed)
    loss, random_source, provenance = LOSSES["log loss"], KeyedSource(seed), own.provenance if own else drawn
    run = Experiment(
        cloud.X, cloud.y, MODEL, loss, GradientDescent(0.01), random_source=random_source, provenance=provenance
    )
    return run, cloud.true_weights


@lru_cache(maxsize=64)
def experiment(settings: LogisticRegressionSettings) -> Experiment:
    """The run of the settings, with draws of its own."""
    name = chosen(settings).name
    start = NOTEBOOK[name].replay()[1] if name in NOTEBOOK else problem(settings).start
    size = None if math.isinf(settings.batch_size) else int(settings.batch_size)
    return replace(start, optimizer=GradientDescent(settings.learning_rate, size))


def steps_per_epoch(settings: LogisticRegressionSettings) -> int:
    """Steps in which every example is used once."""
    n_samples = len(problem(settings).start.y)
    return math.ceil(n_samples / min(settings.batch_size, n_samples))


def last_step(settings: LogisticRegressionSettings) -> int:
    """The step at which the run ends."""
    return min(int(settings.epochs) * steps_per_epoch(settings), MOST_STEPS)


def is_as_published(settings: LogisticRegressionSettings) -> bool:
    """Whether the run is one of the notebook's, settings and all."""
    name = chosen(settings).name
    if name not in NOTEBOOK:
        return False
    fit = NOTEBOOK[name].replay()[0]
    published = (fit.optimizer.learning_rate, fit.optimizer.batch_size, fit.n_epochs)
    return published == (settings.learning_rate, settings.batch_size, settings.epochs)
