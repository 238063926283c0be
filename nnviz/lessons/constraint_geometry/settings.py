"""The settings of the constraint geometry page."""

from typing import Annotated

from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid

FEATURES, LINE, NOTEBOOKS = "two features", "toy line", "the notebook's line"
SIZES = linear_grid(0.1, 12, 0.1)


class GeometrySettings(Settings):
    """Everything that decides the pictures."""

    size: Annotated[
        float,
        Slider(
            "Size of the ball",
            SIZES,
            symbol="t",
            effect="redraw",
            help="The ball holds all weights with (Σ|w|ᵖ)^(1/p) ≤ t. Drag on the plane to change it.",
            effect_of_increase="the least loss in the ball falls, until the ball holds the least squares weights: "
            "then λ is 0.",
        ),
    ] = 2.0
    exponent: Annotated[
        float,
        Slider(
            "Exponent",
            (*linear_grid(0.5, 2, 0.1), 2.5, 3, 4, 6, 10),
            symbol="p",
            effect="redraw",
            help="The p of the norm: 1 is the lasso's diamond, 2 the circle of ridge, and below 1 the ball is a star.",
            effect_of_increase="the ball swells from a star over diamond and circle to nearly a square; above 1 it "
            "has no corners on the axes, so no exact zeros.",
        ),
    ] = 1.0
    data: Annotated[
        str,
        Choice(
            "Data set",
            (FEATURES, LINE, NOTEBOOKS),
            effect="redraw",
            help="What the two weights are: those of two features, or bias and weight of a line.",
        ),
    ] = FEATURES
    first_weight: Annotated[
        float,
        Slider(
            "True w1",
            linear_grid(-4, 4, 0.5),
            symbol="w₁",
            effect="redraw",
            help="The weight of the first feature behind the data.",
            effect_of_increase="the centre of the contours moves right by as much.",
        ),
    ] = 1.5
    second_weight: Annotated[
        float,
        Slider(
            "True w2",
            linear_grid(-4, 4, 0.5),
            symbol="w₂",
            effect="redraw",
            help="The weight of the second feature behind the data.",
            effect_of_increase="the centre of the contours moves up by as much.",
        ),
    ] = 3.5
    correlation: Annotated[
        float,
        Slider(
            "Correlation",
            linear_grid(-0.95, 0.95, 0.05),
            symbol="ρ",
            effect="redraw",
            help="The correlation of the two features.",
            effect_of_increase="away from 0, to either side, the contours get longer and thinner: the weights stand "
            "in for each other.",
        ),
    ] = 0.5
    n_samples: Annotated[float, hyperparameters.n_points(linear_grid(10, 500, 10), effect="rerecord")] = 100
    noise: Annotated[float, hyperparameters.noise_of_targets(linear_grid(0, 3, 0.1), effect="redraw", symbol="")] = 1.0
    seed: Annotated[float, hyperparameters.seed("the points", "redraw")] = 0
