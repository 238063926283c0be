"""What the presets of the page on gradient clipping say, computed from their runs."""

from functools import cache

import numpy as np

from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.gradient_clipping import experiment
from nnviz.lessons.gradient_clipping.presets import PRESETS
from nnviz.lessons.gradient_clipping.settings import OFF, OWN, GradientClippingSettings
from tests.lessons.played import Played

N_PLANE = 50


@cache
def played(settings, n_steps=200):
    return Played("gradient-clipping", settings, n_steps)


def changed(settings, **fields):
    return settings.model_copy(update=fields)


def grows_until_it_explodes(settings):
    run = played(settings)
    lengths = run["gradient_norm"][1:]
    assert run.diverged
    assert len(lengths) < 50
    assert np.all(np.diff(lengths[np.isfinite(lengths)]) > 0.0)


def survives(settings):
    assert played(changed(settings, clipping=OFF)).diverged
    assert not played(settings, 5000).diverged


def short_and_the_same_way(settings):
    survives(settings)
    run, plane = played(settings), experiment.plane(settings, N_PLANE)
    x, y = run["step_x"][1:, 1], run["step_y"][1:, 1]
    outside = (x < plane.a[0]) | (x > plane.a[-1]) | (y < plane.b[0]) | (y > plane.b[-1])
    assert outside.mean() > 0.75
    assert outside[:10].all()
    made = np.hypot(np.diff(run["made_x"]), np.diff(run["made_y"]))[1:]
    assert made.max() <= 0.1 * 5.0 * (1.0 + 1e-12)
    assert run["turned"][1:].max() < 1e-6


def bent_to_steps_of_one_size(settings):
    survives(settings)
    run = played(settings)
    bias, w2 = (np.abs(np.diff(run[f"made_{axis}"], axis=1))[1:, 0] for axis in "xy")
    assert np.mean(np.isclose(bias, w2, rtol=1e-9) & np.isclose(bias, 0.5, rtol=1e-9)) > 0.9
    wanted = np.abs(np.diff(run["step_y"], axis=1) / np.diff(run["step_x"], axis=1))[1:]
    assert np.median(wanted) > 20.0


def bent_towards_the_small_entries(settings):
    bent_to_steps_of_one_size(settings)
    made = experiment.experiment(settings)
    run, _ = advance(made, initial_state(made), 40)
    clipped = run.gradient.clip(-5.0, 5.0)
    before, after = (np.abs(g).min(axis=1) / np.abs(g).max(axis=1) for g in (run.gradient, clipped))
    assert np.all(after > before)


def direction_clipped(settings):
    return int(played(settings, 100)["turned"][1:40].max() > 1.0)  # no step leads to step 0


def calm_and_slow(settings):
    """Steps of at most 0.01: the loss jumps far less than at c = 5, and w2 arrives much later."""
    usual = GradientClippingSettings()
    tight, wide = (played(each, 8000) for each in (settings, usual))
    assert round(settings.learning_rate * settings.limit, 12) == 0.01
    assert np.median(tight["training_loss"][-2000:]) < 0.1 * np.median(wide["training_loss"][-2000:])
    near = [np.argmax(run["training_loss"] < 1000.0) for run in (tight, wide)]
    assert near[0] > 10 * near[1] > 0


def as_many_steps_as_said(settings):
    preset = next(preset for preset in PRESETS if preset.settings == settings)
    n_steps = int(preset.watch.split()[0].replace(",", ""))
    assert experiment.last_step(settings) == n_steps
    assert preset.speed == np.inf


WATCH = {
    "Explodes": grows_until_it_explodes,
    "Clip by norm": short_and_the_same_way,
    "Clip by value": bent_to_steps_of_one_size,
    "A tight limit": calm_and_slow,
    **{preset.name: as_many_steps_as_said for preset in PRESETS if preset.settings.source != OWN},
}
RIGHT = {"Clip by norm": direction_clipped, "Clip by value": direction_clipped}
BECAUSE = {"Clip by norm": short_and_the_same_way, "Clip by value": bent_towards_the_small_entries}
