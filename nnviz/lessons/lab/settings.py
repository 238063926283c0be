"""The settings of the laboratory."""

import math
from typing import Annotated

from nnviz.core.data.class_datasets import classes_in_plane
from nnviz.core.data.datasets import DATASETS
from nnviz.core.models.activations import ACTIVATIONS
from nnviz.core.objectives.penalties import PENALTIES
from nnviz.lessons.lab.controls import MOST_LAYERS, NEURONS, OUTPUT, feature, named, neurons, weight
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, Switch, TextBox, linear_grid, log_grid
from nnviz.user_data.control import OWN_DATA, UserData
from nnviz.user_data.table import MOST_CLASSES

TOY_LINE, OWN = "toy line", UserData(most_classes=MOST_CLASSES)
MODELS = ("linear regression", "logistic regression", "network")
PENALTY_KINDS = tuple(word for word, kind in PENALTIES.items() if kind.rules.proximal is not None)
"""The penalties that go with both kinds of step."""

PLANES = ("two weights", "two random directions")

FEATURES = {
    "x1²": "x1_squared",
    "x2²": "x2_squared",
    "x1·x2": "x1_x2",
    "sin x1": "sin_x1",
    "sin x2": "sin_x2",
}
"""An added feature -> the field that switches it on."""


class LabSettings(Settings):
    """Everything that decides a run of the laboratory."""

    learning_rate: Annotated[
        float, hyperparameters.learning_rate(log_grid(1e-4, 10), rises=hyperparameters.MAY_DIVERGE)
    ] = 0.01
    batch_size: Annotated[float, hyperparameters.batch_size((1, 2, 4, 8, 16, 32, 64, 128, 256, math.inf))] = 64
    penalty_strength: Annotated[
        float,
        Slider(
            "Penalty strength",
            (0.0, *log_grid(1e-4, 10)),
            symbol="λ",
            scale="log",
            effect="resume",
            help="The factor of the penalty that is added to the mean loss.",
            effect_of_increase="the weights are pulled harder towards 0: the model gets simpler, and the training "
            "loss larger.",
        ),
    ] = 0.0
    dropout_rate: Annotated[
        float,
        Slider(
            "Dropout rate",
            linear_grid(0, 0.8, 0.05),
            symbol="r",
            effect="resume",
            help="The chance with which a step leaves out each hidden neuron.",
            effect_of_increase="overfitting gets weaker and the loss of the steps noisier; beyond some rate the "
            "network learns too little.",
        ),
    ] = 0.0
    clip_norm: Annotated[
        float,
        Slider(
            "Clip norm",
            (*log_grid(0.1, 100), math.inf),
            symbol="c",
            names={math.inf: "off"},
            scale="log",
            effect="resume",
            help="A gradient longer than this is shortened to this length; its direction stays.",
            effect_of_increase="fewer steps are shortened, and to a greater length: less is held back, and less "
            "protected; off shortens none.",
        ),
    ] = math.inf
    data: Annotated[
        str,
        Choice(
            "Data set",
            (*DATASETS, *classes_in_plane(), OWN_DATA),
            help=f"The points to learn from. A number is to be predicted for {named('regression')}, a class for the "
            f"others: one of two, or from {classes_in_plane()[0]} on of three.",
        ),
    ] = TOY_LINE
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[float, hyperparameters.n_points(linear_grid(10, 500, 10))] = 200
    noise: Annotated[
        float,
        Slider(
            "Noise",
            linear_grid(0, 3, 0.1),
            help="Standard deviation of what chance adds to every target, or to every point's place if classes are "
            "predicted.",
            effect_of_increase="the points say less about the pattern behind them, and the least possible loss grows.",
        ),
    ] = 1.0
    validation_share: Annotated[
        float,
        Slider(
            "Held out",
            linear_grid(0, 0.5, 0.05),
            help="The share of the points that is kept for validation and never used to train.",
            effect_of_increase="the validation loss gets more reliable, but fewer points are left to learn from.",
        ),
    ] = 0.2
    standardise: Annotated[
        bool,
        Switch(
            "Standardise features",
            help="Give every feature mean 0 and standard deviation 1 before training. Then no learning rate has to "
            "suit features of unequal scales.",
        ),
    ] = False
    x1_squared: Annotated[bool, feature("x1²")] = False
    x2_squared: Annotated[bool, feature("x2²")] = False
    x1_x2: Annotated[bool, feature("x1·x2")] = False
    sin_x1: Annotated[bool, feature("sin x1")] = False
    sin_x2: Annotated[bool, feature("sin x2")] = False
    seed: Annotated[float, hyperparameters.seed("the points, the first weights and every shuffle")] = 0
    model: Annotated[
        str,
        Choice(
            "Model",
            MODELS,
            help="What is trained: a straight line or plane, straight boundaries with probabilities, or a network.",
        ),
    ] = "linear regression"
    hidden_layers: Annotated[
        float,
        Slider(
            "Hidden layers",
            linear_grid(0, MOST_LAYERS, 1),
            help="Layers of neurons between the features and the output.",
            effect_of_increase="more winding functions become possible; training gets slower, and overfitting easier.",
        ),
    ] = 2
    neurons_1: Annotated[float, neurons("1")] = 8
    neurons_2: Annotated[float, neurons("2")] = 8
    neurons_3: Annotated[float, neurons("3")] = 4
    neurons_4: Annotated[float, neurons("4")] = 4
    activation: Annotated[str, hyperparameters.activation(tuple(ACTIVATIONS))] = "tanh"
    edited_weights: Annotated[
        str,
        TextBox(
            "Edited weights",
            longest=1000,
            effect="rerecord",
            help="Weights set by hand: 120:1.2.0:0.5 sets the bias of neuron 1.2 to 0.5 after step 120, "
            "120:1.2.3:0.5 the weight of its third input. A press on an edge of the network writes one.",
        ),
    ] = ""
    penalty: Annotated[
        str,
        Choice(
            "Penalty",
            PENALTY_KINDS,
            effect="resume",
            help="What is added to the loss, times λ: L2 is the sum of w², L1 that of |w|, the elastic net half of "
            "each.",
        ),
    ] = "L2"
    penalty_step: Annotated[
        str,
        Choice(
            "Penalty step",
            ("proximal", "subgradient"),
            effect="resume",
            help="How a step deals with the penalty. With L1 and the elastic net proximal steps reach exact zeros, "
            "which subgradient steps hover around; with L2 neither has any.",
        ),
    ] = "proximal"
    penalise_bias: Annotated[bool, hyperparameters.penalise_bias("resume")] = False
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "linear"
    plane: Annotated[
        str,
        Choice(
            "Surface over",
            PLANES,
            effect="rerecord",
            help="What the axes of the loss surface are: two of the weights, or two random directions through all "
            "of them.",
        ),
    ] = "two weights"
    first_weight: Annotated[float, weight("Weight along x")] = 0
    second_weight: Annotated[float, weight("Weight along y")] = 0
    neuron: Annotated[
        str,
        Choice(
            "Shown large",
            NEURONS,
            effect="redraw",
            help="What the picture of the model and its data shows: the output, which class is taken for which, or a "
            "neuron; 1.2 is the second of the first layer. A press on a neuron chooses it.",
        ),
    ] = OUTPUT
