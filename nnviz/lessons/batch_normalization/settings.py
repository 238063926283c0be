"""The settings of the page on batch normalisation."""

from typing import Annotated

from nnviz.core.data.datasets import drawn_classes
from nnviz.core.models.activations import bending
from nnviz.core.models.batch_norm import BEFORE, PLACES
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid, log_grid
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.user_data.table import MOST_CLASSES

MOONS = "moons"
OWN = UserData(tasks=("classification",), n_features=(2,), most_classes=MOST_CLASSES)
WITHOUT = "no normalisation"
BESIDE = {WITHOUT: None, "batches of 2": 2, "batches of 64": 64}
"""What the run beside does otherwise -> its batch size, None for the same."""

VALUES = ("what enters the activation", "what leaves the layer")
MOST_NEURONS = 12


def _place(layer: str) -> Choice:
    return Choice(
        f"Normalise layer {layer}",
        PLACES,
        help="Where this hidden layer is normalised: before or after its activation, or not at all.",
    )


class BatchNormSettings(Settings):
    """Everything that decides the two runs."""

    layer_1: Annotated[str, _place("1")] = BEFORE
    layer_2: Annotated[str, _place("2")] = BEFORE
    layer_3: Annotated[str, _place("3")] = BEFORE
    momentum: Annotated[
        float,
        Slider(
            "Momentum",
            (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0),
            symbol="m",
            effect="resume",
            help="How far the moving averages go towards the values of each batch. Only inference uses them.",
            effect_of_increase="the averages follow sooner, but jump with every batch; at 1 they are those of the "
            "last batch.",
        ),
    ] = 0.1
    beside: Annotated[
        str,
        Choice(
            "Beside it, the same with",
            tuple(BESIDE),
            help="In what the second run, beside the first, differs from it.",
        ),
    ] = WITHOUT
    learning_rate: Annotated[
        float, hyperparameters.learning_rate(log_grid(0.01, 10), rises=hyperparameters.NETWORK_MAY_DIVERGE)
    ] = 2.0
    batch_size: Annotated[
        float, hyperparameters.batch_size((1, 2, 4, 8, 16, 32, 64, 128), "Mean and variance come from them too.")
    ] = 32
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
        float, hyperparameters.n_points(linear_grid(20, 300, 20), "200 more are held out.", label="Training points")
    ] = 200
    noise: Annotated[float, hyperparameters.noise_of_points(linear_grid(0, 2, 0.1))] = 0.3
    seed: Annotated[float, hyperparameters.seed("the points, the weights and the order")] = 0
    neurons: Annotated[
        float,
        Slider(
            "Neurons in each layer",
            linear_grid(2, MOST_NEURONS, 1),
            help="Neurons in each of the three hidden layers.",
            effect_of_increase="the boundary can have more bends, and every layer has more values to normalise.",
        ),
    ] = 8
    activation: Annotated[str, hyperparameters.activation(bending())] = "ReLU"
    values: Annotated[
        str,
        Choice(
            "Histograms of",
            VALUES,
            effect="rerecord",
            help="Which values the histograms count: those that enter the activation, or those that leave the layer.",
        ),
    ] = VALUES[0]
    neuron: Annotated[
        float,
        Slider(
            "Neuron of layer 1",
            linear_grid(1, MOST_NEURONS, 1),
            effect="rerecord",
            help="The neuron of layer 1 whose moving averages are traced.",
            effect_of_increase="the trace is that of the next neuron; which number a neuron has means nothing.",
        ),
    ] = 1
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "logarithmic"
