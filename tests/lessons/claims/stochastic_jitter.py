"""What the page on stochastic gradient descent says of jitter, computed from shuffles of the same examples."""

from functools import cache

import numpy as np

from nnviz.lessons.stochastic_gradient_descent import page_values, runs
from nnviz.lessons.stochastic_gradient_descent.settings import SGDSettings, batch_sizes
from tests.lessons.claims.once import once
from tests.lessons.claims.stochastic_gradient_descent_presets import comparison, gradients_at_rest, pictures_aside


@cache
def _shuffled(settings):
    """The hundred shuffles of these settings and what the page says of them, computed once for all checks."""
    return runs.spread(settings), page_values._cancelled(settings)


def differ_in_their_shuffles_alone(settings):
    found, _ = _shuffled(pictures_aside(settings))
    assert all(len(weights) == 100 for weights in found.weights.values())
    whole = found.weights["show_all"]
    assert np.ptp(whole, axis=0).max() <= 1e-9 * max(1.0, np.abs(whole).max())


def cancels_by_half(settings):
    found, said = _shuffled(pictures_aside(settings))
    for switch, size in batch_sizes(settings).items():
        end, middle = found.weights[switch], found.weights_inside[switch]
        if f"B = {size}" in said.split(", "):
            assert np.all(end.std(axis=0) < 0.5 * middle.std(axis=0))


def single_gradients_at_rest(settings):
    """They cancel on average, and vanish one by one where every example agrees, and nowhere else."""
    gradients = gradients_at_rest(settings)
    agree = settings.noise == 0.0 and settings.data not in runs.ENTRIES
    assert np.abs(gradients.mean(axis=0)).max() < 1e-9
    assert (np.abs(gradients).max() < 1e-9) == agree


def every_example_agrees(settings):
    single_gradients_at_rest(settings)
    assert settings.noise == 0.0


def no_example_agrees(settings):
    single_gradients_at_rest(settings)
    assert settings.noise > 0.0 or settings.data in runs.ENTRIES


@once
def smaller_cloud_with_half_the_rate():
    for seed in range(5):
        clouds = [
            comparison(SGDSettings(seed=seed, n_epochs=50, learning_rate=rate)).runs["show_1"].weights[5000:]
            for rate in (0.02, 0.01, 0.005)
        ]
        spreads = [cloud.std(axis=0) for cloud in clouds]
        assert np.all(np.diff(spreads, axis=0) < 0.0)
        assert np.min(spreads) > 0.01


@once
def large_batches_are_far_away():
    found = runs.spread(SGDSettings())
    optimum = comparison(SGDSettings()).bowl.optimum
    away = [
        np.abs(found.weights[switch].mean(axis=0) - optimum).max() for switch in ("show_8", "show_yours", "show_all")
    ]
    assert away[0] < 0.01 < away[1] < away[2]


@once
def no_jitter_without_noise():
    found = comparison(SGDSettings(noise=0.0, learning_rate=0.1, n_epochs=50))
    for switch in ("show_1", "show_8"):
        assert np.ptp(found.runs[switch].weights[-20:], axis=0).max() < 1e-9


@once
def last_batch_of_8_shakes():
    """200 = 3 · 64 + 8; the last update of an epoch differs more between shuffles than those before it."""
    settings = SGDSettings(n_epochs=50, learning_rate=0.1)
    run = comparison(settings).runs["show_yours"]
    assert run.n_updates(np.array([200]))[0] == 4
    assert 200 - 3 * 64 == 8
    moved = np.linalg.norm(np.diff(run.weights, axis=0), axis=1).reshape(50, 4)[20:]
    assert moved[:, 3].mean() > 1.5 * moved[:, :3].mean()


JITTER = {
    "differ in their shuffles alone": differ_in_their_shuffles_alone,
    "runs that differ in the order alone": differ_in_their_shuffles_alone,
    "and more than half of the jitter of": cancels_by_half,
    "at the minimum the gradients of single examples do not vanish, they": no_example_agrees,
    "where the targets have noise, the gradients of single": every_example_agrees,
    "Here they do, since every example agrees": every_example_agrees,
    "so it may still be far away": large_batches_are_far_away,
    "and its cloud becomes smaller": smaller_cloud_with_half_the_rate,
    "never comes to rest": smaller_cloud_with_half_the_rate,
    "the jitter vanishes, at rates at which a run": no_jitter_without_noise,
    "has 8 examples, and shakes the estimate": last_batch_of_8_shakes,
}
