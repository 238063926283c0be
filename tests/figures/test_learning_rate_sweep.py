import json

import numpy as np

from nnviz.figures.colours import PALETTE
from nnviz.figures.learning_rate_sweep import learning_rate_sweep
from nnviz.figures.loss_curve import Curve

RATES = np.array([0.1, 1.0, 10.0])
RUNS = {"a": Curve("a", "a", PALETTE["blue"]), "b": Curve("b", "b", PALETTE["orange"], "dash")}
ACCURACIES = {"a": np.array([0.9, 1.0, 0.5]), "b": np.array([0.8, np.nan, np.nan])}


def test_accuracies_stand_in_percent_and_a_divergence_has_no_point():
    figure = learning_rate_sweep(RATES, ACCURACIES, RUNS, 1.0)
    assert figure.data[0].y == (90.0, 100.0, 50.0)
    assert figure.data[1].y == (80.0, None, None)
    assert "NaN" not in json.dumps(json.loads(figure.to_json()))


def test_the_axis_of_the_rates_is_logarithmic_and_the_chosen_one_is_marked():
    layout = learning_rate_sweep(RATES, ACCURACIES, RUNS, 0.3).layout
    assert layout.xaxis.type == "log"
    assert (layout.shapes[0].x0, layout.shapes[0].x1) == (0.3, 0.3)
