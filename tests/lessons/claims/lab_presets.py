"""What the presets of the laboratory say to watch, computed."""

import math
from functools import cache

import numpy as np

from nnviz.lessons.lab import messages
from nnviz.lessons.lab.experiment import data, experiment, model, optimum
from nnviz.lessons.lab.presets import PRESETS
from tests.lessons.played import Played

SETTINGS = {preset.name: preset.settings for preset in PRESETS}
LN2 = math.log(2.0)


@cache
def played(settings, n_steps):
    return Played("lab", settings, n_steps)


def changed(settings, **fields):
    return settings.model_copy(update=fields)


def longest_step(run):
    return np.linalg.norm(np.diff(run["shown_weights"], axis=0), axis=1).max()


def arrives_and_jitters(settings):
    for seed in range(3):
        of_seed = changed(settings, seed=seed)
        far = np.abs(played(of_seed, 1500)["shown_weights"] - optimum(of_seed)).max(axis=1)
        assert far[300] < 0.01 * far[0]
        assert far[500:].max() < 0.01 * far[0]
        assert np.ptp(far[1000:]) > 1e-3


def explodes_in_the_steepest_direction(settings):
    assert settings.learning_rate > messages.stable_learning_rate(settings)
    assert round(messages.stable_learning_rate(settings), 3) == 0.912
    run = experiment(settings)
    A = np.column_stack([np.ones(len(run.y)), run.X])
    along = (played(settings, 300)["shown_weights"] - optimum(settings)) @ np.linalg.eigh(A.T @ A)[1][:, -1]
    assert np.all(along[1:60] * along[:59] < 0.0)
    assert np.abs(along[50:60]).min() > 3.0 * np.abs(along[:10]).max()
    assert played(settings, 300)["training_loss"][-1] > 1e3 * played(settings, 300)["training_loss"][0]


def stays_as_good_as_guessing(settings):
    loss = played(settings, 2000)["training_loss"]
    assert np.abs(loss[500:] - LN2).mean() < 0.01
    assert np.abs(loss[500:] - LN2).max() < 0.05
    assert loss.min() > LN2 - 0.01


def the_corners_are_right(settings):
    score = played(settings, 4000)["training_score"]
    assert score[0] < 0.6
    assert score[-1] > 0.98


def turns_and_rises(settings):
    run = played(settings, 20_000)
    validation, training = run["validation_loss"], run["training_loss"]
    assert len(data(settings).training.y) == 30
    assert model(settings).n_parameters > 100
    assert training[-1] < 0.01 < validation.min()
    assert run["training_score"][-1] == 1.0
    assert validation.min() < 0.7 * validation[0]
    assert validation[-1] > 2.0 * validation.min()
    assert training[-1] < 0.01 * training[validation.argmin()]


def dropout_turns_later(settings):
    plain, cured = (played(s, 20_000)["validation_loss"] for s in (SETTINGS["Overfit"], settings))
    assert abs(settings.dropout_rate - 1 / 3) < 0.05
    assert cured.argmin() > 5 * plain.argmin()
    assert cured[-1] - cured.min() < 0.1 * (plain[-1] - plain.min())


def settles_near_0_4(settings):
    assert np.abs(played(settings, 20_000)["validation_loss"][1000:] - 0.4).max() < 0.05
    sizes = [np.abs(played(s, 20_000)["shown_weights"][-1]).max() for s in (SETTINGS["Overfit"], settings)]
    assert sizes[1] < sizes[0]


def gradient_grows(settings):
    run = played(settings, 30)
    assert run.diverged
    assert np.all(np.diff(run["gradient_norm"][1:]) > 0.0)
    mean, deviation = data(settings).training.X.mean(axis=0), data(settings).training.X.std(axis=0)
    assert 8.0 < deviation.max() / deviation.min() < 12.0
    assert (np.abs(mean) / deviation).max() > 3.0


def the_bias_creeps(settings):
    run = played(settings, 5000)
    assert longest_step(run) <= settings.learning_rate * 5.0 * (1.0 + 1e-9)
    assert not run.diverged
    off = np.abs(run["shown_weights"] - optimum(settings))
    assert off[-1, 0] > 0.8 * off[0, 0]
    assert np.all(off[-1, 1:] < 0.2)


def diverges(settings):
    return 2 if played(settings, 300).diverged else 0


def level_of_a_straight_boundary(settings):
    return int(np.argmin(np.abs(played(settings, 2000)["training_loss"][-1] - LN2 * np.arange(3) / 2)))


def course_of_the_validation_loss(settings):
    loss = played(settings, 20_000)["validation_loss"]
    return 1 if loss.min() < 0.7 * loss[0] and loss[-1] > 2.0 * loss.min() else 0
