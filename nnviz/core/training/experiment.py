"""What decides a run: data, model, loss, optimizer, penalty, draws. A run is a pure function of it."""

from dataclasses import dataclass, field
from typing import NamedTuple, Self

import numpy as np

from nnviz.core.data.provenance import Provenance
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import Loss
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource, RandomSource
from nnviz.core.training.optimizers import Optimizer
from nnviz.core.types import FloatArray, Memory


class WeightEdit(NamedTuple):
    """A weight that is set by hand: after so many steps the one at this place of the flat vector gets this value."""

    step: int
    place: int
    value: float


@dataclass(frozen=True, eq=False)
class Experiment:
    """A run to be: minimise L(w) + λ·R(w) over X (n_samples, n_features) and y (n_samples,).

    Leading axes of `initial_weights` (..., P), of the learning rate and of the penalty's strength broadcast: each
    entry is a run of its own, and all see the same draws. A run diverges at the step whose batch loss is first not
    finite or above `divergence_limit`. `provenance` says how the examples were made; no number
    of the run depends on it. `edits` set single weights after some of the steps, those of step 0 before the first one.
    Raises ValueError when X, y, the initial weights and the model do not fit together.
    """

    X: FloatArray
    y: FloatArray
    model: Network
    loss: Loss
    optimizer: Optimizer
    penalty: Penalty | None = None
    random_source: RandomSource = field(default_factory=lambda: KeyedSource(0))
    initial_weights: FloatArray | None = None
    divergence_limit: float = 1e30
    provenance: Provenance | None = None
    edits: tuple[WeightEdit, ...] = ()

    def __post_init__(self) -> None:
        if self.X.shape != (len(self.y), self.model.n_features) or not len(self.y):
            raise ValueError("X is (n_samples, n_features) and y (n_samples,), with at least one sample")
        if self.loss.of_classes != bool(self.model.output_shape):
            raise ValueError("a loss of classes belongs to a model with an output for each, and no other")
        if self.loss.of_classes and not np.isin(self.y, np.arange(self.model.n_outputs)).all():
            raise ValueError("the classes of K outputs are the numbers from 0 to K - 1")
        if self.initial_weights is not None and self.initial_weights.shape[-1:] != (self.model.n_parameters,):
            raise ValueError(f"the model has {self.model.n_parameters} parameters")

    @property
    def steps_per_epoch(self) -> int:
        """After how many steps every example has been seen once more: ⌈N / B⌉, 1 where a step takes all."""
        n_samples = len(self.y)
        return -(-n_samples // min(self.optimizer.batch_size or n_samples, n_samples))

    def edited(self, step: int, weights: FloatArray) -> None:
        """Sets the weights (..., P) that are edited after this step; those of a diverged run stay undefined."""
        for edit in self.edits:
            if edit.step == step and np.isfinite(weights).all():
                weights[..., edit.place] = edit.value

    def leading(self, weights: FloatArray) -> tuple[int, ...]:
        """The axes of the runs trained at once when they start from these weights: () for one run."""
        strength = 0.0 if self.penalty is None else self.penalty.strength
        return np.broadcast_shapes(weights.shape[:-1], np.shape(self.optimizer.learning_rate), np.shape(strength))

    def initial_memory(self) -> dict[str, FloatArray]:
        """What model and optimizer remember beside the weights, before the first step: arrays (k,) by name."""
        return {**self.model.initial_memory(), **self.optimizer.initial_memory(self.model.n_parameters)}

    def carries_on(self, state: "State") -> "State":
        """A state as this run goes on from it, with an entry for each of its runs.

        What it remembers and the state does not know (an optimizer that was chosen meanwhile) is as before the first
        step; what only the state knows is forgotten.
        """
        leading = self.leading(state.weights)
        memory = {
            name: np.broadcast_to(state.memory.get(name, first), (*leading, *first.shape))
            for name, first in self.initial_memory().items()
        }
        return State(state.step, np.broadcast_to(state.weights, (*leading, self.model.n_parameters)), memory)


@dataclass(frozen=True, eq=False)
class State:
    """Everything needed to go on: the steps made, the weights, and what is remembered beside them.

    `weights` (..., P) and the arrays of `memory` (..., k) are NaN where a run has diverged. The memory is the
    optimizer's own, such as a velocity, and what batch normalisation has observed.
    """

    step: int
    weights: FloatArray
    memory: Memory = field(default_factory=dict)

    def as_arrays(self) -> dict[str, FloatArray]:
        """The weights by the name "weights", and the memory by its names."""
        return {WEIGHTS: self.weights, **self.memory}

    @classmethod
    def from_arrays(cls, step: int, arrays: Memory) -> Self:
        """The state whose `as_arrays` these are. Raises KeyError when there are no weights among them."""
        return cls(step, arrays[WEIGHTS], {name: array for name, array in arrays.items() if name != WEIGHTS})


WEIGHTS = "weights"


def initial_state(experiment: Experiment) -> State:
    """The state before the first step: the given weights, else the model's own draws."""
    weights = experiment.initial_weights
    if weights is None:
        weights = experiment.model.initial_weights(experiment.random_source)
    state = experiment.carries_on(State(0, weights))
    weights = _copied(state.weights)
    experiment.edited(0, weights)
    return State(0, weights, {name: _copied(array) for name, array in state.memory.items()})


def _copied(array: FloatArray) -> FloatArray:
    return array.astype(np.float64, order="C")
