"""What the prose on gradient descent says about the bowl and about the rate of the slider."""

from collections.abc import Mapping

import numpy as np

from nnviz.lessons.gradient_descent import experiment
from nnviz.lessons.gradient_descent.settings import GradientDescentSettings
from nnviz.user_data.standardised_line import in_own_units


def values(settings: GradientDescentSettings) -> Mapping[str, object]:
    """The curvatures and the limit of the bowl, and the weights after some steps, beside those of least squares."""
    own, bowl = experiment.chosen(settings), experiment.bowl(settings)
    steps = [*(f"{step:,}" for step in experiment.TABLE_STEPS), "least squares"]
    rows = np.vstack([experiment.estimates(settings), bowl.optimum])
    return {
        "n_samples": len(experiment.data(settings).y),
        "estimates": [(step, list(map(_number, row))) for step, row in zip(steps, rows, strict=True)],
        "in_own_units": in_own_units(own, int(settings.seed)) if own.is_own else "",
        "flattest": bowl.curvatures[0],
        "steepest": bowl.curvatures[1],
        "limit": bowl.largest_stable_learning_rate,
    }


def _number(value: float) -> str:
    if np.isnan(value):
        return "diverged"
    return (f"{round(value, 8) + 0.0:.8f}" if abs(value) < 1e4 else f"{value:.3e}").replace("-", "−")
