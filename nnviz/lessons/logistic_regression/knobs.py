"""The knobs of the lesson on logistic regression."""

import math
from typing import Annotated

from nnviz.core.labels import LABELS
from nnviz.own_data.control import OWN_DATA, OwnData
from nnviz.published_fits import PublishedFit
from nnviz.settings import Choice, Settings, Slider, linear_grid, log_grid

FIRST_FIT = "the notebook's, first fit"
OWN = OwnData(tasks=("classification",), n_features=(1,))
NOTEBOOK = {
    FIRST_FIT: PublishedFit("logit_100", 0, "[2.50014806 1.28482629]"),
    "the notebook's, second fit": PublishedFit("logit_200", 0, "[6.66970964 4.45789135]"),
}
"""The notebook's labels, with the start and the shuffles of its first and of its second fit."""

THRESHOLDS = linear_grid(0, 1, 0.01)
CURVE_X = linear_grid(-4, 4, 0.05)


class LogisticRegressionSettings(Settings):
    """What decides the data and the run, and what is asked of the fitted model."""

    learning_rate: Annotated[
        float,
        Slider("Learning rate", log_grid(1e-3, 100), symbol="η", scale="log", effect="continue",
               help="How far a step goes along the negative gradient."),
    ] = 0.01  # fmt: skip
    batch_size: Annotated[
        float,
        Slider("Batch size", (1, 2, 4, 8, 16, 32, 64, 128, 256, math.inf), symbol="B", names={math.inf: "all"},
               scale="log", effect="continue", help="Examples per step."),
    ] = 64  # fmt: skip
    epochs: Annotated[
        float,
        Slider("Epochs", (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000), scale="log", effect="redraw",
               help="How often all examples are used until the run ends."),
    ] = 100  # fmt: skip
    threshold: Annotated[
        float,
        Slider("Threshold", THRESHOLDS, symbol="τ", effect="picture",
               help="An example is called 1 from this probability on. It changes decisions, never the training."),
    ] = 0.5  # fmt: skip
    predict_at: Annotated[
        float, Slider("Predict at", CURVE_X, symbol="x", effect="picture", help="Where the model is asked.")
    ] = -1.0
    data: Annotated[str, Choice("Labels", (*NOTEBOOK, *LABELS, OWN_DATA))] = FIRST_FIT
    own_data: Annotated[str, OWN] = ""
    n_samples: Annotated[float, Slider("Points", linear_grid(10, 1000, 10), symbol="N")] = 200
    true_bias: Annotated[float, Slider("True bias", linear_grid(-6, 6, 0.5), help="b of the model that labels.")] = 0.0
    true_weight: Annotated[
        float, Slider("True weight", linear_grid(-6, 6, 0.5), help="w of the model that labels.")
    ] = 2.0
    seed: Annotated[
        float, Slider("Seed", linear_grid(0, 99, 1), help="Decides the points, the first weights and every shuffle.")
    ] = 0
    loss_axis: Annotated[str, Choice("Loss axis", ("linear", "logarithmic"), effect="picture")] = "linear"
