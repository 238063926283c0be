"""Networks written for automatic differentiation: values only, and no derivative anywhere."""

from nnviz.core.autodiff.reverse_mode import Variable, apply
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.types import FloatArray


def outputs_of(model: Network, weights: Variable, X: FloatArray) -> Variable:
    """The last linear output z (n,) for weights (P,) and X (n, n_features)."""
    a: Variable | FloatArray = X.T
    activation, start = ACTIVATIONS[model.activation].traced, 0
    for layer in model.layers:
        if isinstance(a, Variable):
            a = activation(a)
        flat = weights[start : start + layer.n_parameters]
        W = apply("reshape", flat, shape=(layer.n_outputs, layer.n_columns))
        a = W[:, layer.bias :] @ a
        if layer.bias:
            a = a + W[:, :1]
        start += layer.n_parameters
    return apply("reshape", a, shape=(len(X),))


def mean_loss_of(model: Network, loss: str, weights: Variable, X: FloatArray, y: FloatArray) -> Variable:
    """(1/n) Σ ℓ(zᵢ, yᵢ) as a function that can be differentiated; `loss` is a key of LOSSES."""
    return apply("mean", LOSSES[loss].traced(outputs_of(model, weights, X), y))
