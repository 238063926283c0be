"""The loss as a landscape over the weights: its height on a plane that is cut through the space of all weights."""

from dataclasses import dataclass, field, replace

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.models.inference import outputs_of_blocks
from nnviz.core.models.network import Network
from nnviz.core.objectives.loss_rules import squared_error
from nnviz.core.objectives.losses import Loss
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.rng_keys import DIRECTIONS, generator
from nnviz.core.types import FloatArray


@dataclass(frozen=True, eq=False)
class Slice:
    """The weights anchor + a·d₁ + b·d₂ on a grid of a and b.

    anchor (P,), directions (2, P), a (G_a,), b (G_b,). Raises ValueError for weights that are not finite, as after a
    divergence: no plane goes through them.
    """

    anchor: FloatArray
    directions: FloatArray
    a: FloatArray = field(default_factory=lambda: np.linspace(-1.0, 1.0, 30))
    b: FloatArray = field(default_factory=lambda: np.linspace(-1.0, 1.0, 30))

    def __post_init__(self) -> None:
        if not (np.isfinite(self.anchor).all() and np.isfinite(self.directions).all()):
            raise ValueError("a slice of the loss goes through finite weights only")

    def grid(self) -> FloatArray:
        """The coordinates (a, b) of all points, (G_b·G_a, 2), row by row of b."""
        return np.column_stack([np.tile(self.a, len(self.b)), np.repeat(self.b, len(self.a))])

    def weights(self, coordinates: FloatArray) -> FloatArray:
        """The weights (..., P) at coordinates (..., 2)."""
        return self.anchor + coordinates @ self.directions

    def coordinates(self, weights: FloatArray) -> FloatArray:
        """The coordinates (..., 2) of the point of the plane nearest to the weights (..., P); NaN for none."""
        with np.errstate(over="ignore", invalid="ignore"):
            coordinates: FloatArray = (weights - self.anchor) @ np.linalg.pinv(self.directions)
        return coordinates

    def showing(self, weights: FloatArray, n: int = 60, margin: float = 0.3, least_width: float = 1.0) -> "Slice":
        """The same plane with n values on each axis, wide enough to show these weights (..., P).

        They are the start, the optimum where it is known, the weights now. `padded_range` tells what margin and
        least_width do, and leaves out weights that are not finite.
        """
        flat = weights.reshape(-1, len(self.anchor))
        points = self.coordinates(flat[np.isfinite(flat).all(axis=-1)])
        a, b = (np.linspace(*padded_range(axis, margin, least_width), n) for axis in points.T)
        return replace(self, a=a, b=b)


def coordinate_slice(anchor: FloatArray, i: int, j: int) -> Slice:
    """The plane over weights i and j, the others as in the anchor (P,); a and b are the two weights' values.

    Raises ValueError when i and j are the same weight.
    """
    if i == j:
        raise ValueError("a plane needs two different weights")
    directions = np.zeros((2, len(anchor)))
    directions[0, i] = directions[1, j] = 1.0
    return Slice(np.where(directions.any(axis=0), 0.0, anchor), directions)


def filter_normalised_slice(model: Network, anchor: FloatArray, seed: int) -> Slice:
    """The plane of two random directions around the anchor (P,), which lies at a = b = 0.

    Normal draws, then every neuron's row (its bias included) is given the norm of that neuron's row in the anchor, so
    that a step of 1 means the same for large and small weights (Li et al. 2018, Visualizing the Loss Landscape of
    Neural Nets). As there, the two are not made orthogonal; a neuron whose weights are all 0 keeps them.
    """
    directions = generator(seed, DIRECTIONS).standard_normal((2, len(anchor)))
    for drawn, rows in zip(model.views(directions), model.views(anchor), strict=True):
        norm = np.linalg.norm(rows, axis=-1, keepdims=True)
        np.multiply(drawn, norm / np.linalg.norm(drawn, axis=-1, keepdims=True), drawn)
    return Slice(anchor, directions)


