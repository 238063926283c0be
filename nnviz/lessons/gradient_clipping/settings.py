"""The settings of the gradient clipping lesson."""

import math
from typing import Annotated

from nnviz.page import hyperparameters
from nnviz.page.settings import Choice, Settings, Slider, linear_grid, log_grid
from nnviz.runs.published_fits import PublishedFit

OWN = "from the seed"
PUBLISHED = {
    "notebook: 1,000 epochs": PublishedFit("clipped", 0, "[4.2681595 3.91673636 2.59477635]"),
    "notebook: 5,000 epochs": PublishedFit("clipped", 1, "[5.9558284 3.94616001 3.39861039]"),
    "notebook: 10,000 epochs": PublishedFit("clipped", 2, "[6.0188452 3.9357066 2.92287519]"),
    "notebook: 20,000 epochs": PublishedFit("clipped", 3, "[6.00534916 3.94543276 2.91034558]"),
    "notebook: 30,000 epochs": PublishedFit("clipped", 4, "[5.96425905 3.9384467 2.88635615]"),
}
"""The word of a choice -> the notebook's fit from which data, start and shuffles are taken."""

BY_NORM, BY_VALUE, OFF = "by norm", "by value", "off"
PLANES = {"bias and w2": (0, 2), "w1 and w2": (1, 2), "bias and w1": (0, 1)}
EPOCHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 30000)


class GradientClippingSettings(Settings):
    """Everything that decides a run."""

    clipping: Annotated[
        str,
        Choice(
            "Clip",
            (BY_NORM, BY_VALUE, OFF),
            effect="resume",
            help="By norm shortens the whole gradient and keeps its direction; by value bounds each entry and "
            "turns it.",
        ),
    ] = BY_NORM
    limit: Annotated[
        float,
        Slider(
            "Limit",
            log_grid(0.1, 1000),
            symbol="c",
            scale="log",
            effect="resume",
            help="The largest length of a gradient, or the largest size of an entry.",
            effect_of_increase="steps get longer: the start is left sooner, and above 2/λmax the jumps around the "
            "minimum grow with it.",
        ),
    ] = 5
    learning_rate: Annotated[
        float,
        hyperparameters.learning_rate(
            log_grid(1e-5, 10),
            more="Here it is the gradient that clipping leaves: clipped, a run cannot diverge.",
            rises="steps get longer, until they overshoot: clipped, the run then jumps; without clipping it diverges.",
        ),
    ] = 0.1
    batch_size: Annotated[float, hyperparameters.batch_size((1, 2, 4, 8, 16, 32, 64, 128, 256, math.inf))] = 64
    epochs: Annotated[float, hyperparameters.stop_after("Stop after epochs", EPOCHS)] = 1000
    source: Annotated[str, hyperparameters.data_and_start(OWN, tuple(PUBLISHED))] = OWN
    n_samples: Annotated[float, hyperparameters.n_points(linear_grid(20, 1000, 20))] = 200
    noise: Annotated[float, hyperparameters.noise_of_targets(linear_grid(0, 3, 0.1))] = 1.0
    seed: Annotated[float, hyperparameters.seed("the points, the first weights and every shuffle")] = 0
    plane: Annotated[
        str,
        Choice(
            "Plane of",
            tuple(PLANES),
            effect="rerecord",
            help="Which two weights the axes of the plane are.",
        ),
    ] = "bias and w2"
    loss_axis: Annotated[str, hyperparameters.LOSS_AXIS] = "logarithmic"
