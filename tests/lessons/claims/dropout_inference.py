"""What the page on dropout says of inference, computed from all subnetworks or from many."""

from functools import cache

import numpy as np
import pytest
from scipy.special import expit

from nnviz.core.models.subnetworks import subnetwork_outputs
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.dropout.experiment import experiments, inside, is_exact, model, point, subnetworks
from nnviz.lessons.dropout.settings import INVERTED, MEASURES
from tests.lessons.claims import dropout_presets
from tests.lessons.claims.dropout_presets import DEFAULT, changed


def _trained(settings, n_steps=40):
    run = experiments(settings)[inside(settings)]
    return run.model, advance(run, initial_state(run), n_steps, n_steps)[1].weights


def _sums_into_the_output(settings, network, weights):
    """Σ w·m·h under all masks of a network with one hidden layer, their probabilities, and the sum at inference."""
    n = network.n_droppable
    every = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    masks = network.masks(np.where(every, 1.0, 0.0))
    outputs = subnetwork_outputs(network, weights, point(settings), masks)
    shares = np.prod(np.where(every, 1.0 - settings.hidden_dropout, settings.hidden_dropout), axis=1)
    bias = network.views(weights)[-1][0, 0]
    return outputs - bias, shares, float(network.outputs(weights, point(settings)[None])[0]) - bias


def sums_by_the_keep_probability(settings):
    """With eight neurons in one layer all 256 subnetworks are asked."""
    if settings.hidden_dropout == 0.0:
        return
    own = changed(DEFAULT, hidden_layers=1, neurons=8, hidden_dropout=settings.hidden_dropout, inside=settings.inside)
    _sums_agree(own)


@cache
def _sums_agree(settings):
    network, weights = _trained(settings)
    sums, shares, at_inference = _sums_into_the_output(settings, network, weights)
    assert shares @ sums == pytest.approx(at_inference, rel=1e-9)
    of_all = sums[-1]  # the last mask drops nothing
    assert shares @ sums == pytest.approx((1.0 - settings.hidden_dropout) * of_all, rel=1e-9)
    assert np.abs(sums).max() > abs(of_all)


def nothing_is_dropped(settings):
    network = model(settings, inside(settings))
    assert network.n_droppable == 0
    dropout_presets.one_to_the_last_bit(settings)


def is_the_expectation(settings):
    """All masks are asked where they are few; else the sampled ones, by their standard error."""
    assert is_exact(settings)
    _gap_is_small(changed(settings, neurons=min(settings.neurons, 8), n_samples=40, noise=1.0, learning_rate=0.1))


@cache
def _gap_is_small(settings):
    network, weights = _trained(settings)
    if network.hidden == (int(settings.neurons),):
        sums, shares, at_inference = _sums_into_the_output(settings, network, weights)
        assert shares @ sums == pytest.approx(at_inference, rel=1e-9, abs=1e-12)
    else:
        masks = subnetworks(network, int(settings.seed))
        sampled = subnetwork_outputs(network, weights, point(settings), masks)
        error = sampled.std(ddof=1) / np.sqrt(len(sampled))
        assert abs(network.outputs(weights, point(settings)[None])[0] - sampled.mean()) < 5.0 * error + 1e-12


def approximates_for_each_reason():
    two = changed(DEFAULT, point_x=4.0, point_y=-2.0)
    one = changed(two, hidden_layers=1)
    of_features = changed(one, input_dropout=0.5, hidden_dropout=0.0)
    assert is_exact(changed(of_features, point_x=0.0, point_y=0.0))
    for settings in (changed(one, measure=MEASURES[1]), of_features, two):
        network, weights = _trained(settings)
        assert not is_exact(settings)
        sampled = subnetwork_outputs(network, weights, point(settings), subnetworks(network, 0))
        at_inference = network.outputs(weights, point(settings)[None])[0]
        if settings.measure == MEASURES[1]:
            sampled, at_inference = expit(sampled), expit(at_inference)
        assert abs(at_inference - sampled.mean()) > 5.0 * sampled.std() / np.sqrt(len(sampled))


def said_of_the_run_inside(settings):
    network = model(settings, inside(settings))
    factors = network.masks(np.ones((1, network.n_droppable)))
    assert np.all(factors == 1.0) or settings.inside == INVERTED
    assert np.all(factors >= 1.0)
