"""From the settings to the neuron's training and to the random network beside it."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from nnviz.core.data.datasets import make_dataset
from nnviz.core.data.provenance import Provenance
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.collapse import collapsed_weights
from nnviz.core.models.network import Network
from nnviz.core.objectives.loss_rules import sigmoid
from nnviz.core.objectives.losses import LOSSES, Loss
from nnviz.core.objectives.neuron_losses import squared_error_through
from nnviz.core.random_source import KeyedSource
from nnviz.core.rng_keys import NOISE, generator
from nnviz.core.training.advance import Experiment, Recording
from nnviz.core.training.optimizers import GradientDescent
from nnviz.core.types import FloatArray
from nnviz.lessons.neurons.settings import LABELS, NeuronSettings
from nnviz.runs.protocol import Array

N_SAMPLES = 100
TRUE_LOGIT = (1.0, 3.0)  # bias and weight behind the labels
NEURON = Network(n_features=1)
X_RANGE = np.linspace(-3.5, 3.5, 141)
DIVERGED_ABOVE = 1e15
WEIGHT_SCALE, BIAS_SCALE = 1.3, 0.5  # of the random network: its line and its curves then have one size
ROUNDING = 1e-9


@lru_cache(maxsize=64)
def examples(data: str, seed: int) -> tuple[FloatArray, FloatArray]:
    """The features (n, 1) and targets (n,): the toy line, or labels with P(y = 1) = σ(1 + 3x)."""
    line = make_dataset("toy line", N_SAMPLES, 1.0, seed)
    if data != LABELS:
        return line.X, line.y
    probability = sigmoid(TRUE_LOGIT[0] + TRUE_LOGIT[1] * line.X[:, 0])
    return line.X, (generator(seed, NOISE).random(N_SAMPLES) < probability).astype(np.float64)


def loss_name(settings: NeuronSettings) -> str:
    """What the neuron minimises: log loss for a probability of labels, else squared error."""
    is_probability = settings.activation == "sigmoid" and settings.data == LABELS
    return "log loss" if is_probability else "mean squared error"


def loss(settings: NeuronSettings) -> Loss:
    """The loss of the neuron's sum z, the activation included."""
    if loss_name(settings) == "log loss":
        return LOSSES["log loss"]
    if settings.activation == "none":
        return LOSSES["mean squared error"]
    return squared_error_through(ACTIVATIONS[settings.activation])


@lru_cache(maxsize=64)
def experiment(settings: NeuronSettings) -> Experiment:
    """One neuron that starts from the weights of the sliders, all examples at every step."""
    X, y = examples(settings.data, int(settings.seed))
    start = np.array([settings.bias, settings.weight])
    optimizer = GradientDescent(settings.learning_rate)
    return Experiment(
        X=X,
        y=y,
        model=NEURON,
        loss=loss(settings),
        optimizer=optimizer,
        initial_weights=start,
        divergence_limit=DIVERGED_ABOVE,
        provenance=_recipe(settings),
    )


def _recipe(settings: NeuronSettings) -> Provenance:
    seed, (bias, weight) = int(settings.seed), TRUE_LOGIT
    if settings.data != LABELS:
        return Provenance.of("toy line", n_samples=N_SAMPLES, noise=1.0, seed=seed)
    return Provenance.of("random labels", n_samples=N_SAMPLES, bias=bias, weight=weight, seed=seed)


def rows(settings: NeuronSettings, recording: Recording) -> dict[str, Array]:
    """What the page shows at every recorded step."""
    run, weights = experiment(settings), recording.weights
    sums = NEURON.outputs(weights, run.X)
    return {
        "step": recording.step,
        "training_loss": run.loss.value(sums, run.y).mean(axis=-1),
        "bias_now": weights[:, 0],
        "weight_now": weights[:, 1],
        "fit": _to_float32(run.loss.predict(NEURON.outputs(weights, X_RANGE[:, None]))),
        "sums": _to_float32(sums),
        "activations": _to_float32(run.loss.predict(sums)),
    }


def _to_float32(values: FloatArray) -> NDArray[np.float32]:
    return values.astype(np.float32)


@dataclass(frozen=True, eq=False)
class DeepNetwork:
    """A network of many layers with random weights, and what it computes over x."""

    model: Network
    weights: FloatArray

    def outputs(self, x: FloatArray) -> FloatArray:
        """The output at x (n,)."""
        return self.model.outputs(self.weights, x[:, None])

    def without_activation(self) -> "DeepNetwork":
        """The same weights, every hidden neuron passing its sum on as it is."""
        return DeepNetwork(Network(1, self.model.hidden, "none"), self.weights)

    @property
    def line(self) -> FloatArray:
        """Bias and weight of the line that is left without activations."""
        return collapsed_weights(self.without_activation().model, self.weights)

    def off_line(self, x: FloatArray) -> float:
        """The largest distance at x between the network and the line nearest to it; 0 where only rounding is left."""
        outputs = self.outputs(x)
        line = np.polyval(np.polyfit(x, outputs, 1), x)
        off = float(np.abs(outputs - line).max())
        return off if off > ROUNDING * max(1.0, float(np.abs(outputs).max())) else 0.0

    def apart(self, x: FloatArray) -> float:
        """The largest difference at x between the network without activations and its line, relative to its size."""
        outputs, (bias, weight) = self.without_activation().outputs(x), self.line
        size = max(1.0, float(np.abs(outputs).max()))
        return float(np.abs(outputs - (bias + weight * x)).max()) / size


def deep_network(settings: NeuronSettings) -> DeepNetwork:
    """The network of the settings; its weights depend on its size and the seed, not on the activation."""
    hidden = (int(settings.neurons),) * int(settings.hidden_layers)
    model = Network(1, hidden, settings.inner_activation)
    flat = KeyedSource(int(settings.seed)).normal(model.n_parameters)
    for layer, W in zip(model.layers, model.views(flat), strict=True):
        W[:, 1:] *= WEIGHT_SCALE / np.sqrt(layer.n_inputs)
        W[:, 0] *= BIAS_SCALE
    return DeepNetwork(model, flat)
