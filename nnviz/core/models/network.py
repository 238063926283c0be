"""Models: what is computed from the features. Linear and logistic regression are networks without a hidden layer."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.models.batch_norm import (
    AFTER,
    BEFORE,
    LEARNT_NAMES,
    OFF,
    BatchNormalisation,
    Learnt,
    Normal,
    initial_averages,
    learnt_views,
    observed_views,
)
from nnviz.core.models.flat_weights import LayerShape, layer_views, weight_names
from nnviz.core.random_source import RandomSource
from nnviz.core.types import BoolArray, FloatArray, Memory

NOTHING: Memory = {}


@dataclass(frozen=True)
class Network:
    """A fully connected network with linear outputs, one or K: z = W_L·φ(… φ(W₁·[1, x]) …).

    `activation` is a key of ACTIVATIONS. `biases` says which layers have one (None: all of them). Dropout at a
    rate drops inputs or hidden neurons while training; `inverted_dropout` scales the kept ones up then, else the
    outputs of inference are scaled down by the keep probability (Srivastava et al. 2014). `normalisation` says which
    hidden layers are normalised by the batch; what that learns stands behind the weights in the flat vector, what it
    observes has no gradient and is in the run's memory.
    Raises ValueError when a size, a rate, the number of biases or of normalised layers makes no network.
    """

    n_features: int
    hidden: tuple[int, ...] = ()
    activation: str = "tanh"
    input_dropout: float = 0.0
    hidden_dropout: float = 0.0
    inverted_dropout: bool = True
    biases: tuple[bool, ...] | None = None
    normalisation: BatchNormalisation | None = None
    n_outputs: int = 1

    def __post_init__(self) -> None:
        if min(self.n_features, *self.hidden, self.n_outputs) < 1:
            raise ValueError("a layer has at least one neuron")
        if not (0.0 <= self.input_dropout < 1.0 and 0.0 <= self.hidden_dropout < 1.0):
            raise ValueError("a dropout rate is at least 0 and below 1")
        if self.activation not in ACTIVATIONS:
            raise ValueError(f"no activation {self.activation!r}")
        if self.biases is not None and len(self.biases) != len(self.hidden) + 1:
            raise ValueError("biases has one entry per layer")
        if self.normalisation is not None and len(self.normalisation.places) != len(self.hidden):
            raise ValueError("a place of normalisation belongs to each hidden layer")

    @cached_property
    def layers(self) -> tuple[LayerShape, ...]:
        """The shapes of the layers, from the first hidden one to the output."""
        sizes = (self.n_features, *self.hidden, self.n_outputs)
        biases = self.biases or (True,) * (len(sizes) - 1)
        return tuple(map(LayerShape, sizes[:-1], sizes[1:], biases))

    @property
    def output_shape(self) -> tuple[int, ...]:
        """The axes of the outputs of one example: none of one output, (K,) of K."""
        return (self.n_outputs,) if self.n_outputs > 1 else ()

    @cached_property
    def n_weights(self) -> int:
        """The weights and biases alone."""
        return sum(layer.n_parameters for layer in self.layers)

    @cached_property
    def n_parameters(self) -> int:
        """P, the length of the flat vector: all weights, and what batch normalisation learns."""
        return self.n_weights + 2 * sum(self.normalised_sizes)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Where each hidden layer is normalised by the batch."""
        return self.normalisation.places if self.normalisation else (OFF,) * len(self.hidden)

    @cached_property
    def normalised_sizes(self) -> tuple[int, ...]:
        """Neurons of the layers that are normalised."""
        return tuple(size for size, place in zip(self.hidden, self.places, strict=True) if place != OFF)

    @cached_property
    def dropout_rates(self) -> tuple[float, ...]:
        """The rate at which each layer's inputs are dropped."""
        return (self.input_dropout, *(self.hidden_dropout for _ in self.hidden))

    @cached_property
    def n_droppable(self) -> int:
        """Features and hidden neurons that dropout may drop at a step."""
        return sum(layer.n_inputs for layer, rate in zip(self.layers, self.dropout_rates, strict=True) if rate)

    def masks(self, uniforms: FloatArray) -> FloatArray:
        """What to multiply droppable neurons with: 0 where u < rate, else 1 (inverted: 1/keep): (..., n_droppable)."""
        sizes = [layer.n_inputs for layer in self.layers]
        rates = np.repeat(self.dropout_rates, sizes)
        rates = rates[rates > 0.0]
        return (uniforms >= rates) / (1.0 - rates if self.inverted_dropout else 1.0)

    @cached_property
    def kept_at_inference(self) -> FloatArray:
        """What inference multiplies droppable neurons with: 1, or the keep probability: (n_droppable,)."""
        rates = np.repeat(self.dropout_rates, [layer.n_inputs for layer in self.layers])
        rates = rates[rates > 0.0]
        return np.ones_like(rates) if self.inverted_dropout else 1.0 - rates

    def views(self, flat: FloatArray) -> list[FloatArray]:
        """The layers' weights (..., n_outputs, bias + n_inputs) as views of flat (..., P)."""
        return layer_views(flat, self.layers)

    def learnt(self, flat: FloatArray) -> list[Learnt | None]:
        """The scales and shifts of each hidden layer, as views of flat (..., P); None where it is not normalised."""
        views = iter(learnt_views(flat[..., self.n_weights :], self.normalised_sizes))
        return [None if place == OFF else next(views) for place in self.places]

    def normals(self, weights: FloatArray, memory: Memory) -> list[Normal | None]:
        """What batch normalisation keeps for each hidden layer, as views; None where it is off.

        Raises KeyError when a layer is normalised and its moving averages are not in the memory.
        """
        if self.normalisation is None:
            return [None] * len(self.hidden)
        observed = iter(observed_views(memory, self.normalised_sizes))
        return [None if learnt is None else Normal(learnt, next(observed)) for learnt in self.learnt(weights)]

    def initial_memory(self) -> dict[str, FloatArray]:
        """What a run of the model remembers before its first step: the moving averages, arrays (k,) by name."""
        return initial_averages(self.normalised_sizes)

    def outputs(self, weights: FloatArray, X: FloatArray, memory: Memory = NOTHING) -> FloatArray:
        """The last linear output z (..., n), of K outputs (..., K, n), of inference for weights (..., P) on X (n, d).

        A normalised network needs the memory (..., k) that belongs to the weights, and raises KeyError without it.
        """
        a = self.activations(weights, X, len(self.hidden), memory)
        z = self._sums(len(self.hidden), self.views(weights)[-1], a)
        return z if self.output_shape else z[..., 0, :]

    def activations(self, weights: FloatArray, X: FloatArray, depth: int, memory: Memory = NOTHING) -> FloatArray:
        """What enters layer `depth` at inference, counted from 0: (..., n_inputs, n); layer 0 sees the features."""
        normals, views, a = self.normals(weights, memory), self.views(weights), X.T
        for below in range(depth):
            a = self.activated(below, self._sums(below, views[below], a), normals[below])[1]
        return a

    def _sums(self, depth: int, W: FloatArray, a: FloatArray) -> FloatArray:
        """The sums W·[1, a] of a layer for what enters it, a (..., n_inputs, n)."""
        rate, bias = self.dropout_rates[depth], self.layers[depth].bias
        if rate and not self.inverted_dropout:
            a = a * (1.0 - rate)
        z: FloatArray = W[..., bias:] @ a
        if bias:
            z += W[..., :1]
        return z

    def activated(self, depth: int, z: FloatArray, normal: Normal | None) -> tuple[FloatArray, FloatArray]:
        """What enters the activation of a hidden layer, and what leaves the layer, from its sums z (..., n_neurons, n).

        At inference: normalised by the moving averages, before the activation or after it.
        """
        if normal is not None and self.places[depth] == BEFORE:
            z = normal.at_inference(z)
        a = ACTIVATIONS[self.activation].value(z, np.empty_like(z))
        return z, normal.at_inference(a) if normal is not None and self.places[depth] == AFTER else a

    def initial_weights(self, random_source: RandomSource) -> FloatArray:
        """Normal draws (P,): as they are for a linear model; for a network N(0, gain²/n_inputs), biases 0.

        Scales of batch normalisation start at 1, its shifts at 0, without a draw.
        """
        flat = np.concatenate([random_source.normal(self.n_weights), np.zeros(self.n_parameters - self.n_weights)])
        for learnt in self.learnt(flat):
            if learnt is not None:
                learnt.scale[:] = 1.0
        if self.hidden:
            gain = ACTIVATIONS[self.activation].gain
            gains = (*(gain for _ in self.hidden), 1.0)
            for layer, W, layer_gain in zip(self.layers, self.views(flat), gains, strict=True):
                np.multiply(W, layer_gain / np.sqrt(layer.n_inputs), W)
                W[:, : layer.bias] = 0.0
        return flat

    def penalised(self, bias: bool = False) -> BoolArray:
        """Which of the P weights a penalty touches: all, or all but the biases."""
        mask = np.arange(self.n_parameters) < self.n_weights
        if not bias:
            for layer, view in zip(self.layers, self.views(mask), strict=True):  # type: ignore[arg-type]
                view[:, : layer.bias] = False
        return mask

    @cached_property
    def parameter_names(self) -> tuple[str, ...]:
        """A name for each of the P weights: "bias", "w1" without a hidden layer, else as in "layer 1: w21"."""
        names = weight_names(self.layers)
        for depth, (size, place) in enumerate(zip(self.hidden, self.places, strict=True), 1):
            if place != OFF:
                names += [f"layer {depth}: {part}{i}" for part in LEARNT_NAMES for i in range(1, size + 1)]
        return tuple(names)
