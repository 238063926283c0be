"""The settings of the feature scaling lesson."""

import math
from typing import Annotated

from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid, log_grid
from nnviz.runs.published_fits import PublishedFit

OWN = "from the seed"
PUBLISHED = {
    "notebook: η = 0.1": PublishedFit("scaled_diverges", 0, "[nan nan nan]"),
    "notebook: 100 epochs": PublishedFit("scaled_slow", 0, "[0.45991644 2.27156008 3.10917524]"),
    "notebook: 1,000 epochs": PublishedFit("scaled_slow", 1, "[3.28390533 3.95687798 3.05183397]"),
    "notebook: 5,000 epochs": PublishedFit("scaled_slow", 2, "[5.09751447 3.94145204 3.01695605]"),
    "notebook: 10,000 epochs": PublishedFit("scaled_slow", 3, "[5.88796916 3.93388052 3.00508586]"),
    "notebook: standardised, 1 epoch": PublishedFit("standardised_gd", 0, "[152.08538432 3.69797309 30.14852295]"),
    "notebook: standardised, 10 epochs": PublishedFit("standardised_gd", 1, "[156.45440292 3.96343058 30.96520361]"),
    "notebook: standardised, 50 epochs": PublishedFit("standardised_gd", 2, "[156.44691019 3.98666368 30.88663084]"),
    "notebook: standardised, 100 epochs": PublishedFit("standardised_gd", 3, "[156.34646482 3.94522662 30.88778661]"),
}
"""The word of a choice -> the notebook's fit from which data, start and shuffles are taken."""

MEASURED, STANDARDISED = "as measured", "standardised"
FEATURES = (MEASURED, STANDARDISED)
PLANES = {"bias and w2": (0, 2), "w1 and w2": (1, 2)}
EPOCHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


class FeatureScalingSettings(Settings):
    """Everything that decides a run."""

    features: Annotated[
        str,
        Choice(
            "Features",
            FEATURES,
            help="Train on the features as they are, or on standardised ones with mean 0 and standard deviation 1.",
        ),
    ] = MEASURED
    learning_rate: Annotated[float, hyperparameters.learning_rate(log_grid(1e-5, 1))] = 0.0003
    batch_size: Annotated[float, hyperparameters.batch_size((1, 2, 4, 8, 16, 32, 64, 128, 256, math.inf))] = 64
    epochs: Annotated[float, hyperparameters.stop_after("Stop after epochs", EPOCHS)] = 100
    source: Annotated[str, hyperparameters.data_and_start(OWN, tuple(PUBLISHED))] = OWN
    n_samples: Annotated[float, hyperparameters.n_points(linear_grid(20, 1000, 20))] = 200
    noise: Annotated[float, hyperparameters.noise_of_targets(linear_grid(0, 3, 0.1))] = 1.0
    centre: Annotated[
        float,
        Slider(
            "Centre of x2",
            linear_grid(0, 100, 5),
            symbol="μ",
            help="The mean of the feature x2.",
            effect_of_increase="x2 resembles a constant, so bias and w2 can stand in for each other: the contours "
            "get long and thin.",
        ),
    ] = 50.0
    scale: Annotated[
        float,
        Slider(
            "Deviation of x2",
            (1, 2, 5, 10, 20, 50, 100),
            symbol="s",
            scale="log",
            help="The standard deviation of the feature x2; that of x1 is 1.",
            effect_of_increase="the loss gets steeper along w2. Around 0 the valley gets longer; far from 0, x2 "
            "resembles a constant less.",
        ),
    ] = 10.0
    seed: Annotated[float, hyperparameters.seed("the points, the first weights and every shuffle")] = 0
    plane: Annotated[
        str,
        Choice(
            "Plane of",
            tuple(PLANES),
            effect="rerecord",
            help="Which two weights the axes of the contours are.",
        ),
    ] = "bias and w2"
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "logarithmic"
