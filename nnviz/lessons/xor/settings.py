"""The settings of the page on XOR."""

import math
from typing import Annotated

from nnviz.core.data.datasets import drawn_classes
from nnviz.core.models.activations import bending
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, Switch, linear_grid, log_grid
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.user_data.table import MOST_CLASSES

FOUR_POINTS = "the four points"
NOISY_XOR, SEPARATED_BY_A_LINE = "XOR", "two Gaussians"
DATA = (FOUR_POINTS, *(name for name in drawn_classes() if name != SEPARATED_BY_A_LINE))
"""What needs a hidden layer."""

OWN = UserData(tasks=("classification",), n_features=(2,), most_classes=MOST_CLASSES)
STARTS = ("the notebook's, one for both", "the notebook's, each its own", "drawn from the seed")
SIDES = {"squared": "squared error", "log": "log loss"}
"""The name of a run in its arrays -> the word for its loss: those with a mean and the notebook's sum in LOSSES."""

MOST_NEURONS = 8


class XorSettings(Settings):
    """Everything that decides the two runs."""

    learning_rate: Annotated[
        float,
        hyperparameters.learning_rate(
            log_grid(0.01, 10),
            more="The same for both, but for “Same first step”.",
            rises=hyperparameters.NEURONS_MAY_GO_FLAT,
        ),
    ] = 1.0
    same_first_step: Annotated[
        bool,
        Switch(
            "Same first step",
            help="Raises the rate of the squared error, on the four points to four times: where classes are equally "
            "probable, both losses then step alike.",
        ),
    ] = False
    batch_size: Annotated[
        float,
        hyperparameters.batch_size(
            (1, 2, 4, 8, 16, 32, 64, 128, math.inf),
            "Both runs see the same ones; on the four points it is their sum, so larger batches make longer steps.",
        ),
    ] = math.inf
    data: Annotated[
        str,
        Choice(
            "Data set",
            (*DATA, OWN_DATA),
            help="XOR on two switches, which has four points, or noisy clouds of points in the plane.",
        ),
    ] = FOUR_POINTS
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[float, hyperparameters.n_points(linear_grid(20, 300, 20))] = 100
    noise: Annotated[float, hyperparameters.noise_of_points(linear_grid(0, 2, 0.1))] = 0.3
    seed: Annotated[float, hyperparameters.seed("the points, the shuffles, and a start of its own")] = 0
    start: Annotated[
        str,
        Choice(
            "First weights",
            STARTS,
            help="The notebook draws a new start for each loss; a fair comparison begins at one for both.",
        ),
    ] = STARTS[0]
    neurons: Annotated[
        float,
        Slider(
            "Hidden neurons",
            linear_grid(1, MOST_NEURONS, 1),
            help="Neurons in the hidden layer. Each has one straight line in the plane.",
            effect_of_increase="the boundary can have more bends: one neuron cannot do XOR, two can, and more find "
            "it more easily.",
        ),
    ] = 4
    activation: Annotated[str, hyperparameters.activation(bending())] = "sigmoid"
    output_bias: Annotated[
        bool,
        Switch(
            "Bias of the output",
            help="Whether the output has a bias. The notebook's network has none.",
        ),
    ] = False
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "logarithmic"
    inside: Annotated[
        str,
        Choice(
            "Look inside the run with",
            tuple(SIDES.values()),
            effect="rerecord",
            help="The run whose weights the diagram and the surfaces of the hidden neurons show.",
        ),
    ] = SIDES["squared"]
