"""A network bound to its memory for batches of one size: forward to the output, backward to the gradient."""

import numpy as np

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.batch_norm import BEFORE, BatchNorm, Learnt, Normal
from nnviz.core.models.layers import Activated, Dense, Dropout, Layer, SharedDense, input_buffer
from nnviz.core.models.network import NOTHING, Network
from nnviz.core.types import FloatArray, Memory


class ForwardBackward:
    """The layers of a model in order, reading `weights` (..., P) and writing ∂L/∂w into `gradient` (..., P).

    Both stay in place: the layers hold views of them, so an update in place is all that a step needs. So does `memory`,
    in which batch normalisation moves its averages at every forward pass.
    `mask` (n_inputs that may be dropped, 1) is to be written before each forward pass of a model with dropout.
    """

    def __init__(
        self, model: Network, weights: FloatArray, gradient: FloatArray, n_samples: int, memory: Memory = NOTHING
    ) -> None:
        leading = weights.shape[:-1]
        self.mask = np.ones((model.n_droppable, 1))
        self.layers: list[Layer] = []
        self.dense: list[Dense] = []
        normals = list(zip(model.normals(weights, memory), model.learnt(gradient), strict=True))
        drawn = 0
        bound = zip(model.layers, model.views(weights), model.views(gradient), model.dropout_rates, strict=True)
        for depth, (shape, W, d_W, rate) in enumerate(bound):
            if depth:
                self._activate(model, depth - 1, *normals[depth - 1])
            if rate:
                mask = self.mask[drawn : drawn + shape.n_inputs]
                buffer = input_buffer(leading if depth else (), shape.n_inputs, shape.bias, n_samples)
                self.layers.append(Dropout(mask, buffer, shape.bias))
                drawn += shape.n_inputs
            kind = SharedDense if leading and model.hidden and not depth else Dense
            self.dense.append(kind(W, d_W, shape.bias, n_samples))
            self.layers.append(self.dense[-1])
        self.first, self.last = self.dense[0], self.dense[-1]
        self.forwards = [layer.forward for layer in self.layers]
        self.backwards = [layer.backward for layer in self.layers[: self.layers.index(self.first) : -1]]
        self.d_outputs = np.empty((*leading, model.n_outputs, n_samples))

    def _activate(self, model: Network, depth: int, normal: Normal | None, d_learnt: Learnt | None) -> None:
        """Appends the activation of a hidden layer, and its normalisation on the side where it stands."""
        z, shape = self.dense[-1].outputs, model.layers[depth + 1]
        leading, n_samples = z.shape[:-2], z.shape[-1]
        buffer = input_buffer(leading, shape.n_inputs, shape.bias, n_samples)
        layers: list[Layer] = [Activated(ACTIVATIONS[model.activation], buffer, shape.bias)]
        if model.normalisation is not None and normal is not None and d_learnt is not None:
            momentum = model.normalisation.momentum
            if model.places[depth] == BEFORE:
                layers.insert(0, BatchNorm(normal, d_learnt, momentum, np.empty_like(z), 0))
            else:
                layers.append(BatchNorm(normal, d_learnt, momentum, np.ones_like(buffer), shape.bias))
        self.layers += layers

    def forward(self, inputs: FloatArray, outputs: FloatArray) -> None:
        """Writes the last linear output (..., n_outputs, n_samples) of inputs (bias + n_features, n_samples)."""
        self.last.outputs = outputs
        for forward in self.forwards:
            inputs = forward(inputs)

    def backward(self) -> None:
        """Writes the gradient that belongs to `d_outputs` (..., n_outputs, n_samples) and the last forward pass."""
        d_outputs = self.d_outputs
        for backward in self.backwards:
            d_outputs = backward(d_outputs)
        self.first.backward_to_weights(d_outputs)
