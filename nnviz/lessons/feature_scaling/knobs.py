"""The knobs of the feature scaling lesson."""

import math
from typing import Annotated

from nnviz.published_fits import PublishedFit
from nnviz.settings import Choice, Settings, Slider, linear_grid, log_grid

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
        Choice("Features", FEATURES, help="Standardised features have mean 0 and standard deviation 1."),
    ] = MEASURED  # fmt: skip
    learning_rate: Annotated[
        float,
        Slider("Learning rate", log_grid(1e-5, 1), symbol="η", scale="log", effect="continue",
               help="How far a step goes along the negative gradient. Too small crawls, too large diverges."),
    ] = 0.0003  # fmt: skip
    batch_size: Annotated[
        float,
        Slider("Batch size", (1, 2, 4, 8, 16, 32, 64, 128, 256, math.inf), symbol="B", names={math.inf: "all"},
               scale="log", effect="continue", help="Examples per step."),
    ] = 64  # fmt: skip
    epochs: Annotated[
        float,
        Slider("Stop after epochs", EPOCHS, scale="log", effect="continue",
               help="In an epoch every example is used once."),
    ] = 100  # fmt: skip
    source: Annotated[
        str,
        Choice("Data and start", (OWN, *PUBLISHED), help="The notebook's data, first weights and shuffles, or others."),
    ] = OWN
    n_samples: Annotated[float, Slider("Points", linear_grid(20, 1000, 20), symbol="N")] = 200
    noise: Annotated[float, Slider("Noise", linear_grid(0, 3, 0.1), symbol="σ", help="Its standard deviation.")] = 1.0
    centre: Annotated[
        float, Slider("Centre of x2", linear_grid(0, 100, 5), symbol="μ", help="Far from 0 it resembles the constant.")
    ] = 50.0  # fmt: skip
    scale: Annotated[
        float, Slider("Deviation of x2", (1, 2, 5, 10, 20, 50, 100), symbol="s", scale="log", help="That of x1 is 1.")
    ] = 10.0  # fmt: skip
    seed: Annotated[
        float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the points, the first weights and every shuffle.")
    ] = 0
    plane: Annotated[str, Choice("Plane of", tuple(PLANES), effect="redraw", help="The axes of the contours.")] = (
        "bias and w2"
    )
    loss_axis: Annotated[str, Choice("Loss axis", ("logarithmic", "linear"), effect="picture")] = "logarithmic"
