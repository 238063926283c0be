"""The squared error of a single neuron: the link between its sum z and its prediction is any activation."""

from functools import cache

import numpy as np

from nnviz.core.autodiff.reverse_mode import Variable
from nnviz.core.models.activations import Activation
from nnviz.core.objectives.losses import SQUARED_ERROR, Loss, LossSource
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

    def traced(z: Variable, y: FloatArray) -> Variable:
        return (activation.traced(z) - y) ** 2

    source = LossSource(
        "error_of_neuron",
        "ℓ = (φ(z) − y)², and its derivative 2(φ(z) − y)·φ′(z).",
        value="residual**2",
        derivative="2.0 * residual * activation_slope(z)",
        before=("residual = activation(z) - y",),
        activation=activation,
    )
    return Loss(value, derivative, predict, traced, source, SQUARED_ERROR.formula)
