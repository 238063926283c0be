"""The figures of the bias lesson."""

from typing import Any

import numpy as np

from nnviz.core.analysis.ranges import padded_range
from nnviz.core.types import FloatArray
from nnviz.figures.colours import PALETTE
from nnviz.figures.examples import Examples
from nnviz.figures.intervals import Interval, intervals
from nnviz.figures.lines import Line, lines_over_data, truth
from nnviz.figures.power_laws import PowerLaw, power_laws
from nnviz.lessons.bias import fits
from nnviz.lessons.bias.settings import MODELS, THROUGH_ORIGIN, WITH_BIAS, BiasSettings
from nnviz.page.lesson import FigureSlot

LOOKS = {WITH_BIAS: ("bluish green", "circle", "solid"), THROUGH_ORIGIN: ("vermillion", "diamond", "dashdot")}
SMALLEST_ERROR = 1e-12


def _height(weights: FloatArray, x: FloatArray) -> FloatArray:
    return np.asarray(weights[0] + weights[1] * x)


def lines(settings: BiasSettings) -> Any:
    """The data, the true line, both fits and the penalised one."""
    settings = fits.effective(settings)
    drawn = fits.sample(settings)
    ends = np.array(padded_range(np.append(drawn.X, 0.0)))  # the origin is to be seen
    shown = [truth(ends, settings.true_bias + fits.TRUE_SLOPE * ends)]
    for model, (colour, _, dash) in LOOKS.items():
        shown.append(Line(ends, _height(fits.line(settings, model), ends), model, PALETTE[colour], dash))
    shrunk = fits.penalised(settings, settings.penalty_strength, settings.penalise_bias)
    shown.append(Line(ends, _height(shrunk, ends), "penalised", PALETTE["reddish purple"], "dot"))
    return lines_over_data(Examples(drawn.X, drawn.y, ("x",), "y"), shown)


def estimates(settings: BiasSettings) -> Any:
    """The estimates of both models with their 95 % intervals beside the truth."""
    settings = fits.effective(settings)
    found = []
    for model, (colour, symbol, _) in LOOKS.items():
        table = fits.table(settings, model)
        names = ("bias", "slope") if MODELS[model] else ("slope",)
        for name, estimate, low, high in zip(names, table.estimates, table.lower, table.upper, strict=True):
            found.append(Interval(name, float(estimate), float(low), float(high), model, PALETTE[colour], symbol))
    return intervals(found, {"bias": settings.true_bias, "slope": fits.TRUE_SLOPE})


def cost(settings: BiasSettings) -> Any:
    """The expected error on new data over λ, with the bias penalised and not."""
    settings = fits.effective(settings)
    looks = {False: ("slope penalised only", "blue", "solid"), True: ("bias penalised too", "reddish purple", "dot")}
    curves = []
    for bias, (name, colour, dash) in looks.items():
        error = fits.error_on_new_data(settings, fits.penalised(settings, fits.STRENGTHS, bias))
        drawable = np.maximum(error, SMALLEST_ERROR)
        curves.append(PowerLaw(fits.STRENGTHS, drawable, name, PALETTE[colour], "lines", dash))
    return power_laws(curves, "penalty strength λ", "squared error on new data", settings.penalty_strength)


FIGURES = (
    FigureSlot("lines", "The fits", lines, "with a bias, through the origin, and with a penalty"),
    FigureSlot("estimates", "The weights", estimates, "with their 95 % intervals; grey: the truth"),
    FigureSlot("cost", "What a penalty costs", cost, "the expected error on new data; both axes logarithmic"),
)
