"""What the prose of the odds lesson says about the event and about the extreme argument."""

import math
from collections.abc import Mapping

import numpy as np

from nnviz.core.analysis.floating_point import LOG_COMPLEMENTS, LOG_SIGMOIDS, SIGMOIDS, Formula, watched
from nnviz.core.analysis.odds import sigmoid_slope
from nnviz.lessons.odds.settings import OddsSettings, log_odds, odds
from nnviz.page.numerals import digits, minus

FORMULAS = {
    "naive": SIGMOIDS["naive"],
    "quotient": SIGMOIDS["naive, as a quotient"],
    "stable": SIGMOIDS["stable"],
    "naive_log": LOG_SIGMOIDS["naive"],
    "stable_log": LOG_SIGMOIDS["stable"],
    "naive_complement": LOG_COMPLEMENTS["naive"],
    "stable_complement": LOG_COMPLEMENTS["stable"],
}
"""The formulas of the table in the prose, each by the name of its row."""

ROUNDING = 1e-12
"""What is nearer to 0 is 0, but for the rounding of the probability."""


def values(settings: OddsSettings) -> Mapping[str, object]:
    """The odds, the log-odds and the slope there; the table's `arguments`, and `results`, a row of cells each."""
    t = log_odds(settings)
    arguments = list(dict.fromkeys((-1000.0, settings.logit, 1000.0)))
    return {
        "odds": odds(settings),
        "log_odds": t if abs(t) > ROUNDING else 0.0,
        "slope": float(sigmoid_slope(np.array(t))),
        "arguments": arguments,
        "results": {name: " | ".join(_cell(formula, t) for t in arguments) for name, formula in FORMULAS.items()},
    }


def _cell(formula: Formula, t: float) -> str:
    seen = watched(formula, t)
    events = f" ({', '.join(seen.exceptions)})" if seen.exceptions else ""
    return _number(float(seen.value)) + events


def _number(value: float) -> str:
    if math.isnan(value):
        return "**NaN**"
    if math.isinf(value):
        return "**∞**" if value > 0 else "**−∞**"
    return minus(digits(value + 0.0, 6))  # + 0 makes −0 a plain 0
