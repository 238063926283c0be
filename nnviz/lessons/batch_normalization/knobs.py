"""The knobs of the page on batch normalisation."""

from typing import Annotated

from nnviz.core.batch_norm import BEFORE, PLACES
from nnviz.own_data.control import OWN_DATA, OwnData
from nnviz.settings import Choice, Settings, Slider, linear_grid, log_grid

DATA = ("moons", "circle", "XOR", "spiral", "two Gaussians")
OWN = OwnData(tasks=("classification",), n_features=(2,))
ACTIVATIONS = ("ReLU", "sigmoid", "tanh", "swish")
WITHOUT = "no normalisation"
BESIDE = {WITHOUT: None, "batches of 2": 2, "batches of 64": 64}
"""What the run beside does otherwise -> its batch size, None for the same."""

VALUES = ("what enters the activation", "what leaves the layer")
MOST_NEURONS = 12


def _place(layer: str) -> Choice:
    return Choice(f"Normalise layer {layer}", PLACES, help="Where this hidden layer is normalised, or nowhere.")


class BatchNormSettings(Settings):
    """Everything that decides the two runs."""

    layer_1: Annotated[str, _place("1")] = BEFORE
    layer_2: Annotated[str, _place("2")] = BEFORE
    layer_3: Annotated[str, _place("3")] = BEFORE
    momentum: Annotated[
        float,
        Slider("Momentum", (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0), symbol="m", effect="continue",
               help="How far the moving averages go towards the values of each batch. They are for inference only."),
    ] = 0.1  # fmt: skip
    beside: Annotated[
        str, Choice("Beside it, the same with", tuple(BESIDE), help="In what the second run differs from the first.")
    ] = WITHOUT
    learning_rate: Annotated[
        float, Slider("Learning rate", log_grid(0.01, 10), symbol="η", scale="log", effect="continue")
    ] = 2.0
    batch_size: Annotated[
        float,
        Slider("Batch size", (1, 2, 4, 8, 16, 32, 64, 128), symbol="B", scale="log", effect="continue",
               help="Examples over which a step takes mean and variance."),
    ] = 32  # fmt: skip
    data: Annotated[str, Choice("Data set", (*DATA, OWN_DATA))] = DATA[0]
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[
        float, Slider("Training points", linear_grid(20, 300, 20), symbol="N", help="200 more are held out.")
    ] = 200
    noise: Annotated[float, Slider("Noise", linear_grid(0, 2, 0.1), help="Displacement of every point.")] = 0.3
    seed: Annotated[float, Slider("Seed", linear_grid(0, 99, 1), help="Decides points, weights and order.")] = 0
    neurons: Annotated[float, Slider("Neurons in each layer", linear_grid(2, MOST_NEURONS, 1))] = 8
    activation: Annotated[str, Choice("Activation", ACTIVATIONS, symbol="φ")] = "ReLU"
    values: Annotated[str, Choice("Histograms of", VALUES, effect="redraw")] = VALUES[0]
    neuron: Annotated[
        float,
        Slider("Neuron of layer 1", linear_grid(1, MOST_NEURONS, 1), effect="redraw",
               help="Whose moving averages are traced."),
    ] = 1  # fmt: skip
    loss_axis: Annotated[str, Choice("Loss axis", ("linear", "logarithmic"), effect="picture")] = "logarithmic"
