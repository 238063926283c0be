"""The knobs of the laboratory."""

import math
from typing import Annotated

from nnviz.core.activations import ACTIVATIONS
from nnviz.core.data import DATASETS
from nnviz.own_data.control import OWN_DATA, OwnData
from nnviz.settings import Choice, Settings, Slider, Switch, linear_grid, log_grid

TOY_LINE, OWN = "toy line", OwnData()
MODELS = ("linear regression", "logistic regression", "network")
PENALTY_KINDS = ("L2", "L1", "elastic net")
PLANES = ("two weights", "two random directions")
MOST_NEURONS = 8


def _neurons(layer: str) -> Slider:
    return Slider(f"Neurons in layer {layer}", linear_grid(1, MOST_NEURONS, 1), help="Neurons of this hidden layer.")


def _weight(label: str) -> Slider:
    return Slider(
        label,
        linear_grid(0, 249, 1),
        names={0.0: "auto"},
        effect="redraw",
        help="The number of the weight along this axis, counted from the first layer's first bias; "
        "auto takes the last two weights of the model.",
    )


class LabSettings(Settings):
    """Everything that decides a run of the laboratory."""

    learning_rate: Annotated[
        float,
        Slider("Learning rate", log_grid(1e-4, 10), symbol="η", scale="log", effect="continue",
               help="How far a step goes along the negative gradient. Too small crawls, too large diverges."),
    ] = 0.01  # fmt: skip
    batch_size: Annotated[
        float,
        Slider("Batch size", (1, 2, 4, 8, 16, 32, 64, 128, 256, math.inf), symbol="B", names={math.inf: "all"},
               scale="log", effect="continue",
               help="Examples per step. Small batches make noisy steps, many of them in an epoch."),
    ] = 64  # fmt: skip
    penalty_strength: Annotated[
        float,
        Slider("Penalty strength", (0.0, *log_grid(1e-4, 10)), symbol="λ", scale="log", effect="continue",
               help="The weight of the penalty beside the mean loss. Larger values pull the weights towards zero."),
    ] = 0.0  # fmt: skip
    dropout_rate: Annotated[
        float,
        Slider("Dropout rate", linear_grid(0, 0.8, 0.05), symbol="r", effect="continue",
               help="The share of hidden neurons that is left out of each step at random."),
    ] = 0.0  # fmt: skip
    clip_norm: Annotated[
        float,
        Slider("Clip norm", (*log_grid(0.1, 100), math.inf), symbol="c", names={math.inf: "off"}, scale="log",
               effect="continue", help="A longer gradient is shortened to this length; its direction stays."),
    ] = math.inf  # fmt: skip
    data: Annotated[str, Choice("Data set", (*DATASETS, OWN_DATA))] = TOY_LINE
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[float, Slider("Points", linear_grid(10, 500, 10), symbol="N")] = 200
    noise: Annotated[
        float, Slider("Noise", linear_grid(0, 3, 0.1), help="Standard deviation of the noise, in the data's units.")
    ] = 1.0
    validation_share: Annotated[
        float,
        Slider(
            "Held out",
            linear_grid(0, 0.5, 0.05),
            help="The share of the points kept for validation, never used to train.",
        ),
    ] = 0.2
    standardise: Annotated[
        bool, Switch("Standardise features", help="Give every feature mean 0 and standard deviation 1 before training.")
    ] = False
    seed: Annotated[
        float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the points, the first weights and every shuffle.")
    ] = 0
    model: Annotated[str, Choice("Model", MODELS)] = "linear regression"
    hidden_layers: Annotated[float, Slider("Hidden layers", linear_grid(0, 4, 1))] = 2
    neurons_1: Annotated[float, _neurons("1")] = 8
    neurons_2: Annotated[float, _neurons("2")] = 8
    neurons_3: Annotated[float, _neurons("3")] = 4
    neurons_4: Annotated[float, _neurons("4")] = 4
    activation: Annotated[str, Choice("Activation", tuple(ACTIVATIONS), symbol="φ")] = "tanh"
    penalty: Annotated[str, Choice("Penalty", PENALTY_KINDS, effect="continue")] = "L2"
    penalty_step: Annotated[
        str,
        Choice("Penalty step", ("proximal", "subgradient"), effect="continue",
               help="Proximal steps reach exact zeros; subgradient steps hover around them."),
    ] = "proximal"  # fmt: skip
    penalise_bias: Annotated[bool, Switch("Penalise the bias", effect="continue")] = False
    loss_axis: Annotated[str, Choice("Loss axis", ("linear", "logarithmic"), effect="picture")] = "linear"
    plane: Annotated[
        str, Choice("Surface over", PLANES, effect="redraw", help="What the axes of the loss surface are.")
    ] = "two weights"
    first_weight: Annotated[float, _weight("Weight along x")] = 0
    second_weight: Annotated[float, _weight("Weight along y")] = 0
