"""The settings of the page on dropout."""

import math
from typing import Annotated

from nnviz.core.data.datasets import drawn_classes
from nnviz.core.models.activations import bending
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid, log_grid
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.user_data.table import MOST_CLASSES

MOONS = "moons"
OWN = UserData(tasks=("classification",), n_features=(2,), most_classes=MOST_CLASSES)
DROPOUT, INVERTED = "dropout, scaled at inference", "inverted dropout"
MEASURES = ("the sum z", "the probability σ(z)")
REACH = 8.0


def _point(axis: str) -> Slider:
    return Slider(
        f"Point, {axis}",
        linear_grid(-REACH, REACH, 0.5),
        effect="rerecord",
        help="Where the subnetworks are asked for a prediction; or click into a picture of the predictions.",
        effect_of_increase="the point moves along this axis, and the histogram follows.",
    )


class DropoutSettings(Settings):
    """Everything that decides the two runs, with and without dropout."""

    hidden_dropout: Annotated[
        float,
        Slider(
            "Dropout rate, hidden layers",
            linear_grid(0, 0.8, 0.05),
            symbol="r",
            effect="resume",
            help="The chance with which a step leaves out each hidden neuron.",
            effect_of_increase="the training loss stays higher and overfitting gets weaker; beyond some rate the "
            "network learns too little.",
        ),
    ] = 0.5
    input_dropout: Annotated[
        float,
        Slider(
            "Dropout rate, features",
            linear_grid(0, 0.8, 0.05),
            effect="resume",
            help="The chance with which a step leaves out each feature; usually small.",
            effect_of_increase="the training loss stays higher: with only two features the network soon misses "
            "what it needs.",
        ),
    ] = 0.0
    learning_rate: Annotated[
        float, hyperparameters.learning_rate(log_grid(0.01, 1), rises=hyperparameters.NETWORK_MAY_DIVERGE)
    ] = 0.1
    batch_size: Annotated[
        float,
        hyperparameters.batch_size((1, 2, 4, 8, 16, 32, 64, math.inf), "Every step draws one mask for its batch."),
    ] = math.inf
    data: Annotated[
        str,
        Choice(
            "Data set",
            (*drawn_classes(), OWN_DATA),
            help="The shape of the two classes in the plane.",
        ),
    ] = MOONS
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[
        float, hyperparameters.n_points(linear_grid(10, 200, 10), "200 more are held out.", label="Training points")
    ] = 40
    noise: Annotated[float, hyperparameters.noise_of_points(linear_grid(0, 3, 0.1))] = 1.5
    seed: Annotated[float, hyperparameters.seed("the points, the weights, the order and the masks")] = 0
    hidden_layers: Annotated[
        float,
        Slider(
            "Hidden layers",
            linear_grid(1, 2, 1),
            help="Layers of neurons between the features and the output.",
            effect_of_increase="the boundary can bend more, overfitting gets easier, and dropout has more to leave "
            "out.",
        ),
    ] = 2
    neurons: Annotated[
        float,
        Slider(
            "Neurons in each",
            linear_grid(2, 24, 1),
            help="Neurons in each hidden layer.",
            effect_of_increase="overfitting gets easier; there are more subnetworks, and each dropped neuron "
            "matters less.",
        ),
    ] = 16
    activation: Annotated[str, hyperparameters.activation(bending())] = "tanh"
    point_x: Annotated[float, _point("x1")] = 2.0
    point_y: Annotated[float, _point("x2")] = 1.0
    measure: Annotated[
        str,
        Choice(
            "Histogram of",
            MEASURES,
            effect="rerecord",
            help="What is averaged over the subnetworks: the output's sum z, or its probability σ(z). Of several "
            "outputs it is that for the class of the training example nearest to the point.",
        ),
    ] = MEASURES[0]
    inside: Annotated[
        str,
        Choice(
            "Look inside",
            (DROPOUT, INVERTED),
            effect="rerecord",
            help="The run whose network, predictions and subnetworks are shown.",
        ),
    ] = DROPOUT
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "linear"
