"""The steps of plain linear models, by their formulas instead of through layers: squared error, and K classes."""

from operator import mul, sub

import numpy as np

from nnviz.core.objectives.losses import LOSSES
from nnviz.core.training.batches import Block
from nnviz.core.training.experiment import Experiment, State
from nnviz.core.training.step_memory import StepMemory
from nnviz.core.training.updates import Step, StepByStep
from nnviz.core.types import FloatArray


def is_plain_linear(experiment: Experiment, leading: tuple[int, ...]) -> bool:
    """Whether it is one run of the linear model with squared error, without penalty or dropout."""
    model = experiment.model
    plain = not (leading or model.hidden or model.n_droppable or experiment.penalty)
    return plain and experiment.loss is LOSSES["mean squared error"]


class LinearUpdate:
    """The update by (2/n)·(w·X − y)·Xᵀ: squared error alone, by its formula, with the residual used twice."""

    def __init__(self, experiment: Experiment, memory: StepMemory, n_rows: int) -> None:
        self.weights, self.gradient = memory.weights[None], memory.gradient[None]
        self.residual, self.factor = np.empty((1, n_rows)), np.array(2.0 / n_rows)
        self.flat, self.update = memory.gradient, experiment.optimizer.update(memory.weights, memory.remembered)

    def __call__(self, inputs: FloatArray, targets: FloatArray, mask: FloatArray, outputs: FloatArray) -> None:
        """One step for inputs (bias + n_features, n_rows)."""
        self.weights.dot(inputs, outputs)
        np.subtract(outputs, targets, self.residual)
        np.multiply(self.residual, self.factor, self.residual)
        self.residual.dot(inputs.T, self.gradient)
        self.update(self.flat)


class LinearUpdater(StepByStep):
    """The plain linear model, whose gradient has a formula of its own."""

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Whether the experiment is that plain."""
        return is_plain_linear(experiment, leading)

    def bind(self, n_rows: int) -> Step:
        """A step by the formula."""
        return LinearUpdate(self.experiment, self.memory, n_rows)


class ClassUpdate:
    """The update by ∂L/∂Z·Xᵀ with Z = W·X, a row for each class: any loss of classes, by its formula."""

    def __init__(self, experiment: Experiment, memory: StepMemory, n_rows: int) -> None:
        (self.W,), (self.d_W,) = map(experiment.model.views, (memory.weights, memory.gradient))
        self.d_z, self.d_output = np.empty((len(self.W), n_rows)), experiment.loss.d_output
        self.share = experiment.loss.share(n_rows)
        self.flat, self.update = memory.gradient, experiment.optimizer.update(memory.weights, memory.remembered)

    def __call__(self, inputs: FloatArray, targets: FloatArray, mask: FloatArray, outputs: FloatArray) -> None:
        """One step for inputs (bias + n_features, n_rows)."""
        self.W.dot(inputs, outputs)
        self.d_output(outputs, targets, self.share, self.d_z)
        self.d_z.dot(inputs.T, self.d_W)
        self.update(self.flat)


class ClassUpdater(StepByStep):
    """A plain linear model with an output for each class."""

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Whether it is one run of such a model, without penalty or dropout."""
        model = experiment.model
        return experiment.loss.of_classes and not (
            leading or model.hidden or model.n_droppable or experiment.penalty or not model.output_shape
        )

    def bind(self, n_rows: int) -> Step:
        """A step by the formula."""
        return ClassUpdate(self.experiment, self.memory, n_rows)


class ExampleUpdater:
    """The plain linear model by plain gradient descent with one example at a step: w ← w − 2η(w·x − y)·x.

    For a handful of numbers, Python's own arithmetic is three times faster than a call of NumPy for each operation.
    """

    def __init__(self, experiment: Experiment, state: State) -> None:
        self.learning_rate = float(experiment.optimizer.learning_rate)
        self.memory = StepMemory.of(experiment, state)

    @staticmethod
    def suits(experiment: Experiment, leading: tuple[int, ...]) -> bool:
        """Whether it is that plain, and has few enough weights."""
        few, optimizer = experiment.model.n_parameters <= 8, experiment.optimizer
        plain = optimizer.is_plain_descent and is_plain_linear(experiment, leading)
        return few and optimizer.batch_size == 1 and plain

    def run(self, block: Block, stride: int, records: FloatArray) -> None:
        """Makes the steps of a block; see Updater."""
        (part,) = block.parts
        inputs, targets = part.inputs.reshape(block.n_steps, -1), part.targets.ravel()
        w, twice_the_rate = self.memory.weights.tolist(), 2.0 * self.learning_rate
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
        self.memory.weights[:], self.memory.gradient[:] = w, 2.0 * residuals[-1] * inputs[-1]
        records[:, : len(w)] = np.reshape(path, inputs.shape)[first::stride]
        records[:, len(w) :] = 2.0 * residuals[first::stride, None] * inputs[first::stride]
