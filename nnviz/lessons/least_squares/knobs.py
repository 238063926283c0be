"""The knobs of the least squares lesson."""

from typing import Annotated

from nnviz.core.sampling_distribution import NOISE_SHAPES
from nnviz.settings import Choice, Settings, Slider, Switch, linear_grid

SIZES = (10, 20, 50, 100, 200, 500, 1000)
OWN, NOTEBOOK, NOISELESS = "drawn from the seed", "the notebook's data", "the notebook's data without noise"
SAME_X, NEW_X = "the noise", "x and the noise"
WIDE, CLOSE = "same for every N", "four standard errors"


class LeastSquaresSettings(Settings):
    """Everything that decides the page."""

    n_samples: Annotated[
        float, Slider("Points", SIZES, symbol="N", scale="log", help="Examples in every sample.")
    ] = 50  # fmt: skip
    noise: Annotated[
        float, Slider("Noise", linear_grid(0, 3, 0.1), symbol="σ", help="Its standard deviation, in units of y.")
    ] = 1.0  # fmt: skip
    noise_shape: Annotated[
        str,
        Choice("Shape of the noise", tuple(NOISE_SHAPES),
               help="All three have mean 0 and deviation σ; the skewed one is an exponential distribution."),
    ] = "Normal"  # fmt: skip
    true_bias: Annotated[float, Slider("True bias", linear_grid(-10, 10, 0.5), symbol="b")] = 6.0
    true_slope: Annotated[float, Slider("True slope", linear_grid(-10, 10, 0.5), symbol="w")] = 4.0
    data: Annotated[str, Choice("Sample", (OWN, NOTEBOOK, NOISELESS))] = OWN
    seed: Annotated[
        float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the sample on the screen and all redraws.")
    ] = 0
    redrawn: Annotated[
        str,
        Choice("Redraw", (SAME_X, NEW_X), help="What is new each time; for both the standard error has a formula."),
    ] = SAME_X  # fmt: skip
    residuals: Annotated[
        bool, Switch("Show residuals", effect="picture", help="The vertical ways whose squares are summed.")
    ] = False
    axis: Annotated[
        str,
        Choice("Width of the histograms", (WIDE, CLOSE), effect="redraw",
               help="The same for every N shows how they narrow; four standard errors show their shape."),
    ] = WIDE  # fmt: skip
