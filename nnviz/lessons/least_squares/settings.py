"""The settings of the least squares lesson."""

from typing import Annotated

from nnviz.core.analysis.sampling_distribution import NOISE_SHAPES
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, Switch, linear_grid
from nnviz.user_data.control import OWN_DATA
from nnviz.user_data.standardised_line import OWN_LINE

SIZES = (10, 20, 50, 100, 200, 500, 1000)
OWN, NOTEBOOK, NOISELESS = "drawn from the seed", "the notebook's data", "the notebook's data without noise"
SAME_X, NEW_X = "the noise", "x and the noise"
WIDE, CLOSE = "same for every N", "four standard errors"


class LeastSquaresSettings(Settings):
    """Everything that decides the page."""

    n_samples: Annotated[
        float,
        Slider(
            "Points",
            SIZES,
            symbol="N",
            scale="log",
            help="How many examples every sample has.",
            effect_of_increase="all standard errors and histograms narrow about like 1/√N: four times the points, "
            "about half the width.",
        ),
    ] = 50
    noise: Annotated[float, hyperparameters.noise_of_targets(linear_grid(0, 3, 0.1))] = 1.0
    noise_shape: Annotated[
        str,
        Choice(
            "Shape of the noise",
            tuple(NOISE_SHAPES),
            help="The distribution of the noise. All three have mean 0 and deviation σ; the skewed one is exponential.",
        ),
    ] = "Normal"
    true_bias: Annotated[
        float,
        Slider(
            "True bias",
            linear_grid(-10, 10, 0.5),
            symbol="b",
            help="The height at x = 0 of the line behind the points.",
            effect_of_increase="the points, the fitted line and the histogram of the bias move up with it; their "
            "spread stays.",
        ),
    ] = 6.0
    true_slope: Annotated[
        float,
        Slider(
            "True slope",
            linear_grid(-10, 10, 0.5),
            symbol="w",
            help="The slope of the line behind the points.",
            effect_of_increase="points and fit turn upwards, and the histogram of the slope moves along; its width "
            "stays.",
        ),
    ] = 4.0
    data: Annotated[str, hyperparameters.sample((OWN, NOTEBOOK, NOISELESS, OWN_DATA), takes_own=True)] = OWN
    own_data: Annotated[str, OWN_LINE] = ""
    seed: Annotated[float, hyperparameters.seed("the sample on the screen and all redraws")] = 0
    redrawn: Annotated[
        str,
        Choice(
            "Redraw",
            (SAME_X, NEW_X),
            help="What each redraw draws anew. For both there is a formula of the standard error.",
        ),
    ] = SAME_X
    residuals: Annotated[
        bool,
        Switch(
            "Show residuals",
            effect="redraw",
            help="Draw the vertical distances from the points to the line: least squares minimises the sum of "
            "their squares.",
        ),
    ] = False
    axis: Annotated[
        str,
        Choice(
            "Width of the histograms",
            (WIDE, CLOSE),
            effect="rerecord",
            help="The same for every N shows how the histograms narrow; four standard errors show their shape.",
        ),
    ] = WIDE
