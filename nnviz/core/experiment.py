"""What decides a run: data, model, loss, optimizer, penalty, draws. A run is a pure function of it."""

from dataclasses import dataclass, field

import numpy as np

from nnviz.core.draws import Draws, KeyedDraws
from nnviz.core.losses import Loss
from nnviz.core.models import Network
from nnviz.core.optimizers import GradientDescent
from nnviz.core.penalties import Penalty
from nnviz.core.recipe import Recipe
from nnviz.core.types import FloatArray


@dataclass(frozen=True, eq=False)
class Experiment:
    """A run to be: minimise L(w) + λ·R(w) over X (n_samples, n_features) and y (n_samples,).

    Leading axes of `initial_weights` (..., P), of the learning rate and of the penalty's strength broadcast: each
    entry is a run of its own, and all see the same draws. A run diverges at the step whose batch loss is first not
    finite or above `divergence_limit`. `recipe` says how the examples were made; no number of the run depends on it.
    Raises ValueError when X, y, the initial weights and the model do not fit together.
    """

    X: FloatArray
    y: FloatArray
    model: Network
    loss: Loss
    optimizer: GradientDescent
    penalty: Penalty | None = None
    draws: Draws = field(default_factory=lambda: KeyedDraws(0))
    initial_weights: FloatArray | None = None
    divergence_limit: float = 1e30
    recipe: Recipe | None = None

    def __post_init__(self) -> None:
        if self.X.shape != (len(self.y), self.model.n_features) or not len(self.y):
            raise ValueError("X is (n_samples, n_features) and y (n_samples,), with at least one sample")
        if self.initial_weights is not None and self.initial_weights.shape[-1:] != (self.model.n_parameters,):
            raise ValueError(f"the model has {self.model.n_parameters} parameters")

    def leading(self, weights: FloatArray) -> tuple[int, ...]:
        """The axes of the runs trained at once when they start from these weights: () for one run."""
        strength = 0.0 if self.penalty is None else self.penalty.strength
        return np.broadcast_shapes(weights.shape[:-1], np.shape(self.optimizer.learning_rate), np.shape(strength))


@dataclass(frozen=True, eq=False)
class State:
    """Everything needed to go on: the steps made, and the weights (..., P), NaN where a run has diverged."""

    step: int
    weights: FloatArray


def initial_state(experiment: Experiment) -> State:
    """The state before the first step: the given weights, else the model's own draws."""
    weights = experiment.initial_weights
    if weights is None:
        weights = experiment.model.initial_weights(experiment.draws)
    leading = experiment.leading(weights)
    return State(0, np.broadcast_to(weights, (*leading, weights.shape[-1])).astype(np.float64, order="C"))
