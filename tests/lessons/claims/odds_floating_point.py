"""What the page on odds claims of formulas in double precision."""

import numpy as np
import pytest

from nnviz.core.analysis.floating_point import LOG_COMPLEMENTS, LOG_SIGMOIDS, SIGMOIDS, watched
from nnviz.core.analysis.odds import probability_of_log_odds
from nnviz.core.objectives.losses import LOSSES
from nnviz.lessons.odds.page_values import values
from nnviz.lessons.odds.settings import EXTREMES


def at(registry, name, t):
    """What a formula gives in double precision."""
    return float(watched(registry[name], t).value)


def infinite_instead_of_1000(settings):
    assert settings.logit == -1000.0
    assert at(LOG_SIGMOIDS, "naive", settings.logit) == -np.inf
    assert at(LOG_SIGMOIDS, "stable", settings.logit) == -1000.0
    assert "overflow" in str(values(settings)["results"]["naive"])


def infinite_instead_of_37(settings):
    assert settings.logit == 37.0
    assert at(SIGMOIDS, "naive", settings.logit) == 1.0
    assert at(LOG_COMPLEMENTS, "naive", settings.logit) == -np.inf
    assert at(LOG_COMPLEMENTS, "stable", settings.logit) == pytest.approx(-37.0)


def ends_of_double_precision(_settings):
    with np.errstate(over="ignore"):
        assert np.isfinite(np.exp(709.78))
        assert np.isinf(np.exp(709.79))
    assert 1.0 + np.exp(-36.73) > 1.0
    assert 1.0 + np.exp(-36.74) == 1.0


def hardly_harmed(_settings):
    t = np.linspace(-1000.0, -709.79, 2000)
    assert np.all(watched(SIGMOIDS["naive"], t).value == 0.0)
    assert probability_of_log_odds(t).max() < 1e-308


def ordinary_1000(_settings):
    assert at(LOG_SIGMOIDS, "naive", -1000.0) == -np.inf
    assert -at(LOG_SIGMOIDS, "stable", -1000.0) == 1000.0
    assert np.isnan(at(SIGMOIDS, "naive, as a quotient", 1000.0))


def never_above_1(_settings):
    t = np.array(EXTREMES)
    power = np.exp(-np.abs(t))
    assert power.max() <= 1.0
    stable = np.maximum(-t, 0.0) + np.log1p(power)
    assert stable == pytest.approx(-watched(LOG_SIGMOIDS["stable"], t).value)
    assert LOSSES["log loss"].value(t, np.ones(len(t))) == pytest.approx(stable)


def overflow_from_710_on(_settings):
    for t in EXTREMES:
        assert ("overflow" in watched(SIGMOIDS["naive, as a quotient"], t).exceptions) == (t >= 710.0)
    assert np.all(np.diff(probability_of_log_odds(np.array(EXTREMES))) >= 0.0)
    assert probability_of_log_odds(np.array(EXTREMES[-1])) == 1.0
