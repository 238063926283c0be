"""The pictures of the odds lesson: the same event on three curves, and where naive formulas give up."""

from typing import Any

import numpy as np

from nnviz.core.analysis.floating_point import LOG_COMPLEMENTS, LOG_SIGMOIDS, watched
from nnviz.core.analysis.odds import log_odds_of_odds, odds_of_probability, probability_of_log_odds, sigmoid_slope
from nnviz.core.types import FloatArray
from nnviz.figures.bindings import drags
from nnviz.figures.function_curves import Axis, Line, Spots, function_curves
from nnviz.lessons.odds.settings import PROBABILITIES, OddsSettings, log_odds, odds
from nnviz.page.lesson import FigureSlot

ODDS_SHOWN = 20.0  # at least
LOG_ODDS_SHOWN = 8.2
LOG_ODDS = np.linspace(-LOG_ODDS_SHOWN, LOG_ODDS_SHOWN, 181)
FAR = np.linspace(-1000.0, 1000.0, 2001)


def odds_of_event(settings: OddsSettings) -> Any:
    """Odds against probability."""
    p = probability_of_log_odds(LOG_ODDS)
    axes = Axis("probability p", (0.0, 1.0)), _odds_axis(settings)
    event = _event(settings, settings.probability, odds(settings), odds(settings))
    return function_curves(
        axes, [Line(p, odds_of_probability(p), "odds p / (1 − p)")], [event], touch=drags({"x": "probability"})
    )


def log_odds_of_event(settings: OddsSettings) -> Any:
    """Log-odds against odds."""
    values = np.exp(LOG_ODDS)
    axes = _odds_axis(settings), Axis("log-odds t", (-LOG_ODDS_SHOWN, LOG_ODDS_SHOWN))
    event = _event(settings, odds(settings), log_odds(settings), log_odds(settings))
    line = Line(values, log_odds_of_odds(values), "log-odds ln(odds)")
    return function_curves(axes, [line], [event], touch=drags({"y": _along_log_odds()}))


def sigmoid_of_event(settings: OddsSettings) -> Any:
    """Probability against log-odds: the sigmoid, and its slope."""
    t = log_odds(settings)
    slope = float(sigmoid_slope(np.array(t)))
    lines = [
        Line(LOG_ODDS, probability_of_log_odds(LOG_ODDS), "sigmoid σ(t)"),
        Line(LOG_ODDS, sigmoid_slope(LOG_ODDS), "its slope σ′(t)", "second"),
    ]
    spots = [
        _event(settings, t, settings.probability, settings.probability),
        Spots([t], [slope], f"slope here: {slope:.3g}", (), "other"),
    ]
    axes = Axis("log-odds t", (-LOG_ODDS_SHOWN, LOG_ODDS_SHOWN)), Axis("probability p", (-0.04, 1.12))
    return function_curves(axes, lines, spots, touch=drags({"x": _along_log_odds()}))


def _event(settings: OddsSettings, x: float, y: float, value: float) -> Spots:
    return Spots([x], [y], "the event", (f"{value:.4g}".replace("-", "−"),), "event", _side(settings))


def _side(settings: OddsSettings) -> str:
    """On which side of a point its label has room."""
    return "top left" if settings.probability > 0.5 else "top right"


def _odds_axis(settings: OddsSettings) -> Axis:
    """As far as the event, and at least to odds of 20 to 1."""
    highest = max(ODDS_SHOWN, 1.25 * odds(settings))
    if settings.odds_axis == "logarithmic":
        return Axis("odds", (1e-3 / 1.6, 1.6e3), logarithmic=True)
    return Axis("odds", (-0.03 * highest, highest))


def _along_log_odds() -> dict[str, Any]:
    """Where each probability of the slider lies on an axis of log-odds."""
    places = log_odds_of_odds(odds_of_probability(np.array(PROBABILITIES)))
    return {"field": "probability", "at": places.tolist()}


def losses_in_floating_point(settings: OddsSettings) -> Any:
    """The log losses of label 1, −ln σ(t), and of label 0, −ln(1 − σ(t)), and where the naive ones end."""
    lines, ends = [], []
    for registry, name, style in (
        (LOG_SIGMOIDS, "y = 1", "first"),
        (LOG_COMPLEMENTS, "y = 0", "third"),
    ):
        lines.append(Line(FAR, -registry["stable"](FAR), f"stable, {name}", style))
        known, loss = _finite_part(-watched(registry["naive"], FAR).value)
        lines.append(Line(known, loss, f"naive, {name}", {"first": "second", "third": "fourth"}[style]))
        last = int(np.argmax(loss))
        ends.append((known[last], loss[last]))
    lines.append(Line(np.full(2, settings.logit), np.array([-60.0, 1100.0]), "", "link"))
    x, y = zip(*ends, strict=True)
    axes = Axis("log-odds t", (-1060.0, 1060.0)), Axis("log loss (nats)", (-60.0, 1100.0))
    return function_curves(axes, lines, [Spots(x, y, "∞ from here", (), "end")], touch=drags({"x": "logit"}))


def _finite_part(values: FloatArray) -> tuple[FloatArray, FloatArray]:
    finite = np.isfinite(values)
    return FAR[finite], values[finite]


FIGURES = (
    FigureSlot("odds-curve", "Odds", odds_of_event, "how often it happens for each time it does not; drag the point"),
    FigureSlot(
        "log-odds-curve", "Log-odds", log_odds_of_event, "the logarithm makes the two sides alike; drag it here"
    ),
    FigureSlot("sigmoid-curve", "Sigmoid", sigmoid_of_event, "the way back, and its slope; drag it here"),
    FigureSlot("log-loss", "Naive and stable", losses_in_floating_point, "log loss of label y; drag t"),
)
