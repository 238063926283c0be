"""The knobs of the page on neurons."""

from typing import Annotated

from nnviz.core.activations import ACTIVATIONS
from nnviz.settings import Choice, Settings, Slider, linear_grid, log_grid

NUMBERS, LABELS = "numbers: a noisy line", "labels: 0 or 1"


class NeuronSettings(Settings):
    """Everything that decides the page."""

    activation: Annotated[
        str, Choice("Activation", tuple(ACTIVATIONS), symbol="φ", help="What the neuron makes of its weighted sum.")
    ] = "sigmoid"
    weight: Annotated[
        float, Slider("Weight", linear_grid(-5, 5, 0.1), symbol="w", help="How steep, and which way up. The start.")
    ] = 1.0
    bias: Annotated[
        float, Slider("Bias", linear_grid(-5, 5, 0.1), symbol="b", help="Moves the curve along x. The start.")
    ] = 0.0
    data: Annotated[str, Choice("Targets", (LABELS, NUMBERS), help="What the neuron learns to predict.")] = LABELS
    learning_rate: Annotated[
        float, Slider("Learning rate", log_grid(1e-3, 10), symbol="η", scale="log", effect="continue")
    ] = 0.1
    seed: Annotated[
        float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the examples and the weights of the deep network.")
    ] = 0
    inner_activation: Annotated[
        str, Choice("Activation inside", tuple(ACTIVATIONS), effect="picture", help="Of all hidden neurons.")
    ] = "none"
    hidden_layers: Annotated[float, Slider("Hidden layers", linear_grid(1, 8, 1), effect="picture")] = 3
    neurons: Annotated[float, Slider("Neurons per layer", linear_grid(1, 8, 1), effect="picture")] = 4
