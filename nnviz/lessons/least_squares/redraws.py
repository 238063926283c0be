"""The run of the lesson: one redraw at every step, whose estimates pile up to the sampling distribution."""

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.types import FloatArray, IntArray
from nnviz.lessons.least_squares.samples import N_REDRAWS, densities, effective, estimates, sample
from nnviz.lessons.least_squares.settings import LeastSquaresSettings
from nnviz.runs.known import KnownRun
from nnviz.runs.protocol import Array
from nnviz.runs.sampled import Sampled

WEIGHTS = ("bias", "slope")
N_FAN = 12
"""The lines of the latest redraws that are drawn together."""


def rows(settings: LeastSquaresSettings, steps: IntArray) -> dict[str, Array]:
    """The estimates of the latest redraws and the moments of all up to each; step 0 is before any redraw."""
    settings = effective(settings)
    drawn = estimates(settings)
    found: dict[str, Array] = {"step": steps, "fan": _fan(settings, drawn, steps)}
    for name, values in zip(WEIGHTS, drawn.T, strict=True):
        found[f"{name}_estimate"] = np.concatenate([[np.nan], values])[steps]
        found |= {f"{name}_{moment}": array[steps] for moment, array in _moments(values).items()}
    return found


def _moments(values: FloatArray) -> dict[str, FloatArray]:
    """Mean and standard deviation (1 + R,) of the first k values, NaN where there are too few."""
    n = np.arange(1.0, len(values) + 1.0)
    centred = values - values[0]  # running sums of what is near 0 do not cancel
    mean = np.cumsum(centred) / n
    squares = np.maximum(np.cumsum(centred**2) - n * mean**2, 0.0)
    with np.errstate(invalid="ignore"):
        deviation = np.sqrt(squares / (n - 1.0))
    return {
        "mean": np.concatenate([[np.nan], values[0] + mean]),
        "deviation": np.concatenate([[np.nan], deviation]),
    }


def line_ends(settings: LeastSquaresSettings) -> FloatArray:
    """Where lines begin and end: (2,)."""
    return np.array(padded_range(sample(settings).X[:, 0]))


def _fan(settings: LeastSquaresSettings, drawn: FloatArray, steps: IntArray) -> FloatArray:
    """The heights at both ends of the last N_FAN lines and a gap after each: (S, 3·N_FAN)."""
    lines = np.full((N_FAN + len(drawn), 3), np.nan)
    lines[N_FAN:, :2] = drawn[:, :1] + drawn[:, 1:] * line_ends(settings)
    latest = steps[:, None] + np.arange(N_FAN)
    heights: FloatArray = lines[latest].reshape(len(steps), 3 * N_FAN).astype(np.float32)
    return heights


def heaps(settings: LeastSquaresSettings, steps: IntArray) -> dict[str, Array]:
    """The density of the estimates up to each step."""
    settings = effective(settings)
    return {
        f"{name}_density": densities(settings, weight, steps).astype(np.float32) for weight, name in enumerate(WEIGHTS)
    }


REDRAWS = KnownRun(rows, N_REDRAWS, lambda settings: N_REDRAWS, keyframes=(Sampled(heaps),))
