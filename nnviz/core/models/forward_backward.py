"""A network bound to its memory for batches of one size: forward to the output, backward to the gradient."""

import numpy as np

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.batch_norm import BEFORE, BatchNorm, Learnt, Normal
from nnviz.core.models.layers import Activated, Dense, Dropout, HiddenUnits, Layer, Operation, input_buffer
from nnviz.core.models.network import NOTHING, Network
from nnviz.core.types import FloatArray, Memory


class ForwardBackward:
    """The layers of a model in order, reading `weights` (..., P) and writing ∂L/∂w into `gradient` (..., P).

    Both stay in place: the layers hold views of them, so an update in place is all that a step needs. So does `memory`,
    in which batch normalisation moves its averages at every forward pass. All is computed in the weights' precision.
    `mask` (n_inputs that may be dropped, 1) is to be written before each forward pass of a model with dropout.
    """

    def __init__(
        self, model: Network, weights: FloatArray, gradient: FloatArray, n_samples: int, memory: Memory = NOTHING
    ) -> None:
        leading, kind = weights.shape[:-1], weights.dtype
        self.mask = np.ones((model.n_droppable, 1))
        self.units = HiddenUnits(ACTIVATIONS[model.activation], model.layers[1:], weights, n_samples)
        self.layers: list[Layer] = []
        self.dense: list[Dense] = []
        normals = list(zip(model.normals(weights, memory), model.learnt(gradient), strict=True))
        drawn = 0
        bound = zip(model.layers, model.views(weights), model.views(gradient), model.dropout_rates, strict=True)
        for depth, (shape, W, d_W, rate) in enumerate(bound):
            if rate:
                mask = self.mask[drawn : drawn + shape.n_inputs]
                buffer = input_buffer(leading if depth else (), shape, n_samples, kind)
                self.layers.append(Dropout(mask, buffer, shape.bias))
                drawn += shape.n_inputs
            activated = self._activated(model, depth, *normals[depth]) if depth < len(model.hidden) else []
            z = activated[0].z if activated else np.empty((*leading, shape.n_outputs, n_samples), kind)
            self.dense.append(Dense(W, d_W, z))
            self.layers += [self.dense[-1], *activated]
        self.outputs = self.dense[-1].outputs
        self.d_outputs = np.empty_like(self.outputs)
        self.bind(np.ones((n_samples, model.layers[0].n_columns), kind).T)  # example by example, as batches are drawn

    def bind(self, inputs: FloatArray) -> None:
        """Takes this array (bias + n_features, n_samples) as the place from which inputs are read."""
        self.inputs = inputs
        self.forwards, self.backwards = self._forwards(), self._backwards()

    def _forwards(self) -> list[Operation]:
        operations, inputs = [], self.inputs
        for layer in self.layers:
            operations += layer.forward(inputs)
            inputs = layer.outputs
        return operations

    def _backwards(self) -> list[Operation]:
        first = self.dense[0]
        operations, d_outputs = [self.units.tell_slopes] if self.units.a else [], self.d_outputs
        for layer in self.layers[: self.layers.index(first) : -1]:
            operations += layer.backward(d_outputs)
            d_outputs = layer.d_inputs
        return operations + first.backward_to_weights(d_outputs)

    def _activated(
        self, model: Network, depth: int, normal: Normal | None, d_learnt: Learnt | None
    ) -> list[Activated | BatchNorm]:
        """The activation of a hidden layer, and its normalisation on the side where it stands."""
        bias = model.layers[depth + 1].bias
        activated = Activated(self.units, depth, bias)
        if model.normalisation is None or normal is None or d_learnt is None:
            return [activated]
        momentum = model.normalisation.momentum
        if model.places[depth] == BEFORE:
            return [BatchNorm(normal, d_learnt, momentum, activated.z, 0), activated]
        return [activated, BatchNorm(normal, d_learnt, momentum, np.ones_like(activated.outputs), bias)]

    def forward(self, inputs: FloatArray, outputs: FloatArray) -> None:
        """Writes the last linear output (..., n_outputs, n_samples) of inputs (bias + n_features, n_samples)."""
        self.inputs[...] = inputs
        for operation in self.forwards:
            operation()
        outputs[...] = self.outputs

    def backward(self) -> None:
        """Writes the gradient that belongs to `d_outputs` (..., n_outputs, n_samples) and the last forward pass."""
        for operation in self.backwards:
            operation()
