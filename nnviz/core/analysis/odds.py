"""Probability, odds and log-odds: three ways to say how likely an event is, and the ways between them."""

import numpy as np
from scipy.special import expit, logit

from nnviz.core.types import FloatArray


def odds_of_probability(probability: FloatArray) -> FloatArray:
    """How often the event happens for each time it does not, p/(1 − p): [0, 1] -> [0, ∞], any shape."""
    probability = np.asarray(probability, dtype=np.float64)
    with np.errstate(divide="ignore"):  # certainty has infinite odds
        return np.divide(probability, 1.0 - probability)


def log_odds_of_odds(odds: FloatArray) -> FloatArray:
    """The natural logarithm of the odds: [0, ∞] -> [−∞, ∞], any shape."""
    with np.errstate(divide="ignore"):  # impossibility has log-odds −∞
        return np.log(np.asarray(odds, dtype=np.float64))


def log_odds_of_probability(probability: FloatArray) -> FloatArray:
    """ln(p/(1 − p)), the logit: [0, 1] -> [−∞, ∞], any shape."""
    log_odds: FloatArray = logit(np.asarray(probability, dtype=np.float64))
    return log_odds


def probability_of_log_odds(log_odds: FloatArray) -> FloatArray:
    """σ(t) = 1/(1 + e⁻ᵗ), the sigmoid, which undoes the logit: [−∞, ∞] -> [0, 1], any shape."""
    probability: FloatArray = expit(np.asarray(log_odds, dtype=np.float64))
    return probability


def sigmoid_slope(log_odds: FloatArray) -> FloatArray:
    """σ′(t) = σ(t)σ(−t), which keeps its digits where 1 − σ(t) has none left: any shape."""
    return probability_of_log_odds(log_odds) * probability_of_log_odds(-np.asarray(log_odds))
