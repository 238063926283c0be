"""The settings of the bias lesson."""

from typing import Annotated

from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid, log_grid

OWN, NOTEBOOK = "drawn from the seed", "the notebook's data"
WITH_BIAS, THROUGH_ORIGIN = "with a bias", "through the origin"
MODELS = {WITH_BIAS: True, THROUGH_ORIGIN: False}


class BiasSettings(Settings):
    """Everything that decides the page."""

    model: Annotated[
        str,
        Choice(
            "Table of the fit",
            tuple(MODELS),
            help="Whose regression table is shown. Both fits are always drawn.",
        ),
    ] = WITH_BIAS
    n_samples: Annotated[float, hyperparameters.n_points((10, 20, 50, 100, 200, 500, 1000), scale="log")] = 50
    true_bias: Annotated[
        float,
        Slider(
            "True bias",
            linear_grid(0, 10, 1),
            symbol="b",
            help="The height at x = 0 of the line behind the points.",
            effect_of_increase="the line through the origin has more to make up for: on average its slope is off by "
            "b·mean(x)/mean(x²).",
        ),
    ] = 6.0
    centre: Annotated[
        float,
        Slider(
            "Mean of x",
            linear_grid(0, 5, 0.5),
            symbol="μ",
            help="The mean of x, whose deviation is 1.",
            effect_of_increase="the points lie farther from x = 0, where the height of the line is the bias: it gets "
            "less certain.",
        ),
    ] = 2.0
    noise: Annotated[float, hyperparameters.noise_of_targets(linear_grid(0, 3, 0.1))] = 1.0
    data: Annotated[str, hyperparameters.sample((OWN, NOTEBOOK))] = OWN
    seed: Annotated[float, hyperparameters.seed("the points")] = 0
    penalty_strength: Annotated[
        float,
        Slider(
            "Penalty strength",
            log_grid(1e-3, 100),
            symbol="λ",
            scale="log",
            help="The factor of the ridge penalty Σw², which is added to the mean loss.",
            effect_of_increase="the weights are pulled harder towards 0: the dotted line ends flat, at the mean of "
            "y or, with the bias penalised, at 0.",
        ),
    ] = 1
    penalise_bias: Annotated[bool, hyperparameters.penalise_bias()] = True
