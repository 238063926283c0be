"""The subnetworks that dropout trains: what each would answer, to hold inference against their mean."""

import numpy as np

from nnviz.core import rng_keys
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.network import Network
from nnviz.core.types import FloatArray


def sample_masks(model: Network, n_subnetworks: int, seed: int) -> FloatArray:
    """Masks of subnetworks drawn as training draws them: (n_subnetworks, n_droppable)."""
    generator = rng_keys.generator(seed, rng_keys.SUBNETWORKS)
    return model.masks(generator.random((n_subnetworks, model.n_droppable)))


def subnetwork_outputs(model: Network, weights: FloatArray, x: FloatArray, masks: FloatArray) -> FloatArray:
    """The output z of each subnetwork (n_subnetworks,), of K outputs (K, n_subnetworks), at an example x (n_features,).

    z = W_L·(m_L ∘ φ(… φ(W₁·(m₁ ∘ x) + b₁) …)) + b_L for weights (P,) with the mask's part m for each layer, as in a
    training step.
    """
    activation, a, start = ACTIVATIONS[model.activation], x[None], 0
    for depth, (layer, W, rate) in enumerate(zip(model.layers, model.views(weights), model.dropout_rates, strict=True)):
        if depth:
            a = activation.value(a, np.empty_like(a))
        if rate:
            a = a * masks[:, start : start + layer.n_inputs]
            start += layer.n_inputs
        a = a @ W[:, layer.bias :].T
        if layer.bias:
            a = a + W[:, 0]
    z = np.broadcast_to(a.T, (model.n_outputs, len(masks)))
    return z if model.output_shape else z[0]
