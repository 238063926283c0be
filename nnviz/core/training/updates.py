"""The inner loop: a step takes one batch, computes the gradient and moves the weights in place.

Every step writes the outputs z of its batch before its update; from these the losses of a whole block are computed at
once. Here are the steps of any network; other ways to make the same steps faster stand beside it.
"""

from collections.abc import Callable
from typing import Protocol

import numpy as np

from nnviz.core.models.forward_backward import ForwardBackward
from nnviz.core.training.batches import Block
from nnviz.core.training.experiment import Experiment, State
from nnviz.core.training.optimizers import per_run
from nnviz.core.training.step_memory import StepMemory
from nnviz.core.types import FloatArray

Step = Callable[[FloatArray, FloatArray, FloatArray, FloatArray], None]  # (inputs, targets, mask, outputs)


class Updater(Protocol):
    """Trains the weights of a run, block by block."""

    memory: StepMemory

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Whether it can train this experiment with these axes of runs."""
        ...

    def __init__(self, experiment: Experiment, state: State) -> None: ...

    def run(self, block: Block, stride: int, records: FloatArray) -> None:
        """Makes the steps of a block; into `records` (S, N) the N numbers of the memory after every stride-th."""
        ...


class NetworkUpdate:
    """The optimizer's update by clip(∇L + λ∇R) for any model, with its buffers for batches of n_rows."""

    def __init__(self, experiment: Experiment, memory: StepMemory, n_rows: int) -> None:
        self.weights, self.gradient = memory.weights, memory.gradient
        self.loss, self.optimizer, self.penalty = experiment.loss, experiment.optimizer, experiment.penalty
        self.chain = ForwardBackward(experiment.model, self.weights, self.gradient, n_rows, memory.remembered)
        self.share = experiment.loss.share(n_rows)
        self.drops = experiment.model.n_droppable > 0
        self.update = self.optimizer.update(self.weights, memory.remembered)
        self.learning_rate = per_run(self.optimizer.learning_rate)
        if self.penalty is not None:
            penalised = experiment.model.penalised(self.penalty.bias)
            self.strength = self.penalty.strength_in_batch(n_rows) * penalised

    def __call__(self, inputs: FloatArray, targets: FloatArray, mask: FloatArray, outputs: FloatArray) -> None:
        """One step: forward, backward, update."""
        chain = self.chain
        if self.drops:
            np.copyto(chain.mask, mask)
        chain.forward(inputs, outputs)
        self.loss.d_output(outputs, targets, self.share, chain.d_outputs)
        chain.backward()
        if self.penalty is None:
            self.update(self.gradient)
        elif self.optimizer.proximal:
            self.update(self.gradient)
            threshold = self.learning_rate * self.strength
            np.copyto(self.weights, self.penalty.proximal_step(self.weights, threshold))
        else:
            self.gradient += self.strength * self.penalty.subgradient(self.weights)
            self.update(self.gradient)


class StepByStep:
    """Makes one step after another; steps for batches of another size share the same memory."""

    def __init__(self, experiment: Experiment, state: State) -> None:
        self.experiment = experiment
        self.memory = StepMemory.of(experiment, state)
        self.steps: dict[int, Step] = {}

    def bind(self, n_rows: int) -> Step:
        """A step for batches of n_rows."""
        raise NotImplementedError

    def run(self, block: Block, stride: int, records: FloatArray) -> None:
        """Makes the steps of a block; see Updater."""
        for part in block.parts:
            if part.n_rows not in self.steps:
                self.steps[part.n_rows] = self.bind(part.n_rows)
        step, n_recorded, numbers = block.first_step, 0, self.memory.numbers
        for epoch in range(len(block.parts[0].targets)):
            for part in block.parts:
                make_step = self.steps[part.n_rows]
                for batch in part.of_epoch(epoch):
                    make_step(*batch)
                    step += 1
                    if step % stride == 0:
                        records[n_recorded] = numbers
                        n_recorded += 1


class NetworkUpdater(StepByStep):
    """Any model, any settings, any number of runs at once."""

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Always."""
        return True

    def bind(self, n_rows: int) -> Step:
        """A step through the layers."""
        return NetworkUpdate(self.experiment, self.memory, n_rows)
