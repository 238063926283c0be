"""Inference for very many weight vectors, in buffers that stay: fresh memory would take as long as the arithmetic."""

from collections.abc import Callable, Iterator

import numpy as np

from nnviz.core.models.forward_backward import ForwardBackward
from nnviz.core.models.network import Network
from nnviz.core.models.weight_blocks import blocks
from nnviz.core.types import FloatArray


def outputs_of_blocks(
    model: Network, weights_of: Callable[[slice], FloatArray], n_weights: int, X: FloatArray
) -> Iterator[tuple[slice, FloatArray]]:
    """Slices of range(n_weights) and the outputs (B, n), or (B, K, n), of weights_of(slice) (B, P) on X (n, d).

    All is computed in the precision of X, by a model without batch normalisation. The next outputs overwrite these.
    """
    inputs = np.vstack([np.ones((int(model.layers[0].bias), len(X)), X.dtype), X.T])
    chain = weights = outputs = None
    for block in blocks(n_weights, model, len(X), X.itemsize):
        found = weights_of(block)
        if chain is None or weights is None or outputs is None or len(weights) != len(found):
            weights = np.empty(found.shape, X.dtype)
            chain = ForwardBackward(model, weights, np.empty_like(weights), len(X))
            chain.bind(inputs)  # features on rows in memory too: forward alone, that takes half
            chain.mask[:] = model.kept_at_inference[:, None]
            outputs = np.empty((len(found), model.n_outputs, len(X)), X.dtype)
        weights[...] = found
        chain.forward(inputs, outputs)
        yield block, outputs if model.output_shape else outputs[:, 0]
