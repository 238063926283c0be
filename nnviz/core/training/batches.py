"""Which examples each step sees: epochs, their shuffles, their batches, and the neurons they drop."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnviz.core.objectives.losses import Loss
from nnviz.core.training.experiment import Experiment
from nnviz.core.types import FloatArray, IntArray

# What a block's largest array may hold: small enough for the processor's cache, and no result depends on it.
NUMBERS_IN_BLOCK = 2**18
STEPS_IN_BLOCK = 1024


class Span(NamedTuple):
    """Steps that follow each other: the batches first..stop of each of n_epochs epochs from `epoch` on."""

    epoch: int
    n_epochs: int
    first: int
    stop: int

    @property
    def n_steps(self) -> int:
        """Number of steps."""
        return self.n_epochs * (self.stop - self.first)


@dataclass(frozen=True, eq=False)
class Part:
    """Batches of one size: epochs and batches are the first two axes, a step's own arrays the rest.

    inputs (E, K, bias + n_features, rows), targets (E, K, n_outputs, rows), masks (E, K, n_droppable, 1), and outputs
    (E, K, ..., n_outputs, rows), into which the steps write z.
    """

    inputs: FloatArray
    targets: FloatArray
    masks: FloatArray
    outputs: FloatArray

    @property
    def n_rows(self) -> int:
        """Examples in each batch."""
        return int(self.targets.shape[-1])

    def of_epoch(self, epoch: int) -> Iterator[tuple[FloatArray, FloatArray, FloatArray, FloatArray]]:
        """The batches of one epoch: (inputs, targets, mask, outputs) of each step."""
        return zip(self.inputs[epoch], self.targets[epoch], self.masks[epoch], self.outputs[epoch], strict=True)

    def losses(self, loss: Loss) -> FloatArray:
        """The loss of every batch: (E, K, ...)."""
        n_runs = self.outputs.ndim - 4
        epochs, batches, *columns = self.targets.shape
        values = loss.of_batch(self.outputs, self.targets.reshape(epochs, batches, *(1,) * n_runs, *columns))
        return values if loss.of_classes else values[..., 0]


@dataclass(frozen=True, eq=False)
class Block:
    """A span with its data: in each epoch the steps of the first part, then those of the second, if any."""

    first_step: int
    n_steps: int
    parts: tuple[Part, ...]

    def losses(self, loss: Loss) -> FloatArray:
        """The loss of every step's batch, before its update: (n_steps, ...)."""
        by_epoch = np.concatenate([part.losses(loss) for part in self.parts], axis=1)
        return by_epoch.reshape(self.n_steps, *by_epoch.shape[2:])


class Batches:
    """The data of a run cut into blocks of steps; a block is gathered at once and its batches are views of it."""

    def __init__(self, experiment: Experiment) -> None:
        X, n_outputs = experiment.X, experiment.model.n_outputs
        self.targets = np.ascontiguousarray(experiment.loss.targets(experiment.y, n_outputs).T)
        self.model, self.random_source = experiment.model, experiment.random_source
        batch_size = experiment.optimizer.batch_size
        self.inputs = np.hstack([np.ones((len(X), int(self.model.layers[0].bias))), X])
        self.n_samples = len(X)
        self.shuffles = batch_size is not None
        self.batch_size = min(batch_size or self.n_samples, self.n_samples)
        self.steps_per_epoch = -(-self.n_samples // self.batch_size)

    def blocks(self, first_step: int, n_steps: int, leading: tuple[int, ...]) -> Iterator[Block]:
        """The steps after first_step, in blocks, with room for the outputs of runs with these leading axes."""
        n_runs = int(np.prod(leading))
        widest = max(self.model.n_outputs * n_runs, self.inputs.shape[1] if self.shuffles else 1)
        largest = max(self.batch_size * widest, 2 * n_runs * self.model.n_parameters)
        limit = max(1, min(STEPS_IN_BLOCK, NUMBERS_IN_BLOCK // largest))
        while n_steps > 0:
            span = self._span(first_step, min(n_steps, limit))
            yield self._block(first_step, span, leading)
            first_step += span.n_steps
            n_steps -= span.n_steps

    def _span(self, first_step: int, at_most: int) -> Span:
        """Whole epochs where they fit, else what is left of this one."""
        epoch, first = divmod(first_step, self.steps_per_epoch)
        if first or at_most < self.steps_per_epoch:
            return Span(epoch, 1, first, min(first + at_most, self.steps_per_epoch))
        return Span(epoch, at_most // self.steps_per_epoch, 0, self.steps_per_epoch)

    def _block(self, first_step: int, span: Span, leading: tuple[int, ...]) -> Block:
        order, masks = self._draw(span)
        n_full = self.n_samples // self.batch_size  # the batch after these is the shorter last one
        full = range(span.first, min(span.stop, n_full))
        last = range(max(span.first, n_full), span.stop)
        parts = [self._part(order, masks, batches, leading) for batches in (full, last) if batches]
        return Block(first_step, span.n_steps, tuple(parts))

    def _draw(self, span: Span) -> tuple[IntArray, FloatArray]:
        """The order (n_epochs, n_samples) and the masks (n_epochs, steps_per_epoch, n_droppable, 1) of a span."""
        order = np.empty((span.n_epochs, self.n_samples if self.shuffles else 0), dtype=np.int64)
        uniforms = np.empty((span.n_epochs, self.steps_per_epoch, self.model.n_droppable))
        if order.size or uniforms.size:
            epochs = range(span.epoch, span.epoch + span.n_epochs)
            for i, drawn in enumerate(self.random_source.of_epochs(epochs, order.shape[1], uniforms[0].size)):
                order[i], uniforms[i] = drawn.order, drawn.uniforms.reshape(uniforms[i].shape)
        return order, self.model.masks(uniforms)[..., None]

    def _part(self, order: IntArray, masks: FloatArray, batches: range, leading: tuple[int, ...]) -> Part:
        """These batches of every epoch, all of one size."""
        inputs, targets = self._gather(order, batches) if self.shuffles else self._whole(len(masks))
        masks = masks[:, batches.start : batches.stop]
        if self.steps_per_epoch == 1:  # one long epoch of batches is the same steps, and walked faster
            inputs, targets, masks = inputs.swapaxes(0, 1), targets.swapaxes(0, 1), masks.swapaxes(0, 1)
        outputs = np.empty((*targets.shape[:2], *leading, *targets.shape[2:]))
        return Part(inputs.mT, targets, masks, outputs)

    def _gather(self, order: IntArray, batches: range) -> tuple[FloatArray, FloatArray]:
        """Shuffled inputs (E, K, rows, columns) and targets (E, K, n_outputs, rows)."""
        chosen = order[:, batches.start * self.batch_size : batches.stop * self.batch_size]
        chosen = chosen.reshape(len(order), len(batches), -1)
        return self.inputs.take(chosen, axis=0), np.ascontiguousarray(self.targets.take(chosen, axis=0).mT)

    def _whole(self, n_epochs: int) -> tuple[FloatArray, FloatArray]:
        """All the data at every step, without a copy."""
        inputs = np.broadcast_to(self.inputs, (n_epochs, 1, *self.inputs.shape))
        return inputs, np.broadcast_to(self.targets.T, (n_epochs, 1, *self.targets.T.shape))
