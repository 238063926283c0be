"""What the prose on stochastic gradient descent says about the four runs and about a hundred shuffles."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.lessons.stochastic_gradient_descent import runs
from nnviz.lessons.stochastic_gradient_descent.settings import SGDSettings, batch_sizes
from nnviz.page.numerals import minus
from nnviz.user_data.standardised_line import in_own_units

TABLE_EPOCHS = (1, 5, 10, 50, 100)
"""The table shows the weights after these, as far as the runs go."""

ROUNDING_ERROR = 1e-20
"""A loss that is no more than this is 0 but for rounding."""

TOO_LARGE = 1e4
"""From here on digits after the point say nothing: a weight gets a power of ten, a spread is called diverged."""


def values(settings: SGDSettings) -> Mapping[str, object]:
    """Three tables, as rows of what stands at the left and the cells, and what they compare.

    They are the `estimates`, their `spread` at the end of an epoch, and that in its middle, `spread_inside`;
    `cancelled` names the batch sizes that jitter much less at the end.
    """
    compared, own = runs.comparison(settings), runs.chosen(settings)
    epochs = [epoch for epoch in TABLE_EPOCHS if epoch <= settings.n_epochs]
    return {
        "n_samples": compared.n_samples,
        "batches_in_an_epoch": -(-compared.n_samples // int(settings.batch_size)),
        "least_squares": _pair(compared.bowl.optimum),
        "table_epochs": epochs,
        "estimates": [_estimates(run, epochs) for run in compared.runs.values()],
        "in_own_units": in_own_units(own, int(settings.seed)) if own.is_own else "",
        "spread_epochs": runs.spread(settings).n_epochs,
        "spread": _spread(settings),
        "spread_inside": _spread_inside(settings),
        "cancelled": _cancelled(settings),
        "examples_agree": compared.bowl.least < ROUNDING_ERROR,
    }


def _estimates(run: runs.BatchRun, epochs: list[int]) -> tuple[int, int, list[str]]:
    steps = int(run.n_updates(np.array([run.n_samples]))[0])
    return run.batch_size, steps, [_pair(run.weights[epoch * steps]) for epoch in epochs]


def _pair(weights: FloatArray) -> str:
    if not np.isfinite(weights).all():
        return "diverged"
    return minus(
        ", ".join(f"{round(weight, 8) + 0.0:.8f}" if abs(weight) < TOO_LARGE else f"{weight:.3e}" for weight in weights)
    )


def _spread(settings: SGDSettings) -> list[tuple[int | str, list[str]]]:
    """For every batch size the deviations of the two weights, and how far their means are from least squares."""
    optimum, rows = runs.comparison(settings).bowl.optimum, []
    for switch, weights in runs.spread(settings).weights.items():
        with np.errstate(all="ignore"):
            numbers = [*weights.std(axis=0), *(weights.mean(axis=0) - optimum)]
        rows.append((batch_sizes(settings)[switch] or "N", [_four_decimals(number) for number in numbers]))
    return rows


def _spread_inside(settings: SGDSettings) -> list[tuple[int | str, list[str]]]:
    """For every batch size the deviations of the two weights in the middle of the last epoch."""
    rows = []
    for switch, weights in runs.spread(settings).weights_inside.items():
        with np.errstate(all="ignore"):
            rows.append((batch_sizes(settings)[switch] or "N", [_four_decimals(one) for one in weights.std(axis=0)]))
    return rows


def _cancelled(settings: SGDSettings) -> str:
    """The batch sizes whose jitter at the end of an epoch is less than half of that in its middle, in both weights."""
    found, names = runs.spread(settings), []
    for switch, size in batch_sizes(settings).items():
        end, middle = found.weights[switch], found.weights_inside[switch]
        if np.abs(middle).max() < TOO_LARGE and np.all(end.std(axis=0) < 0.5 * middle.std(axis=0) - 1e-9):
            names.append(f"B = {size or 'N'}")
    return ", ".join(dict.fromkeys(names))


def _four_decimals(number: float) -> str:
    return minus(f"{round(number, 4) + 0.0:.4f}") if abs(number) < TOO_LARGE else "diverged"
