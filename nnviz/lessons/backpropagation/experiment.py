"""From the settings to the two neurons' training, and to the larger networks."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.gradients import delta_sizes, gradient_sizes, loss_gradient
from nnviz.core.models.network import Network
from nnviz.core.models.two_neurons import TWO_NEURONS, ChainRule
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.rng_keys import DATA, generator
from nnviz.core.training.advance import Experiment, Recording
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.figures.backpropagation_diagram import EDGES, NODES
from nnviz.lessons.backpropagation.settings import ALL, LOSS_NAMES, N_EXAMPLES, BackpropagationSettings
from nnviz.runs.protocol import Array

N_DRAWS = 20
"""Networks whose gradients are measured: one draw of weights says little."""

FORMULA_LENGTH = 6


@lru_cache(maxsize=64)
def all_examples(seed: int) -> tuple[FloatArray, FloatArray]:
    """Eight examples x and labels y, mostly 1 on the right; rounded, so that a class can follow by hand."""
    rng = generator(seed, DATA)
    x = np.round(np.linspace(-1.8, 1.8, N_EXAMPLES) + rng.uniform(-0.2, 0.2, N_EXAMPLES), 1)
    return x, (x + 0.7 * rng.normal(size=N_EXAMPLES) > 0.0).astype(np.float64)


def batch(settings: BackpropagationSettings) -> tuple[FloatArray, FloatArray]:
    """The examples that are used: the chosen one, or all."""
    x, y = all_examples(int(settings.seed))
    if settings.example == ALL:
        return x, y
    place = int(settings.example) - 1
    return x[place : place + 1], y[place : place + 1]


def loss_name(settings: BackpropagationSettings) -> str:
    """The loss whose gradient is shown and descended."""
    return LOSS_NAMES[settings.loss, settings.constants]


def start(settings: BackpropagationSettings) -> FloatArray:
    """The weights of the sliders, in the model's order."""
    return np.array([settings.b0, settings.w0, settings.b1, settings.w1])


def chain_rule(settings: BackpropagationSettings, weights: FloatArray) -> ChainRule:
    """All quantities and factors for weights (..., 4)."""
    return ChainRule(weights, *batch(settings), loss_name(settings))


@lru_cache(maxsize=64)
def experiment(settings: BackpropagationSettings) -> Experiment:
    """The two neurons, trained by the model's own backward pass."""
    x, y = batch(settings)
    optimizer = GradientDescent(settings.learning_rate)
    return Experiment(
        x[:, None], y, TWO_NEURONS, LOSSES[loss_name(settings)], optimizer, initial_weights=start(settings)
    )


def rows(settings: BackpropagationSettings, recording: Recording) -> dict[str, Array]:
    """Every number of the diagram, the formulas and the table at every recorded step; means over the batch."""
    rule = chain_rule(settings, recording.weights)
    nodes, factors, gradient = rule.forward(), rule.factors(), rule.gradient()
    run = experiment(settings)
    losses = nodes["ℓ"].sum(axis=-1) if not run.loss.averages else nodes["ℓ"].mean(axis=-1)
    return {
        "step": recording.step,
        "training_loss": losses,
        "node_values": np.stack([nodes[name].mean(axis=-1) for name in NODES], axis=-1),
        "factor_values": np.stack([factors[name].mean(axis=-1) for name in EDGES], axis=-1),
        "weight_values": recording.weights,
        "gradient_values": gradient,
        "formula_numbers": _formula_numbers(factors, gradient),
        "example_columns": _columns(rule),
        "margins": ((2.0 * rule.y - 1.0) * nodes["t"]).astype(np.float32),
        "pulls": np.abs(factors["∂ℓ/∂ŷ"] * factors["∂ŷ/∂t"]).astype(np.float32),
    }


WAYS = {
    "w₁": ("∂ℓ/∂ŷ", "∂ŷ/∂t", "∂t/∂w₁"),
    "b₁": ("∂ℓ/∂ŷ", "∂ŷ/∂t"),
    "w₀": ("∂ℓ/∂ŷ", "∂ŷ/∂t", "∂t/∂z", "∂z/∂k", "∂k/∂w₀"),
    "b₀": ("∂ℓ/∂ŷ", "∂ŷ/∂t", "∂t/∂z", "∂z/∂k"),
}
"""The factors whose product is a weight's derivative, from the loss back, in the order of the formulas."""

PLACE = {"b₀": 0, "w₀": 1, "b₁": 2, "w₁": 3}


def _formula_numbers(factors: dict[str, FloatArray], gradient: FloatArray) -> FloatArray:
    """For each formula its factors (means over the batch), filled with zeros, and the derivative last: (S, 4, 6)."""
    numbers = np.zeros((*gradient.shape[:-1], len(WAYS), FORMULA_LENGTH))
    for line, (weight, way) in enumerate(WAYS.items()):
        for place, factor in enumerate(way):
            numbers[..., line, place] = factors[factor].mean(axis=-1)
        numbers[..., line, -1] = gradient[..., PLACE[weight]]
    return numbers


TABLE = ("x", "y", "ŷ", "∂ℓ/∂ŷ", "Φ′(t)", "Φ′(k)", "∂w₁", "∂w₀")


def _columns(rule: ChainRule) -> FloatArray:
    """The table of the examples, one column after the other: (S, 8, n)."""
    nodes, factors, products = rule.forward(), rule.factors(), rule.products()
    columns = [nodes["x"], nodes["y"], nodes["ŷ"], factors["∂ℓ/∂ŷ"], factors["∂ŷ/∂t"]]
    return np.stack([*columns, factors["∂z/∂k"], products[..., 3], products[..., 1]], axis=-2)


@dataclass(frozen=True, eq=False)
class LayerSizes:
    """The sizes of δ = ∂L/∂z and ∂L/∂w in each layer: medians over N_DRAWS networks of one activation, (depth + 1,)."""

    deltas: FloatArray
    gradients: FloatArray


def sizes(settings: BackpropagationSettings, activation: str) -> LayerSizes:
    """The sizes in the larger networks of the settings."""
    shape = int(settings.depth), int(settings.width)
    return sizes_of(activation, *shape, settings.weight_scale, int(settings.seed))


@lru_cache(maxsize=64)
def sizes_of(activation: str, depth: int, width: int, weight_scale: float, seed: int) -> LayerSizes:
    """The sizes in networks of `depth` hidden layers of `width` neurons, their biases 0."""
    model = Network(2, (width,) * depth, activation)
    data = make_dataset("two Gaussians", 50, 1.0, seed)
    flat = np.stack([KeyedSource(seed * N_DRAWS + draw).normal(model.n_parameters) for draw in range(N_DRAWS)])
    for layer, W in zip(model.layers, model.views(flat), strict=True):
        W[..., 1:] *= weight_scale / np.sqrt(layer.n_inputs)
        W[..., :1] = 0.0
    loss = LOSSES["log loss"]
    gradients = gradient_sizes(model, loss_gradient(model, loss, flat, data.X, data.y))
    deltas = delta_sizes(model, loss, flat, data.X, data.y)
    return LayerSizes(np.median(deltas, axis=0), np.median(gradients, axis=0))
