"""The numbers that training carries from one step to the next, in one array: recording a step is then one copy."""

from math import prod

import numpy as np

from nnviz.core.training.experiment import Experiment, State
from nnviz.core.types import BoolArray, FloatArray, Memory


class StepMemory:
    """Numbers (N,), or of several steps (S, N), with views of their parts, which the steps move in place.

    `weights` (..., P); `gradient` (..., P), the one that last moved them, before clipping; `remembered`, what model and
    optimizer keep beside the weights, arrays (..., k) by name. The numbers of all runs that are a part lie together,
    so that an operation on them is one sweep. All are yet to be filled.
    """

    def __init__(self, experiment: Experiment, leading: tuple[int, ...], steps: tuple[int, ...] = ()) -> None:
        n_weights, at_start = experiment.model.n_parameters, experiment.initial_memory()
        lengths = [n_weights, n_weights, *(len(first) for first in at_start.values())]
        stops = (prod(leading) * np.cumsum(lengths)).tolist()
        self.numbers: FloatArray = np.empty((*steps, stops[-1]))
        parts = [
            self.numbers[..., start:stop].reshape(*steps, *leading, length)
            for start, stop, length in zip([0, *stops[:-1]], stops, lengths, strict=True)
        ]
        self.weights, self.gradient, *remembered = parts
        self.remembered: Memory = dict(zip(at_start, remembered, strict=True))

    @classmethod
    def of(cls, experiment: Experiment, state: State) -> "StepMemory":
        """The numbers of a state, whatever the layout of its arrays; the gradient is 0."""
        memory = cls(experiment, state.weights.shape[:-1])
        memory.weights[...], memory.gradient[...] = state.weights, 0.0
        for name, array in memory.remembered.items():
            array[...] = state.memory[name]
        return memory

    def forget(self, runs: BoolArray) -> None:
        """Leaves nothing of some of the runs (...)."""
        for part in (self.weights, self.gradient, *self.remembered.values()):
            part[runs] = np.nan
