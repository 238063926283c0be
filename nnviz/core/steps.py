"""The inner loop: a step takes one batch, computes the gradient and moves the weights in place.

Two ways to make a step: through the layers of any network, or, for the plain linear model with squared error, by
its formula. `stepper_of` chooses; both write the outputs z of each batch before its update, from which the losses of
a whole block are computed at once.
"""

from collections.abc import Callable
from operator import mul, sub
from typing import Protocol

import numpy as np

from nnviz.core.batches import Block
from nnviz.core.chain import Chain
from nnviz.core.experiment import Experiment
from nnviz.core.losses import LOSSES
from nnviz.core.types import FloatArray

Step = Callable[[FloatArray, FloatArray, FloatArray, FloatArray], None]  # (inputs, targets, mask, outputs)


class Stepper(Protocol):
    """Trains the weights of a run, block by block."""

    memory: FloatArray  # (..., 2, P): the weights, and the gradient that last moved them, before clipping

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Whether it can train this experiment with these axes of runs."""
        ...

    def __init__(self, experiment: Experiment, weights: FloatArray) -> None: ...

    def run(self, block: Block, stride: int) -> FloatArray:
        """Makes the steps of a block; the memory after every stride-th step (counted from step 0), (S, ..., 2, P)."""
        ...


class NetworkStep:
    """w ← w − η·clip(∇L + λ∇R) for any model, with its buffers for batches of n_rows."""

    def __init__(self, experiment: Experiment, memory: FloatArray, n_rows: int) -> None:
        self.weights, self.gradient = memory[..., 0, :], memory[..., 1, :]
        self.loss, self.optimizer, self.penalty = experiment.loss, experiment.optimizer, experiment.penalty
        self.chain = Chain(experiment.model, self.weights, self.gradient, n_rows)
        self.share = experiment.loss.share(n_rows)
        self.clips = self.optimizer.clips
        self.learning_rate = per_run(self.optimizer.learning_rate)
        self.change = np.empty_like(self.weights)
        if self.penalty is not None:
            penalised = experiment.model.penalised(self.penalty.bias)
            self.strength = self.penalty.strength_in_batch(n_rows) * penalised

    def __call__(self, inputs: FloatArray, targets: FloatArray, mask: FloatArray, outputs: FloatArray) -> None:
        """One step: forward, backward, update."""
        chain = self.chain
        if mask.size:
            np.copyto(chain.mask, mask)
        chain.forward(inputs, outputs)
        self.loss.d_output(outputs, targets, self.share, chain.d_outputs)
        chain.backward()
        if self.penalty is None:
            self.descend()
        elif self.optimizer.proximal:
            self.descend()
            threshold = self.learning_rate * self.strength
            np.copyto(self.weights, self.penalty.proximal_step(self.weights, threshold))
        else:
            self.gradient += self.strength * self.penalty.subgradient(self.weights)
            self.descend()

    def descend(self) -> None:
        """The update w ← w − η·clip(g)."""
        gradient = self.optimizer.clip(self.gradient) if self.clips else self.gradient
        np.multiply(gradient, self.learning_rate, self.change)
        np.subtract(self.weights, self.change, self.weights)


class LinearStep:
    """w ← w − η·(2/n)·(w·X − y)·Xᵀ: squared error and nothing else, by its formula, with the residual used twice."""

    def __init__(self, experiment: Experiment, memory: FloatArray, n_rows: int) -> None:
        self.weights, self.gradient = memory[:1], memory[1:]
        self.residual, self.change = np.empty((1, n_rows)), np.empty_like(self.weights)
        self.factor = np.array(2.0 / n_rows)
        self.learning_rate = per_run(experiment.optimizer.learning_rate)

    def __call__(self, inputs: FloatArray, targets: FloatArray, mask: FloatArray, outputs: FloatArray) -> None:
        """One step for inputs (bias + n_features, n_rows)."""
        self.weights.dot(inputs, outputs)
        np.subtract(outputs, targets, self.residual)
        np.multiply(self.residual, self.factor, self.residual)
        self.residual.dot(inputs.T, self.gradient)
        np.multiply(self.gradient, self.learning_rate, self.change)
        np.subtract(self.weights, self.change, self.weights)


def per_run(number: float | FloatArray) -> FloatArray:
    """One number () as it is; one per run (R,) with an axis for the weights, (R, 1)."""
    numbers = np.asarray(number, dtype=np.float64)
    return numbers[..., None] if numbers.ndim else numbers


class StepByStep:
    """Makes one step after another; steps for batches of another size share the same memory."""

    def __init__(self, experiment: Experiment, weights: FloatArray) -> None:
        self.experiment = experiment
        self.memory = np.zeros((*weights.shape[:-1], 2, weights.shape[-1]))  # one layout, whatever came in
        self.memory[..., 0, :] = weights
        self.steps: dict[int, Step] = {}

    def bind(self, n_rows: int) -> Step:
        """A step for batches of n_rows."""
        raise NotImplementedError

    def run(self, block: Block, stride: int) -> FloatArray:
        """Makes the steps of a block; see Stepper."""
        for part in block.parts:
            if part.n_rows not in self.steps:
                self.steps[part.n_rows] = self.bind(part.n_rows)
        step, n_recorded = block.first_step, 0
        n_records = (block.first_step + block.n_steps) // stride - block.first_step // stride
        memory, records = self.memory, np.empty((n_records, *self.memory.shape))
        for epoch in range(len(block.parts[0].targets)):
            for part in block.parts:
                make_step = self.steps[part.n_rows]
                for batch in part.of_epoch(epoch):
                    make_step(*batch)
                    step += 1
                    if step % stride == 0:
                        records[n_recorded] = memory
                        n_recorded += 1
        return records


class NetworkStepper(StepByStep):
    """Any model, any settings, any number of runs at once."""

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Always."""
        return True

    def bind(self, n_rows: int) -> Step:
        """A step through the layers."""
        return NetworkStep(self.experiment, self.memory, n_rows)


