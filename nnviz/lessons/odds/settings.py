"""The settings of the odds lesson, and the event that they describe."""

from typing import Annotated

import numpy as np

from nnviz.core.analysis.odds import log_odds_of_probability, odds_of_probability
from nnviz.page.settings import Choice, Settings, Slider, linear_grid

ALMOST = (0.001, 0.002, 0.005)
PROBABILITIES = (*ALMOST, *linear_grid(0.01, 0.99, 0.01), *(1 - p for p in reversed(ALMOST)))
POSITIVE = (5, 10, 20, 30, 36, 37, 40, 50, 100, 200, 300, 400, 500, 600, 700, 709, 710, 745, 746, 800, 900, 1000)
EXTREMES = tuple(float(t) for t in (*(-t for t in reversed(POSITIVE)), 0, *POSITIVE))


class OddsSettings(Settings):
    """One event, and one argument of the sigmoid that no double can be naive about."""

    probability: Annotated[
        float,
        Slider(
            "Probability",
            PROBABILITIES,
            symbol="p",
            effect="redraw",
            help="How likely the event is.",
            effect_of_increase="odds p/(1 − p) and log-odds rise too: the odds without any bound as p comes near 1.",
        ),
    ] = 0.8
    odds_axis: Annotated[
        str,
        Choice(
            "Odds axis",
            ("linear", "logarithmic"),
            effect="redraw",
            help="The scale of the odds. On a logarithmic axis p and 1 − p lie equally far from odds of 1.",
        ),
    ] = "linear"
    logit: Annotated[
        float,
        Slider(
            "Extreme log-odds",
            EXTREMES,
            symbol="t",
            effect="redraw",
            help="The log-odds at which formulas of the sigmoid are compared in double precision.",
            effect_of_increase="σ(t) comes near 1; formulas that compute e to the power of t overflow from t = 710 on.",
        ),
    ] = -1000.0


def log_odds(settings: OddsSettings) -> float:
    """The event's log-odds."""
    return float(log_odds_of_probability(np.array(settings.probability)))


def odds(settings: OddsSettings) -> float:
    """The event's odds."""
    return float(odds_of_probability(np.array(settings.probability)))
