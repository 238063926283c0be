"""Least squares: the line that fits best, and how far its weights scatter from sample to sample."""

from nnviz.lessons.least_squares import figures, messages
from nnviz.lessons.least_squares.redraws import REDRAWS
from nnviz.lessons.least_squares.script import code
from nnviz.lessons.least_squares.settings import CLOSE, NEW_X, NOTEBOOK, LeastSquaresSettings
from nnviz.page.lesson import Group, Lesson, Preset, Readout
from nnviz.page.page import Page
from nnviz.page.question import Question

GROUPS = (
    Group("Sample", ("n_samples", "noise", "noise_shape", "true_bias", "true_slope", "data", "own_data", "seed")),
    Group("Redraws", ("redrawn",)),
    Group("Pictures", ("residuals", "axis")),
)

PRESETS = (
    Preset(
        "The notebook's data",
        LeastSquaresSettings(data=NOTEBOOK),
        "1,000 points of y = 6 + 4x + noise: the estimates are 6.01132196 and 3.96247175, as published.",
        speed=200,
    ),
    Preset(
        "No noise",
        LeastSquaresSettings(noise=0.0, residuals=True),
        "Without noise the line goes through every point, and the estimates are the true weights.",
    ),
    Preset(
        "Residuals",
        LeastSquaresSettings(n_samples=20, noise=2.0, residuals=True),
        "The line makes the sum of the squares of these vertical ways as small as it can be.",
    ),
    Preset(
        "Ten points",
        LeastSquaresSettings(n_samples=10),
        "Every sample gives another line. Now move N to 1,000: the heaps become ten times narrower.",
        speed=20,
        question=Question(
            "Each sample of ten points gives another line. How much narrower does the heap of slopes get with "
            "1,000 points?",
            ("about 10 times", "about 100 times", "not at all"),
            right="about 10 times",
            because="Standard errors shrink like 1/√N, and √100 is 10. Move N and see.",
            after=60,
        ),
    ),
    Preset(
        "Skewed noise",
        LeastSquaresSettings(n_samples=10, noise_shape="skewed", redrawn=NEW_X, axis=CLOSE),
        "The heap of the bias leans to one side of the Normal curve; with N = 1,000 it does not any more.",
        speed=500,
    ),
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
    page=Page.of_function(
        "least-squares",
        ("Linear models", 10),
        (
            "Least squares",
            "The line of least squared error, its standard errors, and thousands of samples that show them.",
        ),
        messages.text,
    ),
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
