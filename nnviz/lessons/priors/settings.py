"""The settings of the priors page."""

from typing import Annotated

from nnviz.core.analysis.priors import PRIORS
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, Switch, linear_grid, log_grid

LINE, NOTEBOOKS = "line through the origin", "the notebook's line without bias"


class PriorSettings(Settings):
    """Everything that decides the pictures."""

    prior: Annotated[
        str,
        Choice(
            "Prior",
            tuple(PRIORS),
            effect="redraw",
            help="What is believed about the weight before any data: a normal density belongs to ridge, a Laplace "
            "density to the lasso.",
        ),
    ] = "Laplace"
    penalty_strength: Annotated[
        float,
        Slider(
            "Penalty strength",
            log_grid(1e-3, 10),
            symbol="λ",
            scale="log",
            effect="redraw",
            help="The factor of the penalty that the prior amounts to, beside the mean squared error.",
            effect_of_increase="the prior gets narrower, a firmer belief that the weight is near 0, and the mode of "
            "the posterior moves there.",
        ),
    ] = 0.5
    both_at_one: Annotated[
        bool,
        Switch(
            "Both scales at 1",
            effect="redraw",
            help="Draws the two priors side by side with τ = 1 and b = 1, as they are often compared, whatever λ says.",
        ),
    ] = False
    data: Annotated[
        str,
        Choice(
            "Data set",
            (LINE, NOTEBOOKS),
            effect="redraw",
            help="Points drawn around a line through the origin, or the notebook's line without its bias.",
        ),
    ] = LINE
    true_weight: Annotated[
        float,
        Slider(
            "True weight",
            linear_grid(-5, 5, 0.25),
            symbol="w",
            effect="redraw",
            help="The slope of the line behind the points.",
            effect_of_increase="the likelihood moves right; the prior stays at 0 and pulls the posterior towards it.",
        ),
    ] = 1.0
    n_samples: Annotated[
        float,
        Slider(
            "Points",
            (2, 3, 5, 8, 10, 15, 20, 30, 50, 100, 200, 500),
            symbol="N",
            scale="log",
            effect="redraw",
            help="How many examples there are to learn from.",
            effect_of_increase="the likelihood gets narrower; with λ kept, the prior gets narrower along with it.",
        ),
    ] = 10
    noise: Annotated[
        float,
        Slider(
            "Noise",
            linear_grid(0.1, 3, 0.1),
            symbol="σ",
            effect="redraw",
            help="Standard deviation of the noise, which the likelihood is told.",
            effect_of_increase="the likelihood gets wider and, with λ kept, the prior along with it.",
        ),
    ] = 1.0
    seed: Annotated[float, hyperparameters.seed("the points", "redraw")] = 0
