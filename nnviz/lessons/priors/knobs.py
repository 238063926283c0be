"""The knobs of the priors page."""

from typing import Annotated

from nnviz.core.priors import PRIORS
from nnviz.settings import Choice, Settings, Slider, linear_grid, log_grid

LINE, NOTEBOOKS = "line through the origin", "the notebook's line without bias"


class PriorSettings(Settings):
    """Everything that decides the pictures."""

    prior: Annotated[
        str,
        Choice("Prior", tuple(PRIORS), effect="picture", help="Normal is ridge's prior, Laplace the lasso's."),
    ] = "Laplace"  # fmt: skip
    penalty_strength: Annotated[
        float,
        Slider("Penalty strength", log_grid(1e-3, 10), symbol="λ", scale="log", effect="picture",
               help="A larger λ means a narrower prior: a firmer belief that the weight is near 0."),
    ] = 0.5  # fmt: skip
    data: Annotated[str, Choice("Data set", (LINE, NOTEBOOKS), effect="picture")] = LINE
    true_weight: Annotated[float, Slider("True weight", linear_grid(-5, 5, 0.25), symbol="w", effect="picture")] = 1.0
    n_samples: Annotated[
        float,
        Slider("Points", (2, 3, 5, 8, 10, 15, 20, 30, 50, 100, 200, 500), symbol="N", scale="log", effect="picture",
               help="More data make the likelihood narrower, and the prior matters less."),
    ] = 10  # fmt: skip
    noise: Annotated[
        float,
        Slider("Noise", linear_grid(0.1, 3, 0.1), symbol="σ", effect="picture",
               help="Standard deviation of the noise, which the likelihood is told."),
    ] = 1.0  # fmt: skip
    seed: Annotated[float, Slider("Seed", linear_grid(0, 99, 1), effect="picture", help="Decides the points.")] = 0
