"""The settings of the penalties page."""

import math
from typing import Annotated

from nnviz.core.solvers.penalised import SOLVERS
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, Switch, linear_grid, log_grid

METHODS = "subgradient and proximal step"
BATCH_SIZES = "eight batch sizes"
USELESS, COPIED = "useless features", "copied feature"
NOTEBOOKS_LINE, NOTEBOOKS_NOISE = "the notebook's line", "the notebook's line + useless feature"
NO_END = math.inf


class PenaltySettings(Settings):
    """Everything that decides the penalties page."""

    penalty: Annotated[
        str,
        Choice(
            "Penalty",
            tuple(SOLVERS),  # the page shows the exact weights beside the trained ones
            help="What is added to the loss, times λ: Σ|w| is the lasso, Σw² is ridge, the elastic net mixes both.",
        ),
    ] = "L1"
    penalty_strength: Annotated[
        float,
        Slider(
            "Penalty strength",
            (0.0, *log_grid(1e-4, 10)),
            symbol="λ",
            scale="log",
            effect="resume",
            help="The factor of the penalty that is added to the mean loss.",
            effect_of_increase="together the weights shrink, and the loss grows; with L1 one weight after the other "
            "becomes exactly 0.",
        ),
    ] = 0.5
    l1_share: Annotated[
        float,
        Slider(
            "Share of L1",
            linear_grid(0, 1, 0.1),
            symbol="s",
            effect="resume",
            help="The elastic net's share of Σ|w|; the rest is Σw².",
            effect_of_increase="the penalty gets more like the lasso's: more weights become exactly 0.",
        ),
    ] = 0.5
    exponent: Annotated[
        float,
        Slider(
            "Exponent",
            (*linear_grid(0.5, 2, 0.1), 2.5, 3, 4, 6, 10),
            symbol="p",
            effect="resume",
            help="The p of the p-norm's Σ|w|ᵖ. Below 1 the penalty is not convex.",
            effect_of_increase="large weights cost more and small ones less, so that weights get more equal and "
            "fewer are 0.",
        ),
    ] = 0.5
    penalise_bias: Annotated[bool, hyperparameters.penalise_bias("resume")] = False
    divided_by_batch: Annotated[
        bool,
        Switch(
            "Divide λ by the batch size",
            effect="resume",
            help="Use λ/n in a step on n examples, as the notebook's ridge does: then smaller batches shrink more.",
        ),
    ] = False
    comparison: Annotated[
        str,
        Choice(
            "Compare",
            (METHODS, BATCH_SIZES),
            help="What trains side by side: two kinds of step on the same batches, or up to eight batch sizes.",
        ),
    ] = METHODS
    learning_rate: Annotated[
        float, hyperparameters.learning_rate(log_grid(1e-4, 1), rises=hyperparameters.MAY_DIVERGE)
    ] = 0.05
    batch_size: Annotated[float, hyperparameters.batch_size((1, 2, 4, 8, 16, 32, 64, 128, 256, 512, math.inf))] = (
        math.inf
    )
    epochs: Annotated[float, hyperparameters.stop_after("Stop after", (10, 50, 100, 200, 500, 1000, NO_END))] = NO_END
    slice_weight: Annotated[
        str,
        Choice(
            "Objective along",
            ("weight of x", "last weight"),
            effect="redraw",
            help="The weight that is moved for the curve of the objective, while the others stay.",
        ),
    ] = "last weight"
    data: Annotated[
        str,
        Choice(
            "Data set",
            (USELESS, COPIED, NOTEBOOKS_LINE, NOTEBOOKS_NOISE),
            help="The toy line y = 6 + 4x + noise, with features that explain nothing more.",
        ),
    ] = USELESS
    n_useless: Annotated[
        float,
        Slider(
            "Useless features",
            linear_grid(0, 4, 1),
            help="How many features are added whose true weight is 0.",
            effect_of_increase="more weights can fit the noise; at λ = 0.5 the lasso sets most to 0, ridge none.",
        ),
    ] = 1
    correlation: Annotated[
        float,
        Slider(
            "Correlation",
            linear_grid(0, 0.95, 0.05),
            symbol="ρ",
            help="The correlation of the useless features with x.",
            effect_of_increase="useless features look more like x, so weight can move to them: at λ = 0.5 the "
            "lasso sets fewer of them to 0.",
        ),
    ] = 0.0
    n_samples: Annotated[float, hyperparameters.n_points(linear_grid(10, 500, 10))] = 100
    noise: Annotated[float, hyperparameters.noise_of_targets(linear_grid(0, 3, 0.1), symbol="")] = 1.0
    seed: Annotated[float, hyperparameters.seed("the points, the first weights and the shuffles")] = 0