def loss_on(
    plane: Slice, model: Network, loss: Loss, X: FloatArray, y: FloatArray, penalty: Penalty | None = None
) -> FloatArray:
    """The mean loss of inference on X (n, n_features), y (n,) at every point of the slice, plus λR(w) with a penalty.

    It is `mean_loss` also for a loss that sums, so that a trace of mean losses lies on it. The result is (G_b, G_a),
    indexed [b, a] as surface plots want it. Layers below those that the plane moves are evaluated once. A linear
    model's squared error takes the closed form, everything else is evaluated point by point in blocks of bounded
    memory.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        above = _moved_part(plane, model, X)
        linear = not above[1].hidden and loss.value is squared_error
        heights = _quadratic(*above, y) if linear else _pointwise(*above, loss, y)
        if penalty is not None:
            weights = plane.weights(plane.grid())
            heights = heights + penalty.value(weights, model.penalised(penalty.bias)).reshape(heights.shape)
    return heights


def _moved_part(plane: Slice, model: Network, X: FloatArray) -> tuple[Slice, Network, FloatArray]:
    """The network above the layers that are the same on the whole plane, the plane of its weights, and what enters it.

    The output layer's weights alone cost a tenth of those of a whole network.
    """
    moved = np.flatnonzero(plane.directions.any(axis=0))
    ends = np.cumsum([layer.n_parameters for layer in model.layers[:-1]])
    n_same = int(np.searchsorted(ends, moved[0], side="right")) if len(moved) and not model.normalisation else 0
    if not n_same:
        return plane, model, X
    above = replace(
        model,
        n_features=model.hidden[n_same - 1],
        hidden=model.hidden[n_same:],
        input_dropout=model.hidden_dropout,
        biases=model.biases and model.biases[n_same:],
    )
    start = ends[n_same - 1]
    part = replace(plane, anchor=plane.anchor[start:], directions=plane.directions[:, start:])
    return part, above, model.activations(plane.anchor, X, n_same).T


def _quadratic(plane: Slice, model: Network, X: FloatArray, y: FloatArray) -> FloatArray:
    """‖a·u + b·v + r‖²/n through the Gram matrix of u, v and r, whatever n.

    u and v are the outputs of the directions, r the residual of the anchor. The Gram matrix is R'R with [u, v, r] = QR,
    so the square is (R₁₁a + R₁₂b + R₁₃)² + (R₂₂b + R₂₃)² + R₃₃²: three squares, which do not cancel where the entries
    of the Gram matrix would.
    """
    outputs = model.outputs(np.vstack([plane.directions, plane.anchor]), X)
    outputs[2] -= y
    columns = np.vstack([outputs.T, np.zeros((3, 3))])  # the zeros make R 3 × 3 for any number of examples
    R = np.linalg.qr(columns).R
    first = (R[0, 0] * plane.a + R[0, 2]) + (R[0, 1] * plane.b)[:, None]
    second = R[1, 1] * plane.b + R[1, 2]
    total: FloatArray = first * first + (second * second + R[2, 2] ** 2)[:, None]
    return total / len(y)


def _pointwise(plane: Slice, model: Network, X: FloatArray, loss: Loss, y: FloatArray) -> FloatArray:
    points = plane.grid()
    heights = np.empty(len(points))
    outputs = outputs_of_blocks(model, lambda block: plane.weights(points[block]), len(points), X)
    for block, z in outputs:
        heights[block] = loss.per_example(z, y).mean(axis=-1, dtype=float)
    return heights.reshape(len(plane.b), len(plane.a))


def log_loss_for_display(loss: FloatArray) -> FloatArray:
    """Return log₁₀ of a loss for drawing contours: log₁₀ max(loss, 10⁻⁶ · largest loss), any shape.

    Equal steps of the logarithm keep the valley visible when the rim of the plane is a thousand times higher. The
    floor of six decades keeps an exact fit (loss 0) on the paper. Works over all but the first axis when the array
    has three: (steps, n_y, n_x) is one plane per step.
    """
    largest = loss.max(axis=(-2, -1), keepdims=True)
    return np.asarray(np.log10(np.maximum(loss, np.maximum(1e-6 * largest, np.finfo(float).tiny))))
