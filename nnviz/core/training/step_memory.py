"""The numbers that training carries from one step to the next, in one array: recording a step is then one copy."""

import numpy as np

from nnviz.core.training.experiment import Experiment, State
from nnviz.core.types import FloatArray, Memory


class StepMemory:
    """Numbers (..., 2·P + M) with views of their parts, which the steps move in place.

    `weights` (..., P); `gradient` (..., P), the one that last moved them, before clipping; `remembered`, what model and
    optimizer keep beside the weights, arrays (..., k) by name, M numbers together. All are yet to be filled.
    """

    def __init__(self, experiment: Experiment, leading: tuple[int, ...]) -> None:
        n_weights, at_start = experiment.model.n_parameters, experiment.initial_memory()
        stops = np.cumsum([2 * n_weights, *(len(first) for first in at_start.values())]).tolist()
        self.numbers: FloatArray = np.empty((*leading, stops[-1]))
        self.weights = self.numbers[..., :n_weights]
        self.gradient = self.numbers[..., n_weights : 2 * n_weights]
        parts = zip(at_start, stops[:-1], stops[1:], strict=True)
        self.remembered: Memory = {name: self.numbers[..., start:stop] for name, start, stop in parts}

    @classmethod
    def of(cls, experiment: Experiment, state: State) -> "StepMemory":
        """The numbers of a state, whatever the layout of its arrays; the gradient is 0."""
        memory = cls(experiment, state.weights.shape[:-1])
        memory.weights[...], memory.gradient[...] = state.weights, 0.0
        for name, array in memory.remembered.items():
            array[...] = state.memory[name]
        return memory
