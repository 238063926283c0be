"""The figures of the least squares lesson."""

from typing import Any

import numpy as np

from nnviz.core.solvers.closed_form import least_squares
from nnviz.figures.colours import GREY, PALETTE, ROLES
from nnviz.figures.examples import Examples
from nnviz.figures.lines import Line, lines_over_data, truth
from nnviz.figures.power_laws import PowerLaw, power_laws
from nnviz.figures.sampling_histogram import sampling_histogram
from nnviz.lessons.least_squares.digits_lost import digits_lost
from nnviz.lessons.least_squares.own_rows import chosen
from nnviz.lessons.least_squares.redraws import N_FAN, WEIGHTS, line_ends
from nnviz.lessons.least_squares.samples import effective, histogram, sample, samples, theory
from nnviz.lessons.least_squares.settings import LeastSquaresSettings
from nnviz.page.lesson import FigureSlot

SMALLEST_ERROR = 2.0**-54
"""Drawn for an error of 0, which has no place on a logarithmic axis: a quarter of the spacing of numbers at 1."""


def fit(settings: LeastSquaresSettings) -> Any:
    """The sample, its least squares line, the truth, and the lines of the latest redraws."""
    is_own, settings = chosen(settings).is_own, effective(settings)
    drawn, ends = sample(settings), line_ends(settings)
    best = least_squares(drawn.X, drawn.y)
    examples = Examples(drawn.X, drawn.y, drawn.feature_names, drawn.target_name)
    lines = [
        Line(np.tile([*ends, np.nan], N_FAN), "fan", "redraws", ROLES["redraws"], width=1.0),
        *([] if is_own else [truth(ends, settings.true_bias + settings.true_slope * ends)]),
        Line(ends, best[0] + best[1] * ends, "least squares", ROLES["fit"]),
    ]
    return lines_over_data(examples, lines, best[0] + best[1] * drawn.X[:, 0] if settings.residuals else None)


def _distribution(settings: LeastSquaresSettings, weight: int) -> Any:
    settings, name = effective(settings), WEIGHTS[weight]
    true_weight = (settings.true_bias, settings.true_slope)[weight]
    heap = histogram(settings, weight)
    return sampling_histogram(heap, name, true_weight, f"{name}_density", f"{name}_estimate")


def bias_distribution(settings: LeastSquaresSettings) -> Any:
    """The estimates of the bias over all redraws."""
    return _distribution(settings, 0)


def slope_distribution(settings: LeastSquaresSettings) -> Any:
    """The estimates of the slope over all redraws."""
    return _distribution(settings, 1)


def spread(settings: LeastSquaresSettings) -> Any:
    """The deviation of the estimates at every N, measured and by the formula."""
    settings = effective(settings)
    if settings.noise == 0.0:
        return power_laws([], "points N", "deviation of the estimates")
    found = samples(settings)
    sizes, measured = np.array(found.sizes, dtype=np.float64), found.estimates.std(axis=1, ddof=1)
    expected = np.array([theory(settings, size) for size in found.sizes])
    looks = (("blue", "circle", "solid"), ("vermillion", "diamond", "dash"))
    curves = [PowerLaw(sizes, settings.noise / np.sqrt(sizes), "σ/√N", GREY, "lines", "dot")]
    for weight, (colour, symbol, dash) in enumerate(looks):
        name = WEIGHTS[weight]
        curves += [
            PowerLaw(sizes, expected[:, weight], f"{name}: standard error", PALETTE[colour], "lines", dash),
            PowerLaw(sizes, measured[:, weight], f"{name}: redraws", PALETTE[colour], symbol=symbol),
        ]
    return power_laws(curves, "points N", "deviation of the estimates", settings.n_samples)


def precision(settings: LeastSquaresSettings) -> Any:
    """The relative error of the computed slope when x lies farther and farther from 0."""
    condition, errors = digits_lost(settings)
    looks = (("vermillion", "diamond"), ("blue", "circle"))
    curves = []
    for (name, error), (colour, symbol) in zip(errors.items(), looks, strict=True):
        known = np.isfinite(error)
        drawable = np.maximum(error[known], SMALLEST_ERROR)
        curves.append(PowerLaw(condition[known], drawable, name, PALETTE[colour], "lines+markers", symbol=symbol))
    return power_laws(curves, "condition number κ", "relative error of the slope")


FIGURES = (
    FigureSlot("fit", "The line", fit, "of this sample, and of redraws while you play", redrawn_by=("residuals",)),
    FigureSlot(
        "spread",
        "Spread of the estimates",
        spread,
        "over 2,000 redraws of every N; both axes logarithmic",
        redrawn_by=(),
    ),
    FigureSlot(
        "bias-distribution",
        "Bias",
        bias_distribution,
        "its estimates over 2,000 redraws; dashed: the line behind them",
        redrawn_by=("axis",),
    ),
    FigureSlot(
        "slope-distribution", "Slope", slope_distribution, "its estimates over the same redraws", redrawn_by=("axis",)
    ),
    FigureSlot(
        "precision",
        "Digits lost",
        precision,
        "by two ways to compute the same line, as x moves away from 0",
        redrawn_by=(),
    ),
)
