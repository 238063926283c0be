"""What the penalties page says of weights near 0, computed."""

import math
from functools import cache

import numpy as np

from nnviz.core.models.network import Network
from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.solvers.ridge import ridge
from nnviz.core.training.advance import advance, initial_state
from nnviz.lessons.penalties import experiment
from nnviz.lessons.penalties.page_values import values
from nnviz.lessons.penalties.settings import METHODS


def changed(settings, **fields):
    return settings.model_copy(update=fields)


def by_method(settings):
    """The same with the two kinds of step side by side."""
    return changed(settings, comparison=METHODS)


def on_all_data(settings):
    return changed(settings, batch_size=math.inf, comparison=METHODS)


@cache
def weights(settings, method, n_steps=300):
    """The weights of a run after every step, and whether it diverged."""
    run = experiment.sides(settings)[method].experiment
    recording, state = advance(run, initial_state(run), n_steps)
    return recording.weights, state.step < n_steps or not np.isfinite(recording.weights).all()


def gradient(settings, w):
    """Of the loss on all data."""
    X, y, _ = experiment.data(settings)
    A = design_matrix(X)
    return 2.0 * A.T @ (A @ w - y) / len(y)


def penalised(settings):
    return Network(experiment.data(settings)[0].shape[1]).penalised(settings.penalise_bias)


def zero_where_the_slope_is_larger(settings):
    """An exact weight is 0 where the gradient is within the penalty's slope at 0, and nowhere else."""
    w, where = experiment.exact_now(settings), penalised(settings)
    slope = values(settings)["slope_at_zero"] / experiment.strongest(settings)
    slope *= experiment.mean_strength(settings, experiment.batch_size(settings))
    inside = np.abs(gradient(settings, w)) <= slope * (1.0 + 1e-9)
    assert np.all(inside[where & (w == 0.0)])
    outside = np.abs(gradient(settings, w - np.where(where, 1e-6 * np.sign(w), 0.0)))
    assert np.all(outside[where & (w != 0.0)] > slope * (1.0 - 1e-6))


def overshoots_by_less_than_twice(settings):
    """Steps across 0 with |g| < a land less than 2ηa beyond it; a square's part of the slope counts from afar only."""
    at = by_method(settings)
    w, diverged = weights(at, "subgradient")
    if diverged:
        return
    share_of_squares = 1.0 - at.l1_share if at.penalty == "elastic net" else 0.0
    bend, reach = 2.0 * at.learning_rate * experiment.strongest(at) * share_of_squares, 2.0 * overshoot(at)
    before, after = w[:-1], w[1:]
    crossed = (before * after < 0.0) & penalised(at)
    slow = np.abs(after - before) < reach + bend * np.abs(before)
    beyond = reach + np.maximum(bend - 1.0, 0.0) * np.abs(before)
    assert np.all(np.abs(after)[crossed & slow] <= beyond[crossed & slow])


def overshoot(settings):
    """ηa: how far a step goes by the penalty's slope at 0."""
    return settings.learning_rate * values(settings)["slope_at_zero"]


def stops_at_zero(settings):
    """A proximal step on all data leaves a weight at 0 just where the gradient is within the penalty's slope."""
    at = on_all_data(settings)
    if "proximal" not in experiment.methods(at):
        return
    w, diverged = weights(at, "proximal")
    if diverged:
        return
    pulls = [np.abs(gradient(at, w[row]) - w[row] / at.learning_rate) for row in (-2, 50, 150)]
    for row, pull in zip((-1, 51, 151), pulls, strict=True):
        slope = values(at)["slope_at_zero"]
        assert np.all(((w[row] == 0.0) == (pull <= slope))[penalised(at)])


def never_exactly_zero(settings):
    at = by_method(settings)
    for method in experiment.methods(at):
        w, diverged = weights(at, method)
        assert diverged or np.all(w != 0.0)
    assert np.all(experiment.exact_now(at)[1:] != 0.0)


def thrown_farther(settings):
    """A step by the penalty's slope alone from w: beyond −w within the radius that is said, and not outside."""
    within = values(settings)["thrown_within"]
    strength = experiment.mean_strength(settings, experiment.batch_size(settings))
    for share, beyond in ((0.01, True), (0.5, True), (0.99, True), (1.01, False)):
        w = np.array([share * within])
        after = w - settings.learning_rate * strength * experiment.penalty(settings).subgradient(w)
        assert (after[0] < -w[0]) == beyond


def zero_is_a_local_minimum(settings):
    """Moving a penalised weight from 0 raises the objective, however steep the loss is there."""
    w = experiment.exact_now(settings).copy()
    for j in np.flatnonzero(penalised(settings)):
        at = np.repeat(w[None], 3, axis=0)
        strength = experiment.mean_strength(settings, experiment.batch_size(settings))
        slope = np.abs(gradient(settings, np.where(np.arange(len(w)) == j, 0.0, w))[j])
        near = min(1e-3, 0.1 * (strength / (slope + 10.0)) ** (1.0 / (1.0 - settings.exponent)))
        at[:, j] = (-near, 0.0, near)
        left, here, right = experiment.objective(settings, at)
        assert here <= min(left, right)
        assert strength * near**settings.exponent > (slope + 10.0 * near) * near


def no_single_weight_is_better(settings):
    """The objective along each weight is nowhere lower than at the exact weights, nor at least squares or at 0."""
    w = experiment.exact_now(settings)
    best = experiment.objective(settings, w)
    for j in range(len(w)):
        moved = np.repeat(w[None], 401, axis=0)
        moved[:, j] = np.concatenate([np.linspace(-8.0, 8.0, 400), [0.0]])
        assert experiment.objective(settings, moved).min() >= best - 1e-9
    X, y, _ = experiment.data(settings)
    for other in (ridge(X, y, 0.0), np.eye(len(w))[0] * y.mean()):
        assert experiment.objective(settings, other) >= best - 1e-9


NEAR_ZERO = {
    "is driven to 0": zero_where_the_slope_is_larger,
    "From close by the subgradient step overshoots it": overshoots_by_less_than_twice,
    "the proximal step stops at exactly 0": stops_at_zero,
    "so weights become small but, as a rule, never exactly 0": never_exactly_zero,
    "Descent cannot settle at 0": thrown_farther,
    "is always a local minimum": zero_is_a_local_minimum,
    "each weight has a local minimum at 0": zero_is_a_local_minimum,
    "The exact weights are the lower of two local minima": no_single_weight_is_better,
}
