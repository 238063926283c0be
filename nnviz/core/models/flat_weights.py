"""How the weights of a network lie in one flat vector: layer after layer, and what each of them is called."""

from collections.abc import Sequence
from typing import NamedTuple

from nnviz.core.types import FloatArray


class LayerShape(NamedTuple):
    """A layer's weights are (n_outputs, bias + n_inputs): one row per neuron, its bias first."""

    n_inputs: int
    n_outputs: int
    bias: bool

    @property
    def n_columns(self) -> int:
        """Weights of one neuron."""
        return self.bias + self.n_inputs

    @property
    def n_parameters(self) -> int:
        """Weights of the layer."""
        return self.n_outputs * self.n_columns


def layer_views(flat: FloatArray, layers: Sequence[LayerShape]) -> list[FloatArray]:
    """The layers' weights (..., n_outputs, bias + n_inputs) as views of flat (..., P)."""
    views, start = [], 0
    for layer in layers:
        stop = start + layer.n_parameters
        views.append(flat[..., start:stop].reshape(*flat.shape[:-1], layer.n_outputs, layer.n_columns))
        start = stop
    return views


def weight_names(layers: Sequence[LayerShape]) -> list[str]:
    """A name for each weight: "bias", "w1" of one output, "b2", "w21" of several in one layer, else "layer 1: b2"."""
    if len(layers) == 1 and layers[0].n_outputs == 1:
        return ["bias"] * layers[0].bias + [f"w{i}" for i in range(1, layers[0].n_inputs + 1)]
    names: list[str] = []
    for depth, layer in enumerate(layers, 1):
        place = f"layer {depth}: " if len(layers) > 1 else ""
        for neuron in range(1, layer.n_outputs + 1):
            names += [f"{place}b{neuron}"] * layer.bias
            names += [f"{place}w{neuron}{i}" for i in range(1, layer.n_inputs + 1)]
    return names
