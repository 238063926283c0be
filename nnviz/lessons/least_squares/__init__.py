"""Least squares: the line that fits best, and how far its weights scatter from sample to sample."""

from nnviz.lessons.least_squares import figures, messages
from nnviz.lessons.least_squares.page_values import values
from nnviz.lessons.least_squares.presets import PRESETS
from nnviz.lessons.least_squares.redraws import REDRAWS
from nnviz.lessons.least_squares.script import code
from nnviz.lessons.least_squares.settings import LeastSquaresSettings
from nnviz.page.lesson import Group, Lesson, Readout
from nnviz.page.page import Page

GROUPS = (
    Group("Sample", ("n_samples", "noise", "noise_shape", "true_bias", "true_slope", "data", "own_data", "seed")),
    Group("Redraws", ("redrawn",)),
    Group("Pictures", ("residuals", "axis")),
)


READOUTS = (
    Readout("redraws", "Redraws", "step", style="integer", help="How many new samples have been drawn and fitted."),
    Readout(
        "bias-mean",
        "Bias: mean",
        "bias_mean",
        digits=5,
        help="The mean of the fitted biases so far: near the bias of the line behind them.",
    ),
    Readout(
        "bias-deviation",
        "deviation",
        "bias_deviation",
        digits=4,
        help="Standard deviation of the fitted biases so far: near the standard error.",
    ),
    Readout(
        "slope-mean",
        "Slope: mean",
        "slope_mean",
        digits=5,
        help="The mean of the fitted slopes so far: near the slope of the line behind them.",
    ),
    Readout(
        "slope-deviation",
        "deviation",
        "slope_deviation",
        digits=4,
        help="Standard deviation of the fitted slopes so far: near the standard error.",
    ),
)

LESSON = Lesson(
    page=Page.beside(__file__, values),
    settings=LeastSquaresSettings,
    groups=GROUPS,
    figures=figures.FIGURES,
    presets=PRESETS,
    run=REDRAWS,
    readouts=READOUTS,
    disabled_reasons=messages.disabled_reasons,
    notice=messages.notice,
    summary=messages.summary,
    speed=20,
    code=code,
)
