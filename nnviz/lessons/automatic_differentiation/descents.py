"""Two descents from the same start: one by the gradient derived by hand, one by a gradient that nobody derived."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.autodiff.autodiff_network import mean_loss_of
from nnviz.core.autodiff.reverse_mode import gradient_of
from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment, advance, initial_state, mean_loss
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.automatic_differentiation.settings import AutodiffSettings

N_STEPS = 200
N_SAMPLES = 60


@dataclass(frozen=True)
class Task:
    """What a model learns here."""

    data: str
    network: Network
    loss: str


TASKS = {
    "linear regression": Task("toy line", Network(1), "mean squared error"),
    "logistic regression": Task("two Gaussians", Network(2), "log loss"),
    "network": Task("circle", Network(2, (3,), "tanh"), "log loss"),
}


@dataclass(frozen=True, eq=False)
class Descents:
    """Both paths (steps + 1, P), their losses (steps + 1,), and the names of the weights."""

    names: tuple[str, ...]
    automatic: FloatArray
    derived: FloatArray
    automatic_loss: FloatArray
    derived_loss: FloatArray

    @property
    def apart(self) -> float:
        """The largest difference of any weight at any step, relative to the larger of the two and 1."""
        size = np.maximum(np.maximum(np.abs(self.automatic), np.abs(self.derived)), 1.0)
        return float((np.abs(self.automatic - self.derived) / size).max())


@lru_cache(maxsize=64)
def descents(model: str, learning_rate: float, seed: int) -> Descents:
    """Both descents of a model, a key of TASKS, all examples at every step."""
    task = TASKS[model]
    data = make_dataset(task.data, N_SAMPLES, 1.0, seed)
    network, loss = task.network, LOSSES[task.loss]
    experiment = Experiment(
        data.X, data.y, network, loss, GradientDescent(learning_rate), random_source=KeyedSource(seed)
    )
    state = initial_state(experiment)
    recording, _ = advance(experiment, state, N_STEPS)
    weights, path = state.weights, [state.weights]
    for _ in range(N_STEPS):
        weights = weights - learning_rate * gradient_of(
            lambda w: mean_loss_of(network, task.loss, w, data.X, data.y), weights
        )
        path.append(weights)
    automatic, derived = np.array(path), np.concatenate([state.weights[None], recording.weights])
    losses = [mean_loss(network, loss, walked, data.X, data.y) for walked in (automatic, derived)]
    return Descents(network.parameter_names, automatic, derived, *losses)


def descents_of(settings: AutodiffSettings) -> Descents:
    """Both descents of the settings."""
    return descents(settings.model, settings.learning_rate, int(settings.seed))
