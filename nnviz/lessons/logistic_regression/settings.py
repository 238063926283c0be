"""The settings of the lesson on logistic regression."""

import math
from typing import Annotated

from nnviz.core.data.labels import LABELS
from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid, log_grid
from nnviz.runs.published_fits import PublishedFit
from nnviz.user_data.control import OWN_DATA, UserData

FIRST_FIT = "the notebook's, first fit"
OWN = UserData(tasks=("classification",), n_features=(1,))
NOTEBOOK = {
    FIRST_FIT: PublishedFit("logit_100", 0, "[2.50014806 1.28482629]"),
    "the notebook's, second fit": PublishedFit("logit_200", 0, "[6.66970964 4.45789135]"),
}
"""The notebook's labels, with the start and the shuffles of its first and of its second fit."""

BOUNDED_STEPS = (
    "the run learns faster, until steps overshoot and the weights jump about; the pull of an example has a limit, so "
    "none diverges."
)
THRESHOLDS = linear_grid(0, 1, 0.01)
CURVE_X = linear_grid(-4, 4, 0.05)


class LogisticRegressionSettings(Settings):
    """What decides the data and the run, and what is asked of the fitted model."""

    learning_rate: Annotated[float, hyperparameters.learning_rate(log_grid(1e-3, 100), rises=BOUNDED_STEPS)] = 0.01
    batch_size: Annotated[float, hyperparameters.batch_size((1, 2, 4, 8, 16, 32, 64, 128, 256, math.inf))] = 64
    epochs: Annotated[
        float, hyperparameters.stop_after("Epochs", (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000), "rerecord")
    ] = 100
    threshold: Annotated[
        float,
        Slider(
            "Threshold",
            THRESHOLDS,
            symbol="τ",
            effect="redraw",
            help="From this probability on an example is called 1. It changes decisions, never the training.",
            effect_of_increase="fewer examples are called 1: fewer zeros are taken for ones, and more ones are missed.",
        ),
    ] = 0.5
    predict_at: Annotated[
        float,
        Slider(
            "Predict at",
            CURVE_X,
            symbol="x",
            effect="redraw",
            help="The x at which the model is asked for a probability.",
            effect_of_increase="the point moves along the curve: up where the weight w is positive, down where it "
            "is negative.",
        ),
    ] = -1.0
    data: Annotated[
        str,
        Choice(
            "Labels",
            (*NOTEBOOK, *LABELS, OWN_DATA),
            help="Labels drawn with the model's own probabilities, labels that a threshold on x parts cleanly, or "
            "the notebook's.",
        ),
    ] = FIRST_FIT
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[float, hyperparameters.n_points(linear_grid(10, 1000, 10))] = 200
    true_bias: Annotated[
        float,
        Slider(
            "True bias",
            linear_grid(-6, 6, 0.5),
            help="The bias b of the logistic model that gives the labels.",
            effect_of_increase="more labels are 1: the curve behind the data moves to the left when w is positive.",
        ),
    ] = 0.0
    true_weight: Annotated[
        float,
        Slider(
            "True weight",
            linear_grid(-6, 6, 0.5),
            help="The weight w of the logistic model that gives the labels.",
            effect_of_increase="above 0 the curve behind the data gets steeper, and the labels say more about x; at "
            "0 they say nothing.",
        ),
    ] = 2.0
    seed: Annotated[float, hyperparameters.seed("the points, the first weights and every shuffle")] = 0
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "linear"
