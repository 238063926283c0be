"""What the page on constraint geometry says of the loss with the penalty, computed from its bowls and balls."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.solvers.constrained import constrained
from nnviz.lessons.constraint_geometry import experiment
from nnviz.lessons.constraint_geometry.experiment import loss, norm, optima, optimum, penalised
from nnviz.lessons.constraint_geometry.settings import SIZES, GeometrySettings


def no_higher_beside(settings, reach=1e-4):
    """How much the penalised loss falls at most within a little circle around the optimum: at most 0 at a minimum."""
    best, _ = optimum(settings)
    turn = np.linspace(0.0, 2.0 * np.pi, 360)
    around = best + reach * np.abs(best[best != 0.0]).min() * np.column_stack([np.cos(turn), np.sin(turn)])
    here = penalised(settings, best)
    return max(here - penalised(settings, weights) for weights in around) / max(here, 1e-12)


def is_lowest_of_the_penalised(settings):
    best, strength = optimum(settings)
    if strength == 0.0:
        return
    axis = experiment.axis(settings, 41)
    plane = np.stack(np.meshgrid(axis, axis), axis=-1)
    heights = loss(settings).loss(plane) + strength * (np.abs(plane) ** settings.exponent).sum(axis=-1)
    assert penalised(settings, best) <= heights.min() * (1.0 + 1e-9)


def is_a_minimum(settings):
    is_lowest_of_the_penalised(settings)
    assert no_higher_beside(settings) < 1e-13


def is_lower_elsewhere(settings):
    assert no_higher_beside(settings) < 1e-13
    there = experiment.lower(settings)
    assert penalised(settings, there) < penalised(settings, optimum(settings)[0])


def is_a_saddle(settings):
    assert no_higher_beside(settings) > 1e-13
    p, (best, _) = settings.exponent, optimum(settings)
    turn = np.arctan2(best[1], best[0]) + 1e-3 * np.array([-1.0, 1.0])
    direction = np.column_stack([np.cos(turn), np.sin(turn)])
    outline = settings.size * direction / (np.abs(direction) ** p).sum(axis=1, keepdims=True) ** (1.0 / p)
    assert min(penalised(settings, weights) for weights in outline) >= penalised(settings, best)


def smaller_balls_have_larger_lambdas(settings):
    strengths = optima(settings).strengths
    size = norm(loss(settings).centre, settings.exponent)
    assert np.all(np.diff(strengths[strengths > 0.0]) < 0.0)
    holds = np.array(SIZES) > size * (1.0 + 1e-9)
    assert np.all(strengths[holds] == 0.0)
    assert np.all(strengths[np.array(SIZES) < size * (1.0 - 1e-9)] > 0.0)


def lambda_goes_to_zero_with_a_star(settings):
    tiny = constrained(loss(settings), np.array([1e-12, 1e-9, 1e-6]), settings.exponent).strengths
    assert np.all(np.diff(tiny) > 0.0)
    assert tiny[0] < 0.1 * tiny[2]


def rises_where_it_is_a_saddle(settings):
    """At sizes whose neighbours, a hair smaller and larger, are of the same branch."""
    sizes, hair, p = np.array(SIZES), 1e-4, settings.exponent
    before, after = (constrained(loss(settings), sizes + step, p) for step in (-hair, hair))
    now = optima(settings)
    near = np.abs(after.weights - before.weights).max(axis=1) < 100.0 * hair
    alike = near & np.all((before.weights == 0.0) == (after.weights == 0.0), axis=1) & (after.strengths > 0.0)
    rise = (after.strengths - before.strengths) / (2.0 * hair)
    clear = alike & (np.abs(rise) > 1e-2 * now.strengths)
    np.testing.assert_array_equal(rise[clear] > 0.0, experiment.saddles(settings)[clear])


@cache
def _saddles_below_1():
    found = {p: experiment.saddles(GeometrySettings(exponent=p)) for p in (0.5, 0.7, 0.9)}
    return [saddles.any() and not saddles.all() for saddles in found.values()]


def below_1_saddles_appear():
    assert all(_saddles_below_1())
    rises_where_it_is_a_saddle(GeometrySettings(exponent=0.5))


def the_least_loss_falls_at_the_rate_lambda(settings):
    p, t, (best, strength) = settings.exponent, settings.size, optimum(settings)
    bowl, share = loss(settings), 1e-5
    sizes = t * (1.0 + share * np.array([-1.0, 1.0])) ** (1.0 / p)  # tᵖ a hair smaller and larger
    found = constrained(bowl, sizes, p)
    if strength == 0.0 or found.strengths[1] == 0.0 or np.abs(found.weights - best).max() > 0.01:
        return
    rate = -np.diff(bowl.loss(found.weights))[0] / (2.0 * share * t**p)
    assert rate == pytest.approx(strength, rel=1e-3, abs=1e-6)
