"""What the presets of the page on feature scaling say, computed from their runs or from the notebook's digits.

That a run ends at the notebook's digits is tested with the lesson; the checks here begin with them where a run is long.
"""

from functools import cache
from math import inf

import numpy as np

from nnviz.core.notebook.printed import numbers_in
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.feature_scaling import experiment
from nnviz.lessons.feature_scaling.messages import condition
from nnviz.lessons.feature_scaling.presets import PRESETS
from nnviz.lessons.feature_scaling.settings import MEASURED, PUBLISHED, STANDARDISED, FeatureScalingSettings
from tests.lessons.claims.once import once
from tests.lessons.played import Played

SETTINGS = {preset.name: preset.settings for preset in PRESETS}


@cache
def recorded(settings, n_steps):
    run = experiment.experiment(settings)
    return advance(run, initial_state(run), n_steps)[0]


def changed(settings, **fields):
    return settings.model_copy(update=fields)


def optimum(settings, features=MEASURED):
    return experiment.data(settings).of[features].bowl.optimum


def reached(settings):
    """The notebook's weights at the end, as measured."""
    printed = numbers_in(PUBLISHED[settings.source].printed)
    return experiment.data(settings).weights(settings.features, printed)[MEASURED]


def share_done(settings):
    """The share of its way that each weight has done at the end."""
    start = experiment.start(settings)[MEASURED]
    return (reached(settings) - start) / (optimum(settings) - start)


def steep_part(settings, n_steps):
    """What is left of the way in the steepest direction: at the start and after every step."""
    bowl = experiment.data(settings).of[settings.features].bowl
    first = initial_state(experiment.experiment(settings)).weights
    weights = np.vstack([first, recorded(settings, n_steps).weights])
    return (weights - bowl.optimum) @ np.linalg.svd(bowl.R).Vh[0]


def overshoots_by_more(settings):
    left = steep_part(settings, 20)
    left = left[np.isfinite(left)]
    assert len(left) >= 3
    assert np.all(left[1:] * left[:-1] < 0.0)
    assert np.all(np.abs(left[1:]) > np.abs(left[:-1]))
    assert recorded(settings, 20).diverged_at is not None


def explodes_within_a_few(settings):
    bowl = experiment.data(settings).of[MEASURED].bowl
    assert 100.0 < settings.learning_rate / bowl.largest_stable_learning_rate < 1000.0
    assert recorded(settings, 20).diverged_at <= 5


def drops_and_creeps(settings):
    """Across the valley at once, along its floor hardly: w2 is there after 20 steps, the bias not after 400."""
    weights, best = recorded(settings, 400).weights, optimum(settings)
    start = experiment.start(settings)[MEASURED]
    assert abs(weights[20, 2] - best[2]) < 0.05 * abs(start[2] - best[2])
    assert abs(weights[20, 0] - start[0]) < 0.02 * abs(best[0] - start[0])
    assert 0.0 < weights[-1, 0] - weights[20, 0] < 0.1 * (best[0] - start[0])


def round_and_straight(settings):
    crawls = SETTINGS["Crawls"]
    assert round(settings.learning_rate / crawls.learning_rate, -2) == 300
    assert condition(settings, STANDARDISED) < 1.05
    path = np.vstack([experiment.start(settings)[STANDARDISED], recorded(settings, 20).weights])
    length = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
    assert length < 1.1 * np.linalg.norm(path[-1] - path[0])


def one_rate_suits_all(settings):
    """In each direction a step leaves about the same share of the way."""
    left = np.abs(1.0 - settings.learning_rate * experiment.data(settings).of[STANDARDISED].bowl.curvatures)
    assert np.ptp(left) < 0.02
    round_and_straight(settings)


def converges_within_ten_epochs(settings):
    played = Played("feature-scaling", settings, 40)
    assert Played("feature-scaling", changed(settings, features=MEASURED), 40).diverged
    return 2 if played["training_loss"][-1] < 1.3 * settings.noise**2 else 0


def bias_has_hardly_moved(settings):
    assert experiment.last_step(settings) == 1600
    assert 0.0 < share_done(settings)[0] < 0.1


