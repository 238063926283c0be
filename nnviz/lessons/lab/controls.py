"""Controls of the laboratory that several of its settings share."""

from nnviz.core.data.class_datasets import KINDS, classes_in_plane
from nnviz.core.data.datasets import DATASETS
from nnviz.page.settings import Slider, Switch, linear_grid
from nnviz.user_data.table import MOST_CLASSES

MOST_LAYERS, MOST_NEURONS = 4, 8
MOST_WEIGHTS = 280 + (MOST_NEURONS + 1) * MOST_CLASSES
"""Of seven features, four layers of eight neurons and an output for each of ten classes."""

OUTPUT, CONFUSION = "output", "confusion"
NEURONS = (OUTPUT, CONFUSION, *(f"{i}.{j}" for i in range(1, MOST_LAYERS + 1) for j in range(1, MOST_NEURONS + 1)))
"""The output, who is taken for whom, and all hidden neurons there may be: "1.2" is the second of the first layer."""


def neurons(layer: str) -> Slider:
    """The neurons of a hidden layer."""
    return Slider(
        f"Neurons in layer {layer}",
        linear_grid(1, MOST_NEURONS, 1),
        help="How many neurons this hidden layer has.",
        effect_of_increase="the function gets more pieces to be built from, and overfitting gets easier.",
    )


def weight(label: str) -> Slider:
    """The weight along an axis of the plane."""
    return Slider(
        label,
        linear_grid(0, MOST_WEIGHTS, 1),
        names={0.0: "auto"},
        effect="rerecord",
        help="The number of the weight along this axis, counted from the first layer's first bias; "
        "auto takes the last two weights of the model.",
        effect_of_increase="the axis is that of the next weight of the model.",
    )


def feature(word: str) -> Switch:
    """An added feature."""
    scaled = "" if word.startswith("sin") else ", made as large as the features it is made of"
    return Switch(f"Input {word}", help=f"Give the model {word} as another feature{scaled}.")


def named(task: str) -> str:
    """The data sets of a task: "a, b and c"."""
    *before, last = (name for name in (*DATASETS, *classes_in_plane()) if KINDS[name].task == task)
    return f"{', '.join(before)} and {last}"
