"""The settings of the page on backpropagation."""

from typing import Annotated

from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid, log_grid

N_EXAMPLES = 8
ALL = 0.0
KEPT, DROPPED = "kept", "dropped, as in the notebook"
LOSS_NAMES = {
    ("squared error", KEPT): "squared error of the probability",
    ("squared error", DROPPED): "half the summed squared error of the probability",
    ("log loss", KEPT): "log loss",
    ("log loss", DROPPED): "summed log loss",
}
"""What stands on the page -> the loss whose gradient that is."""

SUM = "the neuron's sum grows by as much, and its output nears 1. Its slope is largest where the sum is 0."
FACTOR = "above 0 the neuron's output can get steeper over its input, below 0 flatter: its largest slope is |w|/4."


def _start(name: str, symbol: str, effect_of_increase: str) -> Slider:
    return Slider(
        name,
        linear_grid(-8, 8, 0.1),
        symbol=symbol,
        help="Its value at the start of training.",
        effect_of_increase=effect_of_increase,
    )


class BackpropagationSettings(Settings):
    """Everything that decides the page."""

    example: Annotated[
        float,
        Slider(
            "Example",
            linear_grid(0, N_EXAMPLES, 1),
            names={ALL: "all 8"},
            help="The example whose gradient is taken apart, or the batch of all eight, whose gradient is the mean of "
            "theirs (the sum without constant factors).",
            effect_of_increase="the numbers are those of the next example, one farther to the right.",
        ),
    ] = 6
    loss: Annotated[
        str,
        Choice(
            "Loss",
            tuple(dict.fromkeys(word for word, _ in LOSS_NAMES)),
            help="What is minimised: the squared error of the probability, or its log loss.",
        ),
    ] = "squared error"
    constants: Annotated[
        str,
        Choice(
            "Constant factors",
            (KEPT, DROPPED),
            help="The notebook leaves 2/N of the squared error and 1/N of the log loss out of its gradients.",
        ),
    ] = KEPT
    learning_rate: Annotated[
        float,
        hyperparameters.learning_rate(
            log_grid(0.01, 10),
            rises="the run learns faster, until steps overshoot: then the loss jumps, but what a sigmoid gives stays "
            "bounded.",
        ),
    ] = 0.5
    b0: Annotated[float, _start("First bias", "b₀", SUM)] = 0.5
    w0: Annotated[float, _start("First weight", "w₀", FACTOR)] = -1.0
    b1: Annotated[float, _start("Second bias", "b₁", SUM)] = -0.5
    w1: Annotated[float, _start("Second weight", "w₁", FACTOR)] = 1.5
    seed: Annotated[float, hyperparameters.seed("the examples and the larger networks' weights")] = 0
    depth: Annotated[
        float,
        Slider(
            "Hidden layers",
            linear_grid(1, 20, 1),
            effect="redraw",
            help="Hidden layers of the larger networks.",
            effect_of_increase="what arrives at the first layer is a product of more factors: it vanishes more where "
            "they shrink it, and explodes more where they grow.",
        ),
    ] = 8
    width: Annotated[
        float,
        Slider(
            "Neurons per layer",
            linear_grid(2, 32, 2),
            effect="redraw",
            help="Neurons in each layer of the larger networks.",
            effect_of_increase="the sizes depend less on chance: every layer averages over more neurons.",
        ),
    ] = 16
    weight_scale: Annotated[
        float,
        Slider(
            "Weight scale",
            linear_grid(0.2, 5, 0.1),
            effect="redraw",
            help="The weights' standard deviation times √n, for a layer of n inputs.",
            effect_of_increase="the weights on the way back get larger; but sigmoid and tanh saturate, and their "
            "slopes shrink.",
        ),
    ] = 1.4
