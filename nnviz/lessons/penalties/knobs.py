"""The knobs of the penalties page."""

import math
from typing import Annotated

from nnviz.core.penalties import PENALTIES
from nnviz.settings import Choice, Settings, Slider, Switch, linear_grid, log_grid

METHODS = "subgradient and proximal step"
BATCH_SIZES = "eight batch sizes"
USELESS, COPIED = "useless features", "copied feature"
NOTEBOOKS_LINE, NOTEBOOKS_NOISE = "the notebook's line", "the notebook's line + useless feature"
NO_END = math.inf


class PenaltySettings(Settings):
    """Everything that decides the penalties page."""

    penalty: Annotated[
        str,
        Choice("Penalty", tuple(PENALTIES), help="L1 is the lasso, L2 is ridge, the elastic net mixes both."),
    ] = "L1"  # fmt: skip
    penalty_strength: Annotated[
        float,
        Slider("Penalty strength", (0.0, *log_grid(1e-4, 10)), symbol="λ", scale="log", effect="continue",
               help="The weight of the penalty beside the mean loss."),
    ] = 0.5  # fmt: skip
    l1_share: Annotated[
        float,
        Slider("Share of L1", linear_grid(0, 1, 0.1), symbol="α", effect="continue",
               help="The elastic net's share of Σ|w|; the rest is Σw²."),
    ] = 0.5  # fmt: skip
    exponent: Annotated[
        float,
        Slider("Exponent", (*linear_grid(0.5, 2, 0.1), 2.5, 3, 4, 6, 10), symbol="p", effect="continue",
               help="The p of the p-norm's Σ|w|ᵖ. Below 1 the penalty is not convex."),
    ] = 0.5  # fmt: skip
    penalise_bias: Annotated[bool, Switch("Penalise the bias", effect="continue")] = False
    divided_by_batch: Annotated[
        bool,
        Switch("Divide λ by the batch size", effect="continue",
               help="As the notebook's ridge does it: a step on n examples uses λ/n."),
    ] = False  # fmt: skip
    comparison: Annotated[str, Choice("Compare", (METHODS, BATCH_SIZES), help="What trains side by side.")] = METHODS
    learning_rate: Annotated[
        float, Slider("Learning rate", log_grid(1e-4, 1), symbol="η", scale="log", effect="continue")
    ] = 0.05
    batch_size: Annotated[
        float,
        Slider("Batch size", (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, math.inf), symbol="B", names={math.inf: "all"},
               scale="log", effect="continue", help="Examples per step."),
    ] = math.inf  # fmt: skip
    epochs: Annotated[
        float,
        Slider("Stop after", (10, 50, 100, 200, 500, 1000, NO_END), names={NO_END: "no end"}, scale="log",
               effect="continue", help="Epochs after which the run is complete."),
    ] = NO_END  # fmt: skip
    slice_weight: Annotated[
        str, Choice("Objective along", ("weight of x", "last weight"), effect="picture", help="Which weight is moved.")
    ] = "last weight"
    data: Annotated[
        str,
        Choice("Data set", (USELESS, COPIED, NOTEBOOKS_LINE, NOTEBOOKS_NOISE),
               help="The toy line y = 6 + 4x + noise, with features that explain nothing more."),
    ] = USELESS  # fmt: skip
    n_useless: Annotated[float, Slider("Useless features", linear_grid(0, 4, 1), help="Features of true weight 0.")] = 1
    correlation: Annotated[
        float, Slider("Correlation", linear_grid(0, 0.95, 0.05), symbol="ρ", help="Of the useless features with x.")
    ] = 0.0
    n_samples: Annotated[float, Slider("Points", linear_grid(10, 500, 10), symbol="N")] = 100
    noise: Annotated[
        float, Slider("Noise", linear_grid(0, 3, 0.1), help="Standard deviation of the noise, in the data's units.")
    ] = 1.0
    seed: Annotated[float, Slider("Seed", linear_grid(0, 99, 1), help="Decides points, first weights, shuffles.")] = 0
