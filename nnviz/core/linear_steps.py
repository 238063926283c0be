"""The steps of the plain linear model with squared error, by its formula instead of through layers."""

from operator import mul, sub

import numpy as np

from nnviz.core.batches import Block
from nnviz.core.experiment import Experiment
from nnviz.core.losses import LOSSES
from nnviz.core.steps import Step, StepByStep, per_run
from nnviz.core.types import FloatArray


def is_plain_linear(experiment: Experiment, leading: tuple[int, ...]) -> bool:
    """Whether it is one run of the linear model with squared error, without penalty or dropout."""
    model = experiment.model
    plain = not (leading or model.hidden or model.n_droppable or experiment.penalty)
    return plain and experiment.loss is LOSSES["mean squared error"]


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


class ClippedLinearStep(LinearStep):
    """The same with the gradient clipped before the update."""

    def __init__(self, experiment: Experiment, memory: FloatArray, n_rows: int) -> None:
        super().__init__(experiment, memory, n_rows)
        self.flat, self.clip = memory[1], experiment.optimizer.clip

    def __call__(self, inputs: FloatArray, targets: FloatArray, mask: FloatArray, outputs: FloatArray) -> None:
        """One step for inputs (bias + n_features, n_rows)."""
        self.weights.dot(inputs, outputs)
        np.subtract(outputs, targets, self.residual)
        np.multiply(self.residual, self.factor, self.residual)
        self.residual.dot(inputs.T, self.gradient)
        np.multiply(self.clip(self.flat), self.learning_rate, self.change)
        np.subtract(self.weights, self.change, self.weights)


class LinearStepper(StepByStep):
    """The plain linear model, whose gradient has a formula of its own."""

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Whether the experiment is that plain."""
        return is_plain_linear(experiment, leading)

    def bind(self, n_rows: int) -> Step:
        """A step by the formula."""
        kind = ClippedLinearStep if self.experiment.optimizer.clips else LinearStep
        return kind(self.experiment, self.memory, n_rows)


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
        few, optimizer = experiment.model.n_parameters <= 8, experiment.optimizer
        return few and optimizer.batch_size == 1 and not optimizer.clips and is_plain_linear(experiment, leading)

    def run(self, block: Block, stride: int, records: FloatArray) -> None:
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
        records[:, 0] = np.reshape(path, inputs.shape)[first::stride]
        records[:, 1] = 2.0 * residuals[first::stride, None] * inputs[first::stride]
