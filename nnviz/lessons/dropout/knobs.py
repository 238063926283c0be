"""The knobs of the page on dropout."""

import math
from typing import Annotated

from nnviz.own_data.control import OWN_DATA, OwnData
from nnviz.settings import Choice, Settings, Slider, linear_grid, log_grid

DATA = ("moons", "circle", "two Gaussians", "XOR", "spiral")
OWN = OwnData(tasks=("classification",), n_features=(2,))
ACTIVATIONS = ("tanh", "ReLU", "sigmoid", "swish")
DROPOUT, INVERTED = "dropout, scaled at inference", "inverted dropout"
MEASURES = ("the sum z", "the probability σ(z)")
REACH = 8.0


def _point(axis: str) -> Slider:
    return Slider(
        f"Point, {axis}", linear_grid(-REACH, REACH, 0.5), effect="redraw",
        help="Where the subnetworks are asked; or click into a picture of the predictions.",
    )  # fmt: skip


class DropoutSettings(Settings):
    """Everything that decides the two runs, with and without dropout."""

    hidden_dropout: Annotated[
        float,
        Slider("Dropout rate, hidden layers", linear_grid(0, 0.8, 0.05), symbol="r", effect="continue",
               help="The chance that a step leaves out a hidden neuron."),
    ] = 0.5  # fmt: skip
    input_dropout: Annotated[
        float,
        Slider("Dropout rate, features", linear_grid(0, 0.8, 0.05), effect="continue",
               help="The chance that a step leaves out a feature; usually smaller."),
    ] = 0.0  # fmt: skip
    learning_rate: Annotated[
        float, Slider("Learning rate", log_grid(0.01, 1), symbol="η", scale="log", effect="continue")
    ] = 0.1
    batch_size: Annotated[
        float,
        Slider("Batch size", (1, 2, 4, 8, 16, 32, 64, math.inf), symbol="B", names={math.inf: "all"}, scale="log",
               effect="continue", help="Examples per step. Every step draws one mask for its whole batch."),
    ] = math.inf  # fmt: skip
    data: Annotated[str, Choice("Data set", (*DATA, OWN_DATA))] = DATA[0]
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[
        float, Slider("Training points", linear_grid(10, 200, 10), symbol="N", help="200 more are held out.")
    ] = 40
    noise: Annotated[float, Slider("Noise", linear_grid(0, 3, 0.1), help="Displacement of every point.")] = 1.5
    seed: Annotated[float, Slider("Seed", linear_grid(0, 99, 1), help="Decides points, weights, order and masks.")] = 0
    hidden_layers: Annotated[float, Slider("Hidden layers", linear_grid(1, 2, 1))] = 2
    neurons: Annotated[float, Slider("Neurons in each", linear_grid(2, 24, 1))] = 16
    activation: Annotated[str, Choice("Activation", ACTIVATIONS, symbol="φ")] = "tanh"
    point_x: Annotated[float, _point("x1")] = 2.0
    point_y: Annotated[float, _point("x2")] = 1.0
    measure: Annotated[
        str, Choice("Histogram of", MEASURES, effect="redraw", help="What is averaged over the subnetworks.")
    ] = MEASURES[0]
    inside: Annotated[
        str,
        Choice("Look inside", (DROPOUT, INVERTED), effect="redraw",
               help="The run whose network, predictions and subnetworks are shown."),
    ] = DROPOUT  # fmt: skip
    loss_axis: Annotated[str, Choice("Loss axis", ("linear", "logarithmic"), effect="picture")] = "linear"
