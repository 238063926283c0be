"""The knobs of the page on batch normalisation."""

from typing import Annotated

from nnviz import usual_knobs as usual
from nnviz.core.activations import bending
from nnviz.core.batch_norm import BEFORE, PLACES
from nnviz.own_data.control import OWN_DATA, OwnData
from nnviz.settings import Choice, Settings, Slider, linear_grid, log_grid

DATA = ("moons", "circle", "XOR", "spiral", "two Gaussians")
OWN = OwnData(tasks=("classification",), n_features=(2,))
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
            effect="continue",
            help="How far the moving averages go towards the values of each batch. Only inference uses them.",
            rises="the averages follow sooner, but jump with every batch; at 1 they are those of the last batch.",
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
    learning_rate: Annotated[float, usual.learning_rate(log_grid(0.01, 10))] = 2.0
    batch_size: Annotated[
        float, usual.batch_size((1, 2, 4, 8, 16, 32, 64, 128), "Mean and variance come from them too.")
    ] = 32
    data: Annotated[
        str,
        Choice(
            "Data set",
            (*DATA, OWN_DATA),
            help="The shape of the two classes in the plane.",
        ),
    ] = DATA[0]
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[
        float, usual.n_points(linear_grid(20, 300, 20), "200 more are held out.", label="Training points")
    ] = 200
    noise: Annotated[float, usual.noise_of_points(linear_grid(0, 2, 0.1))] = 0.3
    seed: Annotated[float, usual.seed("the points, the weights and the order")] = 0
    neurons: Annotated[
        float,
        Slider(
            "Neurons in each layer",
            linear_grid(2, MOST_NEURONS, 1),
            help="Neurons in each of the three hidden layers.",
            rises="the boundary can have more bends, and every layer has more values to normalise.",
        ),
    ] = 8
    activation: Annotated[str, usual.activation(bending())] = "ReLU"
    values: Annotated[
        str,
        Choice(
            "Histograms of",
            VALUES,
            effect="redraw",
            help="Which values the histograms count: those that enter the activation, or those that leave the layer.",
        ),
    ] = VALUES[0]
    neuron: Annotated[
        float,
        Slider(
            "Neuron of layer 1",
            linear_grid(1, MOST_NEURONS, 1),
            effect="redraw",
            help="The neuron of layer 1 whose moving averages are traced.",
            rises="the trace is that of the next neuron; which number a neuron has means nothing.",
        ),
    ] = 1
    loss_axis: Annotated[str, usual.LOSS_AXIS] = "logarithmic"
