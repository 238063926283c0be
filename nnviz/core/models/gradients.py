"""The gradient of a network's loss by its own backward pass, and how large it is in each layer."""

import numpy as np

from nnviz.core.models.forward_backward import ForwardBackward
from nnviz.core.models.layers import Activated
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import Loss
from nnviz.core.types import FloatArray


def loss_gradient(model: Network, loss: Loss, weights: FloatArray, X: FloatArray, y: FloatArray) -> FloatArray:
    """∇L(w) for weights (..., P) on X (n, n_features) and y (n,), without dropout: (..., P).

    Where the network is normalised, X is the batch. Raises ValueError for a model that drops neurons, whose gradient
    depends on the mask.
    """
    gradient = np.empty(weights.shape)
    _both_ways(model, loss, weights, gradient, (X, y))
    return gradient


def _both_ways(
    model: Network, loss: Loss, weights: FloatArray, gradient: FloatArray, examples: tuple[FloatArray, FloatArray]
) -> ForwardBackward:
    """The layers after one pass forward and one back, the gradient written."""
    if model.n_droppable:
        raise ValueError("the gradient of a model with dropout depends on the neurons dropped")
    X, y = examples
    weights = np.ascontiguousarray(weights)
    memory = {name: np.tile(first, (*weights.shape[:-1], 1)) for name, first in model.initial_memory().items()}
    chain = ForwardBackward(model, weights, gradient, len(X), memory)
    inputs = np.vstack([np.ones((int(model.layers[0].bias), len(X))), X.T])
    outputs = np.empty((*weights.shape[:-1], model.n_outputs, len(X)))
    chain.forward(inputs, outputs)
    loss.d_output(outputs, loss.targets(y, model.n_outputs), loss.share(len(X)), chain.d_outputs)
    chain.backward()
    return chain


def delta_sizes(model: Network, loss: Loss, weights: FloatArray, X: FloatArray, y: FloatArray) -> FloatArray:
    """The root mean square of δ = ∂L/∂z over a layer's neurons and the examples, z its weighted sums: (..., n_layers).

    Weights and errors are those of `loss_gradient`; the model is not normalised.
    """
    chain = _both_ways(model, loss, weights, np.empty(weights.shape), (X, y))
    deltas = [layer.d_inputs for layer in chain.layers if isinstance(layer, Activated)]
    return np.stack([np.sqrt(np.mean(delta**2, axis=(-2, -1))) for delta in (*deltas, chain.d_outputs)], axis=-1)


def gradient_sizes(model: Network, gradient: FloatArray) -> FloatArray:
    """The root mean square of ∂L/∂w over the weights of each layer, biases left out: (..., n_layers)."""
    sizes = [
        np.sqrt(np.mean(d_W[..., layer.bias :] ** 2, axis=(-2, -1)))
        for layer, d_W in zip(model.layers, model.views(gradient), strict=True)
    ]
    return np.stack(sizes, axis=-1)
