"""The knobs of the constraint geometry page."""

from typing import Annotated

from nnviz.settings import Choice, Settings, Slider, linear_grid

FEATURES, LINE, NOTEBOOKS = "two features", "toy line", "the notebook's line"
SIZES = linear_grid(0.1, 12, 0.1)


class GeometrySettings(Settings):
    """Everything that decides the pictures."""

    size: Annotated[
        float,
        Slider("Size of the ball", SIZES, symbol="t", effect="picture",
               help="The ball holds all weights with (Σ|w|ᵖ)^(1/p) ≤ t. Drag on the plane to change it."),
    ] = 2.0  # fmt: skip
    exponent: Annotated[
        float,
        Slider("Exponent", (*linear_grid(0.5, 2, 0.1), 2.5, 3, 4, 6, 10), symbol="p", effect="picture",
               help="1 is the diamond of the lasso, 2 the circle of ridge; below 1 the ball is a star."),
    ] = 1.0  # fmt: skip
    data: Annotated[
        str,
        Choice("Data set", (FEATURES, LINE, NOTEBOOKS), effect="picture",
               help="Two weights: those of two features, or bias and weight of a line."),
    ] = FEATURES  # fmt: skip
    first_weight: Annotated[float, Slider("True w1", linear_grid(-4, 4, 0.5), symbol="w₁", effect="picture")] = 1.5
    second_weight: Annotated[float, Slider("True w2", linear_grid(-4, 4, 0.5), symbol="w₂", effect="picture")] = 3.5
    correlation: Annotated[
        float,
        Slider("Correlation", linear_grid(-0.95, 0.95, 0.05), symbol="ρ", effect="picture",
               help="Of the two features: it makes the contours long ellipses."),
    ] = 0.5  # fmt: skip
    n_samples: Annotated[float, Slider("Points", linear_grid(10, 500, 10), symbol="N", effect="picture")] = 100
    noise: Annotated[
        float,
        Slider("Noise", linear_grid(0, 3, 0.1), effect="picture",
               help="Standard deviation of the noise, in the data's units."),
    ] = 1.0  # fmt: skip
    seed: Annotated[float, Slider("Seed", linear_grid(0, 99, 1), effect="picture", help="Decides the points.")] = 0