def is_plain_linear(experiment: Experiment, leading: tuple[int, ...]) -> bool:
    """Whether it is one run of the linear model with squared error, without penalty, clipping or dropout."""
    model, optimizer = experiment.model, experiment.optimizer
    plain = not (leading or model.hidden or model.n_droppable or optimizer.clips or experiment.penalty)
    return plain and experiment.loss is LOSSES["mean squared error"]


class LinearStepper(StepByStep):
    """The plain linear model, whose gradient has a formula of its own."""

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Whether the experiment is that plain."""
        return is_plain_linear(experiment, leading)

    def bind(self, n_rows: int) -> Step:
        """A step by the formula."""
        return LinearStep(self.experiment, self.memory, n_rows)


class ExampleStepper:
    """The plain linear model with one example at a step: w ← w − 2η(w·x − y)·x.

    For a handful of numbers, Python's own arithmetic is three times faster than a call of NumPy for each operation.
    """

    def __init__(self, experiment: Experiment, weights: FloatArray) -> None:
        self.learning_rate = float(experiment.optimizer.learning_rate)
        self.memory = np.stack([weights, np.zeros_like(weights)])

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Whether it is that plain, and has few enough weights."""
        few = experiment.model.n_parameters <= 8
        return few and experiment.optimizer.batch_size == 1 and is_plain_linear(experiment, leading)

    def run(self, block: Block, stride: int) -> FloatArray:
        """Makes the steps of a block; see Stepper."""
        (part,) = block.parts
        inputs, targets = part.inputs.reshape(block.n_steps, -1), part.targets.ravel()
        w, twice_the_rate = self.memory[0].tolist(), 2.0 * self.learning_rate
        outputs: list[float] = []
        path: list[float] = []
        for x, y in zip(inputs.tolist(), targets.tolist(), strict=True):
            z = sum(map(mul, w, x))
            factor = twice_the_rate * (z - y)
            w = list(map(sub, w, [factor * x_j for x_j in x]))
            outputs.append(z)
            path += w
        part.outputs[...] = np.reshape(outputs, part.outputs.shape)
        first = -(block.first_step + 1) % stride
        residuals = np.array(outputs) - targets
        self.memory[:] = w, 2.0 * residuals[-1] * inputs[-1]
        gradients = 2.0 * residuals[first::stride, None] * inputs[first::stride]
        return np.stack([np.reshape(path, inputs.shape)[first::stride], gradients], axis=1)


STEPPERS: tuple[type[Stepper], ...] = (ExampleStepper, LinearStepper, NetworkStepper)


def stepper_of(experiment: Experiment, weights: FloatArray) -> Stepper:
    """The first of STEPPERS that suits the experiment, ready to train these weights (..., P)."""
    kind = next(kind for kind in STEPPERS if kind.suits(experiment, weights.shape[:-1]))
    return kind(experiment, weights)
