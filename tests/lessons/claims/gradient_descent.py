"""What the page on gradient descent claims, computed from its bowls and its runs."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.gradient_descent import experiment
from nnviz.lessons.gradient_descent.messages import ROUNDING, notice
from nnviz.lessons.gradient_descent.page_values import values
from nnviz.lessons.gradient_descent.settings import NOTEBOOK, RATES, GradientDescentSettings
from nnviz.lessons.xor import experiment as xor
from nnviz.lessons.xor.settings import XorSettings
from nnviz.user_data import examples
from tests.lessons.claims import Claims, linear_samples
from tests.lessons.claims import gradient_descent_presets as presets
from tests.lessons.claims.gradient_descent_presets import YOURS, played
from tests.lessons.claims.once import once

NEAR, FAR = (5.0, 5.0), (-4.0, 14.0)


def changed(settings, **fields):
    return settings.model_copy(update=fields)


@cache
def _excess(settings, factor, n_steps=1500):
    """The loss above the minimum of a run at so many times the limit, step by step."""
    run = experiment._experiment(settings, factor * experiment.bowl(settings).largest_stable_learning_rate)
    recording, _ = advance(run, initial_state(run), n_steps)
    return experiment.bowl(settings).excess(recording.weights)


def _data_only(settings, **start):
    kept = {name: getattr(settings, name) for name in ("data", "n_samples", "noise", "x_spread", "seed")}
    return GradientDescentSettings(**kept, **start)


def converges_below_and_diverges_above(settings):
    for bias, slope in (NEAR, FAR):
        only = _data_only(settings, start_w0=bias, start_w1=slope)
        below, above = _excess(only, 0.99), _excess(only, 1.01)
        assert below[-1] < 1e-2 * below[0]
        assert np.nanmax(above) > 1e6 * np.nanmin(above)
        assert not above[-1] < above[-2]


def diverges_as_said(settings):
    """Each rate that is named: late in its run every further step is farther away."""
    limit = experiment.bowl(settings).largest_stable_learning_rate
    for rate in experiment.shown(settings):
        above = rate.value > (1.0 + ROUNDING) * limit
        assert above == (f" {rate.value:g} " in notice(settings).split(" lie")[0] + " ")
        excess = played(settings, 400)[f"excess_{rate.place}"]
        known = excess[np.isfinite(excess) & (excess < 1e300)]
        if above:
            assert np.all(np.diff(known[-4:]) > 0.0)


def steeper_with_the_spread(settings):
    if settings.data == NOTEBOOK:
        settings = GradientDescentSettings()
    limits = [
        experiment.bowl(changed(settings, x_spread=spread)).largest_stable_learning_rate
        for spread in (0.5, 1.0, 1.5, 2.0, 3.0)
    ]
    assert np.all(np.diff(limits) < 0.0)
    assert 0.95 * limits[1] > limits[3]


def fastest_where_both_are_equal(settings):
    flattest, steepest = experiment.bowl(settings).curvatures
    slower = [max(abs(1.0 - rate * flattest), abs(1.0 - rate * steepest)) for rate in RATES]
    best = RATES[int(np.argmin(slower))]
    assert best == pytest.approx(2.0 / (flattest + steepest), rel=0.05) or best == RATES[-1]


@once
def fewer_examples_need_a_smaller_rate():
    found = {}
    for n_samples in (10, 1000):
        bowls = [experiment.bowl(GradientDescentSettings(n_samples=n_samples, seed=seed)) for seed in range(100)]
        limits = np.array([bowl.largest_stable_learning_rate for bowl in bowls])
        found[n_samples] = (f"{limits.mean():.2f}", f"{limits.min():.2f}")
    assert found == {10: ("0.79", "0.46"), 1000: ("0.96", "0.86")}


@once
def networks_have_worse_minima():
    """Two hidden neurons learn XOR: from two starts the loss comes to rest at different heights."""
    ends = []
    for seed in (1, 5):
        run = xor.experiments(XorSettings(start="drawn from the seed", neurons=2, seed=seed))["log"]
        recording, _ = advance(run, initial_state(run), 4000)
        assert recording.loss[-1000] - recording.loss[-1] < 0.002
        ends.append(recording.loss[-1])
    assert ends[1] > 2.0 * ends[0]


def trains_six_rates_from_one_start(settings):
    values_of = [rate.value for rate in experiment.rates(settings)]
    assert values_of == [0.001, 0.01, 0.05, 0.1, 1.0, settings.learning_rate]
    starts = [played(settings, 400)[f"weights_{place}"][0] for place in range(YOURS + 1)]
    assert all(np.array_equal(start, experiment.start(settings)) for start in starts)


def lies_on_the_surface(settings):
    drawn, bowl = played(settings, 400), experiment.bowl(settings)
    for rate in experiment.shown(settings):
        x, y, z = (drawn[f"path_{axis}_{rate.place}"] for axis in "xyz")
        inside = np.isfinite(z)
        height = bowl.loss(np.column_stack([x, y])[inside])
        assert z[inside] == pytest.approx(height, rel=1e-9, abs=1e-12)


def factors_stay(settings):
    moved = changed(settings, start_w0=-3.0, start_w1=9.0)
    assert np.array_equal(experiment.bowl(moved).curvatures, experiment.bowl(settings).curvatures)


def faster_until_it_diverges(settings):
    only = _data_only(settings, start_w0=FAR[0], start_w1=FAR[1])
    after = [_excess(only, factor, 40)[30] for factor in (0.01, 0.03, 0.1, 0.3)]
    assert np.all(np.diff(after) < 0.0)
    converges_below_and_diverges_above(settings)


CLAIMS = Claims(
    watch=presets.WATCH,
    right=presets.RIGHT,
    because=presets.BECAUSE,
    sentences={
        "This happens for": converges_below_and_diverges_above,
        "not whether a run converges": converges_below_and_diverges_above,
        "such a run diverges": diverges_as_said,
        "and a rate just below the limit is then above it": steeper_with_the_spread,
        "the bowl gets steeper along w1, so the limit": steeper_with_the_spread,
        "The fastest rate makes both factors equal in size": fastest_where_both_are_equal,
        "Fewer examples mostly need a smaller rate": fewer_examples_need_a_smaller_rate,
        "at spread 1, the limit is 0.79 on average": fewer_examples_need_a_smaller_rate,
        "in one that is not the deepest: in a **local minimum**": networks_have_worse_minima,
        "A run is straight once one part is all that is left": presets.falls_first,
        "Six learning rates run side by side": trains_six_rates_from_one_start,
        "one run for each learning rate, all from the same start": trains_six_rates_from_one_start,
        "every step lies on it": lies_on_the_surface,
        "a step still takes away the same share of the way": factors_stay,
        "the run learns faster, until steps overshoot": faster_until_it_diverges,
        "what is learnt depends less on chance": linear_samples.less_chance_with_more_points,
        "the least possible loss and the errors of the weights grow": linear_samples.errors_grow_with_the_noise,
    },
    computed={
        "the weights after so many steps are:": values,
        "This browser has no data of your own": examples.ChosenData.notice,
    },
    definitions={
        "overshoots by more at every step": "a factor beyond −1",
        "comes nearer from one side": "a factor between 0 and 1",
        "overshoots and comes nearer all the same": "a factor between −1 and 0",
        "gives a factor near 1: safe, but slow": "1 − ηλ for a small ηλ",
        "has a part for each direction": "the sum of squares along the axes of an ellipse; checked with the preset",
        "A click on the plane sets both weights": "what a click does; tests/web has its tests",
        "takes all examples at every step": "what gradient descent is",
        "says in which direction the loss grows most": "what a gradient is",
        "every factor of ten is equally high": "what a logarithm is",
        "A loss that does not fall is a signal": "an advice",
        "this bowl has one minimum only": "a positive definite quadratic form",
        "Standard deviation of the random part": "what the noise is",
        "The bias and w1 of this run": "what is read",
        "The line marks 2/λmax": "what the mark is",
        "on a logarithmic axis that ends as a straight line": "checked with the preset Straight lines",
        "The weight w1 that all runs begin with": "what the start is",
        "They stay in this browser": "where data are kept; tests/web has its tests",
        "the draws are others": "what a seed is",
    },
)
