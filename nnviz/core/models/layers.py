"""Layers bound to their weights and buffers: forward computes outputs, backward states the chain rule and stops.

Features stand on rows and examples on columns, so one neuron's outputs are contiguous. A buffer that feeds a layer
with a bias has a first row of ones: the bias is the weight of that row. Arrays may have leading axes, one entry
per run trained at once.
"""

from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from nnviz.core.models.activations import Activation
from nnviz.core.types import FloatArray

Product = Callable[[FloatArray, FloatArray, FloatArray], Any]


def product_of(weights: FloatArray) -> Product:
    """The matrix product: for one run the method dot, at a third of the cost of np.matmul, which is for several."""
    return np.ndarray.dot if weights.ndim == 2 else np.matmul


def input_buffer(leading: tuple[int, ...], n_inputs: int, bias: bool, n_samples: int) -> FloatArray:
    """A layer's inputs (..., bias + n_inputs, n_samples), the row of the bias filled with ones."""
    return np.ones((*leading, bias + n_inputs, n_samples))


class Layer(Protocol):
    """A differentiable step between two buffers."""

    def forward(self, inputs: FloatArray) -> FloatArray:
        """Outputs of these inputs; remembers what backward needs."""
        ...

    def backward(self, d_outputs: FloatArray) -> FloatArray:
        """∂L/∂inputs from ∂L/∂outputs; writes ∂L/∂weights where there are weights."""
        ...


class Dense:
    """z = W·[1, x], or W·x without a bias."""

    def __init__(self, weights: FloatArray, d_weights: FloatArray, bias: bool, n_samples: int) -> None:
        self.weights, self.d_weights = weights, d_weights
        self.weights_transposed = weights[..., bias:].swapaxes(-1, -2)  # nothing flows back into the row of ones
        self.product = product_of(weights)
        outer = weights.ndim > 2 and weights.shape[-2] == 1  # for many runs a column times a row is cheaper so
        self.spread = np.multiply if outer else self.product
        self.inputs = self.inputs_transposed = np.empty(0)
        self.outputs = np.empty((*weights.shape[:-1], n_samples))
        self.d_inputs = np.empty((*self.weights_transposed.shape[:-1], n_samples))

    def forward(self, inputs: FloatArray) -> FloatArray:
        """Z = W·X."""
        if inputs is not self.inputs:
            self.inputs, self.inputs_transposed = inputs, inputs.mT
        self.product(self.weights, inputs, self.outputs)
        return self.outputs

    def backward(self, d_outputs: FloatArray) -> FloatArray:
        """The chain rule: dW = dZ·Xᵀ and dX = Wᵀ·dZ."""
        self.product(d_outputs, self.inputs_transposed, self.d_weights)
        self.spread(self.weights_transposed, d_outputs, self.d_inputs)
        return self.d_inputs

    def backward_to_weights(self, d_outputs: FloatArray) -> None:
        """The product dW = dZ·Xᵀ, all that is asked of the first layer."""
        self.product(d_outputs, self.inputs_transposed, self.d_weights)


class SharedDense(Dense):
    """The first layer of several runs, Z = W·X with the same X for all: their neurons are one tall matrix."""

    def __init__(self, weights: FloatArray, d_weights: FloatArray, bias: bool, n_samples: int) -> None:
        super().__init__(weights, d_weights, bias, n_samples)
        self.outputs_of_all = self.outputs.reshape(-1, n_samples)

    def forward(self, inputs: FloatArray) -> FloatArray:
        """Z = W·X."""
        self.inputs_transposed = inputs.T
        np.dot(self.weights.reshape(-1, len(inputs)), inputs, self.outputs_of_all)
        return self.outputs

    def backward_to_weights(self, d_outputs: FloatArray) -> None:
        """The product dW = dZ·Xᵀ."""
        d_weights = np.dot(d_outputs.reshape(self.outputs_of_all.shape), self.inputs_transposed)
        np.copyto(self.d_weights, d_weights.reshape(self.d_weights.shape))


class Activated:
    """a = φ(z), written under the row of ones that the next layer's bias needs."""

    def __init__(self, activation: Activation, outputs: FloatArray, bias: bool) -> None:
        self.activation, self.outputs = activation, outputs
        self.a = outputs[..., bias:, :]
        self.d_z = np.empty_like(self.a)

    def forward(self, inputs: FloatArray) -> FloatArray:
        """A = φ(Z)."""
        self.z = inputs
        self.activation.value(inputs, self.a)
        return self.outputs

    def backward(self, d_outputs: FloatArray) -> FloatArray:
        """The chain rule: dZ = dA ∘ φ′(Z)."""
        self.activation.derivative(self.z, self.a, self.d_z)
        return np.multiply(self.d_z, d_outputs, self.d_z)


class Dropout:
    """x ∘ mask: drops the same neurons for all examples of a step, so that each step trains one subnetwork.

    `mask` (n_inputs, 1) holds 0 for a dropped neuron and `scale` for a kept one; it is drawn anew before a step.
    """

    def __init__(self, mask: FloatArray, outputs: FloatArray, bias: bool) -> None:
        self.mask, self.outputs, self.bias = mask, outputs, bias
        self.kept = outputs[..., bias:, :]
        self.d_inputs = np.empty_like(self.kept)

    def forward(self, inputs: FloatArray) -> FloatArray:
        """X ∘ mask."""
        np.multiply(inputs[..., self.bias :, :], self.mask, self.kept)
        return self.outputs

    def backward(self, d_outputs: FloatArray) -> FloatArray:
        """The chain rule: dX = dY ∘ mask."""
        return np.multiply(d_outputs, self.mask, self.d_inputs)
