"""What the page on constraint geometry claims, computed from its bowls and balls."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.solvers.constrained import constrained
from nnviz.lessons.constraint_geometry import LESSON, messages
from nnviz.lessons.constraint_geometry.experiment import loss, optima, optimum
from nnviz.lessons.constraint_geometry.settings import FEATURES, GeometrySettings
from tests.lessons.claims import Claims, constraint_geometry_presets
from tests.lessons.claims import constraint_geometry_penalised as penalised
from tests.lessons.claims.constraint_geometry_presets import changed, round_as_a_circle
from tests.lessons.claims.once import once


def larger_balls_hold_lower_losses(settings):
    strengths, heights = optima(settings).strengths, loss(settings).loss(optima(settings).weights)
    assert np.all(np.diff(heights)[strengths[:-1] > 0.0] < 0.0)
    assert np.all(strengths[heights > loss(settings).floor * (1.0 + 1e-9) + 1e-12] > 0.0)


def zeros_come_with_corners(settings):
    every = optima(settings)
    zeros = np.any(every.weights[every.strengths > 0.0] == 0.0)
    assert settings.exponent <= 1.0 or not zeros
    assert zeros == np.any(optima(changed(settings, exponent=0.5)).weights == 0.0) or settings.exponent > 0.9


def touches_at_a_corner(settings):
    assert sorted(np.abs(optimum(settings)[0])) == pytest.approx([0.0, settings.size])


@cache
def _shares(p):
    """How many of many balls that bind give an exact zero, and how many give weights of nearly equal size."""
    rng, found = np.random.default_rng(3), []
    for _ in range(100):
        drawn = {"first_weight": rng.uniform(-4.0, 4.0), "second_weight": rng.uniform(-4.0, 4.0)}
        drawn |= {"correlation": rng.uniform(-0.95, 0.95), "seed": int(rng.integers(20))}
        every = constrained(loss(GeometrySettings(**drawn)), np.array([1.0, 2.0]), p)
        sizes = np.sort(np.abs(every.weights[every.strengths > 0.0]))
        found.append(np.stack([sizes[:, 0] == 0.0, sizes[:, 0] > 0.9 * sizes[:, 1]], axis=1))
    return np.concatenate(found).mean(axis=0)


def a_diamond_gives_many_zeros_and_not_always():
    assert 0.25 < _shares(1.0)[0] < 0.75
    assert 0.25 < _shares(0.5)[0] < 1.0
    assert _shares(1.5)[0] == _shares(2.0)[0] == 0.0


def a_square_makes_sizes_equal():
    assert _shares(10.0)[1] > 2.0 * _shares(2.0)[1]


def the_lowest_touching_place_is_taken(settings):
    p, t = settings.exponent, settings.size
    turn = np.linspace(0.0, 2.0 * np.pi, 2001)
    direction = np.column_stack([np.cos(turn), np.sin(turn)])
    outline = t * direction / (np.abs(direction) ** p).sum(axis=1, keepdims=True) ** (1.0 / p)
    if optimum(settings)[1] > 0.0:
        assert loss(settings).loss(optimum(settings)[0]) <= loss(settings).loss(outline).min() * (1.0 + 1e-9)


def a_star_has_leaps_and_two_places():
    leap = next(preset.settings for preset in LESSON.presets if preset.name == "A leap")
    constraint_geometry_presets.leaps(leap)


def circles_need_equal_scales():
    for rho, circle in ((0.0, True), (0.5, False), (-0.5, False)):
        settings = GeometrySettings(correlation=rho, n_samples=500)
        assert (round_as_a_circle(settings) < 1.35) == circle


def the_centre_moves_as_much(settings):
    start = changed(settings, data=FEATURES, first_weight=0.0, second_weight=0.0)
    moved = changed(start, first_weight=2.0, second_weight=3.0)
    assert loss(moved).centre - loss(start).centre == pytest.approx([2.0, 3.0], abs=1e-9)


def longer_away_from_0():
    for sign in (1.0, -1.0):
        at = [GeometrySettings(correlation=sign * rho) for rho in (0.2, 0.4, 0.6, 0.8, 0.95)]
        assert np.all(np.diff([round_as_a_circle(settings) for settings in at]) > 0.0)


@cache
def _errors(n_samples):
    found = [loss(GeometrySettings(seed=seed, n_samples=n_samples)).centre - [1.5, 3.5] for seed in range(30)]
    return np.abs(found).mean()


def more_points_are_closer():
    assert np.all(np.diff([_errors(n) for n in (10, 100, 500)]) < 0.0)


def errors_grow_with_the_noise(settings):
    one, two = (changed(settings, data=FEATURES, noise=noise) for noise in (1.0, 2.0))
    truth = [settings.first_weight, settings.second_weight]
    assert loss(two).centre - truth == pytest.approx(2.0 * (loss(one).centre - truth), abs=1e-9)
    assert loss(two).floor == pytest.approx(4.0 * loss(one).floor)


CLAIMS = Claims(
    watch=constraint_geometry_presets.WATCH,
    right={"Circle": constraint_geometry_presets.zeros_on_the_circle},
    because={"Circle": constraint_geometry_presets.circles_are_not_touched_on_an_axis},
    sentences={
        "They touch at a corner": touches_at_a_corner,
        "No λ makes a minimum of them": penalised.is_a_saddle,
        "they are a **saddle**": penalised.is_a_saddle,
        "They are the **minimum** of the loss with this penalty": penalised.is_a_minimum,
        "They are a **local minimum** of the loss with this penalty": penalised.is_lower_elsewhere,
        "so what is level is its minimum": penalised.is_lowest_of_the_penalised,
        "a smaller ball has a larger one": penalised.smaller_balls_have_larger_lambdas,
        "that need not fall as the ball grows": penalised.lambda_goes_to_zero_with_a_star,
        "is a saddle of the loss with the penalty; where it falls": penalised.rises_where_it_is_a_saddle,
        "and then the constrained optimum is a saddle": once(penalised.below_1_saddles_appear),
        "the least loss falls at the rate λ": penalised.the_least_loss_falls_at_the_rate_lambda,
        "the least loss in the ball falls": larger_balls_hold_lower_losses,
        "It holds the least squares weights": larger_balls_hold_lower_losses,
        "0 once the ball holds the least squares weights": larger_balls_hold_lower_losses,
        "has no corners on the axes, so no exact zeros": zeros_come_with_corners,
        "exactly 0 at a corner, which balls of p ≤ 1 have": zeros_come_with_corners,
        "touches many different ellipses at a corner": once(a_diamond_gives_many_zeros_and_not_always),
        "Whether a weight becomes 0 depends on the data": once(a_diamond_gives_many_zeros_and_not_always),
        "weights of nearly equal size get more frequent": once(a_square_makes_sizes_equal),
        "of the places where a contour touches it the lowest is shown": the_lowest_touching_place_is_taken,
        "several places may touch, and the lowest is shown": once(a_star_has_leaps_and_two_places),
        "they are circles only where the features are uncorrelated": once(circles_need_equal_scales),
        "where it first touches the ball lies the constrained optimum": the_lowest_touching_place_is_taken,
        "moves right by as much": the_centre_moves_as_much,
        "moves up by as much": the_centre_moves_as_much,
        "the contours get longer and thinner": once(longer_away_from_0),
        "what is learnt depends less on chance": once(more_points_are_closer),
        "the least possible loss and the errors of the weights grow": errors_grow_with_the_noise,
    },
    computed={
        "belongs to **λ =": messages.summary,
        "Between the direction downhill and the normal of the ball lie 0.0000 degrees": messages.summary,
    },
    definitions={
        "A penalty can be read as a limit": "states the problem",
        "Both weights are penalised here": "says what the penalty counts; a free bias is the page on the bias's",
        "The loss is the mean squared error of": "defines the loss",
        "has mean 0 and deviation 1": "the Gram matrix of 1 and x is then the identity",
        "and what is level is its minimum": "convexity of |w|ᵖ for p ≥ 1",
        "is level there": "the equation above it, rewritten",
        "Standard deviation of the random part": "defines the noise",
        "The ball holds all weights with": "defines the ball",
        "1 is the lasso's diamond": "names the balls",
        "the draws are others, of the same kind": "says what a seed is",
        "contours at equal steps of ln MSE": "explains a figure",
        "turn one and both turn": "explains a figure; tests/web has its test",
        "is the size of the ball along the axes": "(tᵖ + 0)^(1/p) = t",
    },
)