def a_third_of_the_way(settings):
    assert experiment.last_step(settings) == 16_000
    bias, w1, w2 = share_done(settings)
    assert abs(bias - 1.0 / 3.0) < 0.03
    assert abs(w1 - 1.0) < 0.03
    assert abs(w2 - 1.0) < 0.03


def bias_still_creeps(settings):
    assert experiment.last_step(settings) == 80_000
    assert 0.7 < share_done(settings)[0] < 0.95


def near_only_where_standardised(settings):
    assert experiment.last_step(settings) == 160_000
    ten_epochs = SETTINGS["Notebook: standardised, 10 epochs"]
    assert experiment.last_step(ten_epochs) == 160
    off = [abs(reached(each)[0] - optimum(each)[0]) for each in (settings, ten_epochs)]
    assert f"{off[0]:.2f}" == "0.12"
    assert off[1] < 0.2


def all_three_are_near(settings):
    assert experiment.last_step(settings) == 16
    printed, best = numbers_in(PUBLISHED[settings.source].printed), optimum(settings, STANDARDISED)
    assert np.all(np.abs(printed / best - 1.0) < 0.07)


def only_noise_is_left(settings):
    """The loss is that of least squares, and the next ninety epochs do not bring it lower."""
    bowl, run = experiment.data(settings).of[STANDARDISED].bowl, recorded(changed(settings, epochs=100), 1600)
    excess = bowl.excess(run.weights)
    assert excess[159] < 0.02 * bowl.least
    assert np.mean(excess[160:320]) < 1.5 * np.mean(excess[1440:])
    assert np.mean(excess[1440:]) < 1.5 * np.mean(excess[160:320])


def jitters_for_ever(settings):
    only_noise_is_left(settings)
    weights = recorded(settings, 1600).weights[400:]
    spread = [part.std(axis=0) for part in np.split(weights[:1200], 4)]
    assert np.all(np.abs(weights.mean(axis=0) - optimum(settings, STANDARDISED)) < 0.02)
    assert np.all(np.max(spread, axis=0) < 2.0 * np.min(spread, axis=0))
    assert np.min(spread) > 0.005


@once
def faster_until_it_diverges():
    rates = (1e-5, 1e-4, 3e-4)
    runs = [recorded(FeatureScalingSettings(learning_rate=rate, batch_size=inf), 400) for rate in rates]
    bowl = experiment.data(FeatureScalingSettings()).of[MEASURED].bowl
    assert np.all(np.diff([bowl.excess(run.weights[-1]) for run in runs]) < 0.0)
    assert recorded(FeatureScalingSettings(learning_rate=5e-4, batch_size=inf), 400).diverged_at is not None


@once
def larger_batches_are_calmer():
    standardised = FeatureScalingSettings(features=STANDARDISED, learning_rate=0.1)
    runs = [recorded(changed(standardised, batch_size=size), 1000) for size in (8, 64, inf)]
    assert np.all(np.diff([run.weights[500:].std(axis=0).max() for run in runs]) < 0.0)


@once
def longer_runs_come_closer():
    bowl = experiment.data(FeatureScalingSettings()).of[MEASURED].bowl
    excess = bowl.excess(recorded(FeatureScalingSettings(batch_size=inf), 8000).weights)
    assert np.all(np.diff(excess[50::500]) < 0.0)


WATCH = {
    "Explodes": overshoots_by_more,
    "Crawls": drops_and_creeps,
    "Standardised": round_and_straight,
    "Notebook: η = 0.1": explodes_within_a_few,
    "Notebook: 100 epochs": bias_has_hardly_moved,
    "Notebook: 1,000 epochs": a_third_of_the_way,
    "Notebook: 5,000 epochs": bias_still_creeps,
    "Notebook: 10,000 epochs": near_only_where_standardised,
    "Notebook: standardised, 1 epoch": all_three_are_near,
    "Notebook: standardised, 10 epochs": only_noise_is_left,
    "Notebook: standardised, 50 epochs": jitters_for_ever,
    "Notebook: standardised, 100 epochs": jitters_for_ever,
}
