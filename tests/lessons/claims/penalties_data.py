"""What the penalties page says of its data and its sliders, computed over seeds."""

import math
from functools import cache

import numpy as np

from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.penalties import experiment
from nnviz.lessons.penalties.settings import COPIED, METHODS, PenaltySettings
from tests.lessons.claims.once import once

N_SEEDS = 20


@cache
def exact(**fields):
    """The exact weights without the bias for every seed: (N_SEEDS, P − 1)."""
    made = [PenaltySettings(seed=seed, **fields) for seed in range(N_SEEDS)]
    return np.array([experiment.exact_now(settings)[1:] for settings in made])


def zeros(**fields):
    """The share of the useless features' weights that are exactly 0."""
    return float((exact(**fields)[:, 1:] == 0.0).mean())


def true_weight_is_0():
    slopes = exact(penalty_strength=0.0, n_useless=4, n_samples=500)
    assert np.abs(slopes.mean(axis=0)[1:]).max() < 4.0 / math.sqrt(500 * N_SEEDS)
    lines = [experiment.data(PenaltySettings(noise=0.0, seed=seed)) for seed in range(3)]
    assert all(np.allclose(y, 6.0 + 4.0 * X[:, 0]) for X, y, _ in lines)


def lasso_drops_most_ridge_none():
    for n_useless in (1, 2, 3, 4):
        assert zeros(n_useless=n_useless) > 0.8
        assert zeros(n_useless=n_useless, penalty="L2") == 0.0
    losses = [
        np.mean(
            [
                experiment.mean_squared_error(at, experiment.exact_now(at))
                for at in (PenaltySettings(penalty_strength=0.0, n_useless=n, seed=s) for s in range(N_SEEDS))
            ]
        )
        for n in range(5)
    ]
    assert np.all(np.diff(losses) < 0.0)


def alike_features_are_kept():
    shares = [zeros(n_useless=3, correlation=rho) for rho in (0.0, 0.5, 0.9, 0.95)]
    assert np.all(np.diff(shares) < 0.0)
    moved = [np.abs(exact(n_useless=3, correlation=rho)[:, 1:]).mean() for rho in (0.0, 0.5, 0.9)]
    assert np.all(np.diff(moved) > 0.0)


def more_of_l1_more_zeros():
    shares = [zeros(penalty="elastic net", penalty_strength=0.2, n_useless=4, l1_share=s) for s in (0.0, 0.3, 0.6, 1.0)]
    assert shares[0] == 0.0
    assert np.all(np.diff(shares) > 0.0)


def weights_get_more_equal():
    """Shares of zeros and the spread of sizes beside their mean, for useless features that look like x."""
    found = [
        exact(penalty="p-norm", exponent=p, penalty_strength=1.0, n_useless=4, correlation=0.9)
        for p in (0.5, 1.0, 1.2, 2.0, 4.0)
    ]
    none = [float((w == 0.0).mean()) for w in found]
    spread = [float((np.abs(w).std(axis=1) / np.abs(w).mean(axis=1)).mean()) for w in found]
    assert none[0] > none[1] > none[2] == 0.0
    assert np.all(np.diff(spread) < 0.0)
    size = [
        [float(experiment.penalty(PenaltySettings(penalty="p-norm", exponent=p)).size(np.array([w]))) for w in (0.5, 2)]
        for p in (0.5, 1.0, 2.0, 4.0)
    ]
    assert np.all(np.diff(size, axis=0) * [-1.0, 1.0] > 0.0)


def shrinks_along_the_path(settings):
    """The penalty's size falls and the loss grows with λ; with L1 all weights that it counts are 0 in the end."""
    way = experiment.path(settings)
    penalised = np.array([settings.penalise_bias] + [True] * (way.shape[1] - 1))
    size = experiment.penalty(settings).size(way, penalised)
    loss = experiment.mean_squared_error(settings, way)
    assert np.all(np.diff(size) <= 1e-6 * (1.0 + size.max()))
    assert np.all(np.diff(loss) >= -1e-6 * (1.0 + loss.max()))
    if settings.penalty == "L1":
        n_zeros = (way[:, penalised] == 0.0).sum(axis=1)
        assert n_zeros[-1] == penalised.sum()
        assert settings.data == COPIED or len(set(n_zeros.tolist())) >= min(penalised.sum(), 2)


def closer_with_more_epochs():
    """The last objective above the least one, of runs that converge."""
    for penalty in ("L2", "elastic net"):
        at = PenaltySettings(penalty=penalty, comparison=METHODS)
        run = experiment.sides(at)["proximal"].experiment
        recording, _ = advance(run, initial_state(run), 200)
        above = experiment.objective(at, recording.weights) - experiment.objective(at, experiment.exact_now(at))
        assert np.all(np.diff(above[[9, 49, 99, 199]]) < 0.0)


DATA = {
    "whose true weight is 0": once(true_weight_is_0),
    "with features that explain nothing more": once(true_weight_is_0),
    "more weights can fit the noise": once(lasso_drops_most_ridge_none),
    "useless features look more like x": once(alike_features_are_kept),
    "the penalty gets more like the lasso's": once(more_of_l1_more_zeros),
    "large weights cost more and small ones less": once(weights_get_more_equal),
    "together the weights shrink, and the loss grows": shrinks_along_the_path,
    "the run goes on for longer and comes closer to the minimum": once(closer_with_more_epochs),
}
