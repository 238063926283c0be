"""The smallest deep network, one neuron behind another, with every factor of its chain rule by name.

    k = b₀ + w₀x    z = Φ(k)    t = b₁ + w₁z    ŷ = Φ(t)    ℓ = ℓ(ŷ, y)        Φ = σ, the sigmoid

Its weights stand in the order of the model TWO_NEURONS: b₀, w₀, b₁, w₁.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES, Loss
from nnviz.core.types import FloatArray

TWO_NEURONS = Network(n_features=1, hidden=(1,), activation="sigmoid")
WEIGHT_NAMES = ("b₀", "w₀", "b₁", "w₁")

Outer = Callable[[FloatArray, FloatArray], FloatArray]  # (t, y) -> ∂ℓ/∂ŷ


def _probability(t: FloatArray) -> FloatArray:
    probability: FloatArray = expit(t)
    return probability


def _of_squared_error(t: FloatArray, y: FloatArray) -> FloatArray:
    """The derivative 2(ŷ − y) of (ŷ − y)²."""
    return 2.0 * (_probability(t) - y)


def _of_half_squared_error(t: FloatArray, y: FloatArray) -> FloatArray:
    """The derivative ŷ − y of ½(ŷ − y)²."""
    return _probability(t) - y


def _of_log_loss(t: FloatArray, y: FloatArray) -> FloatArray:
    """The derivative −y/ŷ + (1 − y)/(1 − ŷ), with 1 − ŷ = σ(−t)."""
    return (1.0 - y) / _probability(-t) - y / _probability(t)


OUTER: dict[str, Outer] = {
    "squared error of the probability": _of_squared_error,
    "half the summed squared error of the probability": _of_half_squared_error,
    "log loss": _of_log_loss,
    "summed log loss": _of_log_loss,
}
"""The first factor of the chain, ∂ℓ/∂ŷ, by the name of the loss."""


@dataclass(frozen=True, eq=False)
class ChainRule:
    """Forward quantities and factors per example, (..., n), for weights (..., 4), x (n,) and y (n,)."""

    weights: FloatArray
    x: FloatArray
    y: FloatArray
    loss_name: str

    @property
    def loss(self) -> Loss:
        """The loss that is differentiated."""
        return LOSSES[self.loss_name]

    def _weight(self, place: int) -> FloatArray:
        return self.weights[..., place, None]

    def forward(self) -> dict[str, FloatArray]:
        """The quantity on every node, x to ℓ, by name."""
        b0, w0, b1, w1 = (self._weight(place) for place in range(4))
        k = b0 + w0 * self.x
        z = expit(k)
        t = b1 + w1 * z
        x, y = np.broadcast_to(self.x, k.shape), np.broadcast_to(self.y, k.shape)
        return {"x": x, "k": k, "z": z, "t": t, "ŷ": expit(t), "ℓ": self.loss.value(t, y), "y": y}

    def factors(self) -> dict[str, FloatArray]:
        """Every factor of the chain rule, by name: the derivative of a node by the one before it."""
        nodes = self.forward()
        k, t = nodes["k"], nodes["t"]
        return {
            "∂ℓ/∂ŷ": OUTER[self.loss_name](t, nodes["y"]),
            "∂ŷ/∂t": expit(t) * expit(-t),
            "∂t/∂z": np.broadcast_to(self._weight(3), k.shape),
            "∂z/∂k": expit(k) * expit(-k),
            "∂k/∂b₀": np.ones_like(k),
            "∂k/∂w₀": nodes["x"],
            "∂t/∂b₁": np.ones_like(k),
            "∂t/∂w₁": nodes["z"],
        }

    def products(self) -> FloatArray:
        """∂ℓ/∂w of every example, the product of the factors along the way back: (..., n, 4)."""
        f = self.factors()
        to_t = f["∂ℓ/∂ŷ"] * f["∂ŷ/∂t"]
        to_k = to_t * f["∂t/∂z"] * f["∂z/∂k"]
        ways = [to_k * f["∂k/∂b₀"], to_k * f["∂k/∂w₀"], to_t * f["∂t/∂b₁"], to_t * f["∂t/∂w₁"]]
        return np.stack(ways, axis=-1)

    def gradient(self) -> FloatArray:
        """∂L/∂w (..., 4): the mean of the examples' products, or their sum where the loss sums."""
        products = self.products()
        total: FloatArray = np.add.reduce(products, axis=-2)
        return total / products.shape[-2] if self.loss.averages else total
