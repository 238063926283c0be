"""What the page on batch normalisation claims of batches, their statistics and the moving averages, computed."""

import math
from functools import cache

import numpy as np
import pytest

from nnviz.core.models.batch_norm import BatchNorm, Learnt, Normal, Observed
from nnviz.core.models.hidden_activations import hidden_layers
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.batch_normalization import frames
from nnviz.lessons.batch_normalization.experiment import SIDES, batch_size, experiments, places
from nnviz.lessons.batch_normalization.settings import VALUES, BatchNormSettings
from tests.lessons.claims.batch_normalization_presets import (
    trained,
)


def normalised(values, momentum=0.5):
    """Values (k, n) normalised by their own batch with γ = 1 and β = 0, and the averages that were observed."""
    k = len(values)
    normal = Normal(Learnt(np.ones(k), np.zeros(k)), Observed(np.zeros(k), np.ones(k)))
    made = np.empty_like(values)
    for operation in BatchNorm(normal, Learnt(np.zeros(k), np.zeros(k)), momentum, made, 0).forward(values):
        operation()
    return made, normal.observed


def misses_by_one_over_the_root():
    draws = np.random.default_rng(3).standard_normal(2**18)
    for size, said in ((2, 0.71), (64, 0.125)):
        off = draws.reshape(-1, size).mean(axis=1).std()
        assert off == pytest.approx(said, rel=0.02)
        assert said == pytest.approx(1.0 / math.sqrt(size), abs=0.005)


def one_is_its_own_mean():
    values = np.array([[3.0], [-7.0]])
    made, observed = normalised(values, momentum=0.5)
    assert np.all(made == 0.0)
    assert np.all(observed.mean == 0.5 * values[:, 0])
    assert np.all(observed.variance == 1.0)


@cache
def _never_moves(settings):
    """The incoming weights of every layer up to the last normalised one, in the run whose batch is one example."""
    for side in SIDES:
        run = experiments(settings)[side]
        where = [depth for depth, place in enumerate(run.model.normalisation.places) if place != "off"]
        if batch_size(settings, side) != 1 or not where:
            continue
        recording, _ = advance(run, initial_state(run), 60)
        for layer in run.model.views(recording.weights)[: where[-1] + 1]:
            assert np.all(layer == layer[:1])
        after = run.model.views(recording.weights)[where[-1] + 1 :]
        assert any(np.any(layer != layer[:1]) for layer in after)


def only_what_follows_learns(settings):
    one_is_its_own_mean()
    _never_moves(settings)


def inputs_come_through_at_inference(settings):
    """The outputs at inference differ between points, although no weight that they pass was trained."""
    side = next(side for side in SIDES if batch_size(settings, side) == 1)
    run = experiments(settings)[side]
    recording, _ = advance(run, initial_state(run), 60)
    outputs = run.model.outputs(recording.weights[-1:], run.X, {k: v[-1:] for k, v in recording.memory.items()})
    assert np.ptp(outputs) > 0.0


def the_same_but_for_one_thing(settings):
    first, other = (experiments(settings)[side] for side in SIDES)
    assert np.array_equal(first.X, other.X)
    assert np.array_equal(first.y, other.y)
    assert first.optimizer.learning_rate == other.optimizer.learning_rate
    starts = [initial_state(run).weights[: run.model.n_weights] for run in (first, other)]
    np.testing.assert_array_equal(*starts)
    if settings.beside == BatchNormSettings().beside:
        assert batch_size(settings, "beside") == batch_size(settings, "normalised")
    else:
        assert places(settings) == other.model.normalisation.places


@cache
def _averages(momentum):
    settings = BatchNormSettings(momentum=momentum, learning_rate=0.1, batch_size=8)
    shown = frames.at_frames(settings, {side: trained(settings, side, 300)[1] for side in SIDES})
    return shown["moving_mean"], shown["mean_now"]


def averages_follow_and_jump():
    lag, jump = [], []
    for momentum in (0.01, 0.1, 1.0):
        moving, now = _averages(momentum)
        lag.append(np.argmax(np.abs(moving) > 0.5 * np.abs(now)))
        jump.append(np.abs(np.diff(moving)).mean())
    assert lag[0] > lag[1] >= lag[2]
    assert np.all(np.diff(jump) > 0.0)
    values = np.random.default_rng(4).standard_normal((3, 20))
    _, last = normalised(values, momentum=1.0)
    np.testing.assert_allclose(last.mean, values.mean(axis=1), atol=1e-15)
    np.testing.assert_allclose(last.variance, values.var(axis=1, ddof=1))


def estimates_the_variance_of_all():
    draws = np.random.default_rng(5).standard_normal((20_000, 3))
    assert draws.var(axis=1).mean() * 3.0 / 2.0 == pytest.approx(1.0, abs=0.02)


def from_at_most_sixty(settings):
    at = settings.model_copy(update={"learning_rate": 0.1})
    run, recording = trained(at, "normalised", 5)
    shown = frames.at_frames(at, {side: trained(at, side, 5)[1] for side in SIDES})
    layers = hidden_layers(run.model, recording.weights, run.X[:60], recording.memory)
    for depth, layer in enumerate(layers, 1):
        counted = layer[VALUES.index(at.values)]
        assert shown[f"normalised_spread_{depth}"] == pytest.approx(counted.std(axis=(-2, -1)), rel=1e-5)
