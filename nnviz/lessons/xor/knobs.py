"""The knobs of the page on XOR."""

import math
from typing import Annotated

from nnviz.own_data.control import OWN_DATA, OwnData
from nnviz.settings import Choice, Settings, Slider, Switch, linear_grid, log_grid

FOUR_POINTS = "the four points"
DATA = (FOUR_POINTS, "XOR", "circle", "spiral", "moons")
OWN = OwnData(tasks=("classification",), n_features=(2,))
STARTS = ("the notebook's, one for both", "the notebook's, each its own", "drawn from the seed")
LOSSES = ("squared error", "log loss")
ACTIVATIONS = ("sigmoid", "tanh", "ReLU")
MOST_NEURONS = 8


class XorSettings(Settings):
    """Everything that decides the two runs."""

    learning_rate: Annotated[
        float,
        Slider("Learning rate", log_grid(0.01, 10), symbol="η", scale="log", effect="continue",
               help="The same for both losses."),
    ] = 1.0  # fmt: skip
    batch_size: Annotated[
        float,
        Slider("Batch size", (1, 2, 4, 8, 16, 32, 64, 128, math.inf), symbol="B", names={math.inf: "all"},
               scale="log", effect="continue", help="Examples per step; both runs see the same ones."),
    ] = math.inf  # fmt: skip
    data: Annotated[
        str, Choice("Data set", (*DATA, OWN_DATA), help="XOR on switches, or noisy clouds in the plane.")
    ] = FOUR_POINTS
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[float, Slider("Points", linear_grid(20, 300, 20), symbol="N")] = 100
    noise: Annotated[
        float, Slider("Noise", linear_grid(0, 2, 0.1), help="Standard deviation of every point's displacement.")
    ] = 0.3
    seed: Annotated[
        float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the points, the shuffles, and a start of its own.")
    ] = 0
    start: Annotated[
        str,
        Choice("First weights", STARTS,
               help="The notebook draws a new start for each loss; a fair comparison begins at one for both."),
    ] = STARTS[0]  # fmt: skip
    neurons: Annotated[float, Slider("Hidden neurons", linear_grid(1, MOST_NEURONS, 1))] = 4
    activation: Annotated[str, Choice("Activation", ACTIVATIONS, symbol="φ")] = "sigmoid"
    output_bias: Annotated[bool, Switch("Bias of the output", help="The notebook's network has none.")] = False
    loss_axis: Annotated[str, Choice("Loss axis", ("linear", "logarithmic"), effect="picture")] = "logarithmic"
    inside: Annotated[
        str,
        Choice("Look inside the run with", LOSSES, effect="redraw",
               help="Whose weights the diagram and the surfaces of the hidden neurons show."),
    ] = LOSSES[0]  # fmt: skip
