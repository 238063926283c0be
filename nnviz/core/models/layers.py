"""Layers bound to their weights and buffers: each says its operations forward, and those of the chain rule backward.

Features stand on rows and examples on columns, so one neuron's outputs are contiguous. A buffer that feeds a layer
with a bias has a first row of ones: the bias is the weight of that row. What flows back has the rows of what flows
forward; that of the ones is never used. Arrays may have leading axes, one entry per run trained at once.

An operation is a formula with its arrays, such as Z = W·X, to be called at every step: since no array ever moves, it
costs a step nothing to find them.
"""

from collections.abc import Callable, Sequence
from functools import partial
from math import prod
from typing import Any, Protocol

import numpy as np
from numpy.typing import DTypeLike

from nnviz.core.models.activations import Activation
from nnviz.core.models.flat_weights import LayerShape
from nnviz.core.types import FloatArray

Operation = Callable[[], Any]
Product = Callable[[FloatArray, FloatArray, FloatArray], Any]


def product_of(weights: FloatArray) -> Product:
    """The matrix product: for one run the method dot, at a third of the cost of np.matmul, which is for several."""
    return np.ndarray.dot if weights.ndim == 2 else np.matmul


def input_buffer(leading: tuple[int, ...], shape: LayerShape, n_samples: int, kind: DTypeLike = float) -> FloatArray:
    """A layer's inputs (..., bias + n_inputs, n_samples), the row of the bias filled with ones."""
    return np.ones((*leading, shape.n_columns, n_samples), kind)


class HiddenUnits:
    """Sums z, outputs a = φ(z) and slopes φ′(z) of all hidden layers, each in one array: slopes are told in one go.

    `z`, `a` and `slopes` hold for each layer a view (..., bias + n_neurons, n_samples) of these, with the rows that the
    next layer takes in, with the leading axes of the weights (..., P) and their kind of numbers. Of the row of ones
    neither sum nor slope is ever used.
    """

    def __init__(
        self, activation: Activation, above: Sequence[LayerShape], weights: FloatArray, n_samples: int
    ) -> None:
        leading, kind = weights.shape[:-1], weights.dtype
        shapes = [(*leading, layer.n_columns, n_samples) for layer in above]
        stops = np.cumsum([prod(shape) for shape in shapes], dtype=int).tolist()
        self.activation = activation
        n = sum(stops[-1:])
        self.all = np.zeros(n, kind), np.ones(n, kind), np.empty(n, kind)
        self.z, self.a, self.slopes = (
            [part.reshape(shape) for part, shape in zip(np.split(numbers, stops[:-1]), shapes, strict=False)]
            for numbers in self.all
        )

    def tell_slopes(self) -> None:
        """φ′(Z), from Z and A = φ(Z)."""
        self.activation.derivative(*self.all)


class Layer(Protocol):
    """A differentiable step between two buffers."""

    outputs: FloatArray
    d_inputs: FloatArray

    def forward(self, inputs: FloatArray) -> list[Operation]:
        """What writes the outputs of these inputs."""
        ...

    def backward(self, d_outputs: FloatArray) -> list[Operation]:
        """What writes ∂L/∂inputs from ∂L/∂outputs, and ∂L/∂weights where there are weights."""
        ...


class Dense:
    """z = W·[1, x], or W·x without a bias; `outputs` is where z is written."""

    def __init__(self, weights: FloatArray, d_weights: FloatArray, outputs: FloatArray) -> None:
        self.weights, self.d_weights, self.outputs = weights, d_weights, outputs
        self.product = product_of(weights)
        outer = weights.ndim > 2 and weights.shape[-2] == 1  # for many runs a column times a row is cheaper so
        self.spread = np.multiply if outer else self.product
        self.d_inputs = np.empty((*weights.mT.shape[:-1], outputs.shape[-1]), outputs.dtype)

    def forward(self, inputs: FloatArray) -> list[Operation]:
        """Z = W·X."""
        self.inputs = inputs
        return [partial(self.product, self.weights, inputs, self.outputs)]

    def backward_to_weights(self, d_outputs: FloatArray) -> list[Operation]:
        """The product dW = dZ·Xᵀ, all that is asked of the first layer."""
        return [partial(self.product, d_outputs, self.inputs.mT, self.d_weights)]

    def backward(self, d_outputs: FloatArray) -> list[Operation]:
        """The chain rule: dW = dZ·Xᵀ and dX = Wᵀ·dZ."""
        to_inputs = partial(self.spread, self.weights.mT, d_outputs, self.d_inputs)
        return [*self.backward_to_weights(d_outputs), to_inputs]


class Activated:
    """a = φ(z), written under the row of ones that the next layer's bias needs; what comes in is `z`."""

    def __init__(self, units: HiddenUnits, depth: int, bias: bool) -> None:
        self.value = units.activation.value
        self.outputs, self.slopes = units.a[depth], units.slopes[depth]
        self.z, self.a = units.z[depth][..., bias:, :], self.outputs[..., bias:, :]
        self.d_rows = np.empty_like(self.outputs)
        self.d_inputs = self.d_rows[..., bias:, :]

    def forward(self, inputs: FloatArray) -> list[Operation]:
        """A = φ(Z)."""
        return [partial(self.value, inputs, self.a)]

    def backward(self, d_outputs: FloatArray) -> list[Operation]:
        """The chain rule: dZ = dA ∘ φ′(Z)."""
        return [partial(np.multiply, d_outputs, self.slopes, self.d_rows)]


class Dropout:
    """x ∘ mask: drops the same neurons for all examples of a step, so that each step trains one subnetwork.

    `mask` (n_inputs, 1) holds 0 for a dropped neuron and `scale` for a kept one; it is drawn anew before a step.
    """

    def __init__(self, mask: FloatArray, outputs: FloatArray, bias: bool) -> None:
        self.mask, self.outputs, self.bias = mask, outputs, bias
        self.d_inputs = np.zeros_like(outputs)

    def forward(self, inputs: FloatArray) -> list[Operation]:
        """X ∘ mask."""
        return [partial(np.multiply, inputs[..., self.bias :, :], self.mask, self.outputs[..., self.bias :, :])]

    def backward(self, d_outputs: FloatArray) -> list[Operation]:
        """The chain rule: dX = dY ∘ mask."""
        return [partial(np.multiply, d_outputs[..., self.bias :, :], self.mask, self.d_inputs[..., self.bias :, :])]
