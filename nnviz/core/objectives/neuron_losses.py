"""The squared error of a single neuron: the link between its sum z and its prediction is any activation."""

from functools import cache

import numpy as np

from nnviz.core.models.activations import Activation
from nnviz.core.objectives.losses import Loss
from nnviz.core.types import FloatArray


@cache  # so that a loss can be told from another by what it is
def squared_error_through(activation: Activation) -> Loss:
    """The loss ℓ(z, y) = (φ(z) − y)², whose derivative is 2(φ(z) − y)·φ′(z), and the link φ."""

    def predict(z: FloatArray) -> FloatArray:
        return activation.value(z, np.empty_like(z))

    def value(z: FloatArray, y: FloatArray) -> FloatArray:
        residual = predict(z) - y
        return residual * residual

    def derivative(z: FloatArray, y: FloatArray, out: FloatArray) -> FloatArray:
        a = predict(z)
        np.multiply(2.0 * (a - y), activation.derivative(z, a, np.empty_like(z)), out)
        return out

    return Loss(value, derivative, predict)
