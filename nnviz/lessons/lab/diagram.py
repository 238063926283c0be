"""The network itself: where its neurons stand, and what they say at each step."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Literal

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.analysis.regions import PlaneGrid, outputs, plane_grid
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.training.advance import Recording
from nnviz.core.types import FloatArray
from nnviz.figures.living_network import LivingNetwork, NetworkTools, Stepper
from nnviz.figures.network_lattice import Lattice
from nnviz.figures.neuron_images import N_POINTS
from nnviz.figures.neuron_picture import ShownNeuron
from nnviz.lessons.lab import experiment
from nnviz.lessons.lab.controls import CONFUSION, OUTPUT
from nnviz.lessons.lab.edited_weights import weight_codes
from nnviz.lessons.lab.settings import LabSettings
from nnviz.runs.diagram_arrays import edges
from nnviz.runs.neuron_arrays import as_curves, hidden_shares, signed_percent, stacked
from nnviz.runs.protocol import Array

N_CELLS = 20
WIDEST_WEIGHT = 5.0
SMALLEST = 1e-300


def lattice(settings: LabSettings) -> Lattice:
    """Where the features, the hidden neurons and the outputs stand."""
    model = experiment.model(settings)
    return Lattice((model.n_features, *model.hidden, model.n_outputs), N_CELLS)


@lru_cache(maxsize=64)
def living_network(settings: LabSettings) -> LivingNetwork:
    """The network of the settings, and what its features say, over two of them or over one."""
    model, names = experiment.model(settings), experiment.data(settings).training.feature_names
    columns = lattice(settings)
    X = inputs(settings)
    values = signed_percent((X / np.maximum(np.abs(X).max(axis=0), SMALLEST)).T)
    tools = NetworkTools("neuron", steppers(settings), "edited_weights", tuple(weight_codes(model)))
    classes = experiment.class_names(settings)
    if not is_plane(settings):
        return LivingNetwork(model.layers, names, columns, "curves", values, tools, classes)
    return LivingNetwork(model.layers, names, columns, "surfaces", _as_images(values, columns.gap), tools, classes)


def steppers(settings: LabSettings) -> tuple[Stepper, ...]:
    """Buttons for the neurons of each hidden layer over it, and for the layers under the picture."""
    n_layers, n_columns = len(experiment.hidden(settings)), lattice(settings).n_columns
    found = [_stepper(settings, f"neurons_{layer}", layer + 0.5, "top") for layer in range(1, n_layers + 1)]
    layers = _stepper(settings, "hidden_layers", n_columns / 2.0, "bottom")
    if settings.model != "network":
        layers = replace(layers, value="0", less=None, more={"model": "network", "hidden_layers": "1"})
    return (*found, layers)


def _stepper(settings: LabSettings, field: str, x: float, side: Literal["top", "bottom"]) -> Stepper:
    control, text = settings.controls()[field], settings.as_text()[field]
    texts = ("", *control.texts, "")
    place = texts.index(text, 1)
    less, more = ({field: beside} if beside else None for beside in (texts[place - 1], texts[place + 1]))
    return Stepper(x, side, control.label, text, less, more)


def chosen_neuron(settings: LabSettings) -> tuple[int, int] | None:
    """Layer and number of the hidden neuron that is shown large, both from 1; None for the output."""
    if settings.neuron in {OUTPUT, CONFUSION}:
        return None
    layer, number = map(int, settings.neuron.split("."))
    sizes = experiment.hidden(settings)
    return (layer, number) if layer <= len(sizes) and number <= sizes[layer - 1] else None


def shows_confusion(settings: LabSettings) -> bool:
    """Whether it is shown who is taken for whom."""
    return settings.neuron == CONFUSION and experiment.chosen(settings).kind.task == "classification"


def shown_neuron(settings: LabSettings) -> ShownNeuron | None:
    """The same as a figure needs it."""
    chosen, bounds = chosen_neuron(settings), ACTIVATIONS[settings.activation].bounds
    if chosen is None:
        return None
    return ShownNeuron(lattice(settings), *chosen, max(map(abs, bounds)) if np.isfinite(bounds).all() else None)


def is_plane(settings: LabSettings) -> bool:
    """Whether the data have two features, so that neurons speak over a plane."""
    return experiment.chosen(settings).kind.n_features == 2


def plane(settings: LabSettings) -> PlaneGrid:
    """Where neurons speak over two features."""
    first, second = experiment.all_features(settings).T
    return plane_grid(padded_range(first), padded_range(second), N_CELLS)


def places(settings: LabSettings) -> FloatArray:
    """Where neurons speak: the points (n, n_features) of the plane, or of a line over one feature."""
    if is_plane(settings):
        return plane(settings).X
    return np.linspace(*padded_range(experiment.all_features(settings)), N_POINTS)[:, None]


def inputs(settings: LabSettings) -> FloatArray:
    """What the model sees there: (n, its features)."""
    return experiment.data(settings).inputs(places(settings))


def neurons(settings: LabSettings, recording: Recording) -> Mapping[str, Array]:
    """The weights, and what every neuron and the output say."""
    model, weights, X = experiment.model(settings), recording.weights, inputs(settings)
    columns = [*hidden_shares(model, weights, X), _output_shares(settings, weights, X)]
    found = edges(weights, WIDEST_WEIGHT)
    if not is_plane(settings):
        return found | {"neuron_curves": as_curves(np.concatenate(columns, axis=1))}
    images, gap = map(signed_percent, columns), lattice(settings).gap
    return found | {f"layer_{column}": _as_images(values, gap) for column, values in enumerate(images, 1)}


def _as_images(values: Array, gap: int) -> Array:
    return stacked(values.reshape(*values.shape[:-1], N_CELLS, N_CELLS), gap)


def _output_shares(settings: LabSettings, weights: FloatArray, X: FloatArray) -> FloatArray:
    """What the model predicts at X (S, n_outputs, n), as shares of the way from the middle of targets to their ends."""
    run = experiment.experiment(settings)
    with np.errstate(over="ignore", invalid="ignore"):
        predicted = run.loss.predict(outputs(run.model, weights, X))
    low, high = (0.0, 1.0) if experiment.chosen(settings).kind.task == "classification" else _ends(run.y)
    shares: FloatArray = (2.0 * predicted - low - high) / (high - low)
    return shares if run.loss.of_classes else shares[:, None]


def _ends(y: FloatArray) -> tuple[float, float]:
    low, high = float(y.min()), float(y.max())
    return (low, high) if high > low else (low - 1.0, low + 1.0)
