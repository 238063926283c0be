"""The settings of the page on neurons."""

from typing import Annotated

from nnviz.core.models.activations import ACTIVATIONS
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid, log_grid

NUMBERS, LABELS = "numbers: a noisy line", "labels: 0 or 1"


class NeuronSettings(Settings):
    """Everything that decides the page."""

    activation: Annotated[
        str,
        Choice(
            "Activation",
            tuple(ACTIVATIONS),
            symbol="φ",
            help="The function that the neuron applies to its weighted sum z = wx + b.",
        ),
    ] = "sigmoid"
    weight: Annotated[
        float,
        Slider(
            "Weight",
            linear_grid(-5, 5, 0.1),
            symbol="w",
            help="The neuron's weight, and where training starts.",
            effect_of_increase="above 0 the curve gets steeper; below 0, where it is turned over, flatter.",
        ),
    ] = 1.0
    bias: Annotated[
        float,
        Slider(
            "Bias",
            linear_grid(-5, 5, 0.1),
            symbol="b",
            help="The neuron's bias, and where training starts.",
            effect_of_increase="the weighted sum grows everywhere: for w > 0 the curve moves to the left, for w < 0 to "
            "the right.",
        ),
    ] = 0.0
    data: Annotated[
        str,
        Choice(
            "Targets",
            (LABELS, NUMBERS),
            help="What the neuron learns to predict: labels with the log loss, or numbers with the squared error.",
        ),
    ] = LABELS
    learning_rate: Annotated[
        float,
        hyperparameters.learning_rate(
            log_grid(1e-3, 10),
            rises="the run learns faster, until steps overshoot: then one may end where φ is flat, and without "
            "activation it diverges.",
        ),
    ] = 0.1
    seed: Annotated[float, hyperparameters.seed("the examples and the weights of the random network")] = 0
    inner_activation: Annotated[
        str,
        Choice(
            "Activation inside",
            tuple(ACTIVATIONS),
            effect="redraw",
            help="The activation of all hidden neurons in the random network. With none it is a straight line.",
        ),
    ] = "none"
    hidden_layers: Annotated[
        float,
        Slider(
            "Hidden layers",
            linear_grid(1, 8, 1),
            effect="redraw",
            help="Hidden layers of the random network.",
            effect_of_increase="more bends become possible; without activations it stays one straight line, however "
            "deep.",
        ),
    ] = 3
    neurons: Annotated[
        float,
        Slider(
            "Neurons per layer",
            linear_grid(1, 8, 1),
            effect="redraw",
            help="Neurons in each hidden layer of the random network.",
            effect_of_increase="more bends become possible, but only if there is an activation inside.",
        ),
    ] = 4
