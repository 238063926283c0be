"""The knobs of the bias lesson."""

from typing import Annotated

from nnviz.settings import Choice, Settings, Slider, Switch, linear_grid, log_grid

OWN, NOTEBOOK = "drawn from the seed", "the notebook's data"
WITH_BIAS, THROUGH_ORIGIN = "with a bias", "through the origin"
MODELS = {WITH_BIAS: True, THROUGH_ORIGIN: False}


class BiasSettings(Settings):
    """Everything that decides the page."""

    model: Annotated[
        str, Choice("Table of the fit", tuple(MODELS), help="Both fits are drawn; this one has the table.")
    ] = WITH_BIAS
    n_samples: Annotated[
        float, Slider("Points", (10, 20, 50, 100, 200, 500, 1000), symbol="N", scale="log", help="Examples.")
    ] = 50
    true_bias: Annotated[
        float, Slider("True bias", linear_grid(0, 10, 1), symbol="b", help="At 0 the true line meets the origin.")
    ] = 6.0
    centre: Annotated[
        float, Slider("Mean of x", linear_grid(0, 5, 0.5), symbol="μ", help="Its deviation is 1.")
    ] = 2.0  # fmt: skip
    noise: Annotated[float, Slider("Noise", linear_grid(0, 3, 0.1), symbol="σ", help="Its standard deviation.")] = 1.0
    data: Annotated[str, Choice("Sample", (OWN, NOTEBOOK))] = OWN
    seed: Annotated[float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the points.")] = 0
    penalty_strength: Annotated[
        float,
        Slider("Penalty strength", log_grid(1e-3, 100), symbol="λ", scale="log",
               help="Of the ridge penalty λ Σw² beside the mean loss. Larger values pull the weights towards zero."),
    ] = 1  # fmt: skip
    penalise_bias: Annotated[
        bool, Switch("Penalise the bias", help="Whether the bias is one of the weights in the penalty.")
    ] = True
