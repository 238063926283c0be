"""What the page on gradient clipping claims, computed from its runs."""

from dataclasses import replace
from functools import cache
from math import inf, nan

import numpy as np
import pytest

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.training.advance import advance, initial_state
from nnviz.core.training.clipping import clip_by_norm, clip_by_value
from nnviz.lessons.gradient_clipping import experiment
from nnviz.lessons.gradient_clipping.messages import fewest_steps, stable_learning_rate
from nnviz.lessons.gradient_clipping.page_values import values
from nnviz.lessons.gradient_clipping.settings import BY_NORM, OFF, OWN, GradientClippingSettings
from tests.lessons.claims import Claims, linear_samples, notebook
from tests.lessons.claims import gradient_clipping_presets as presets
from tests.lessons.claims.gradient_clipping_presets import changed
from tests.lessons.claims.once import once


@cache
def _from_rest(settings, n_steps):
    """The run of the settings from a start near least squares, where a long run would be by then."""
    run = experiment.experiment(settings)
    bowl = experiment.data(settings).bowl
    near = bowl.optimum + 1e-3 * np.linalg.svd(bowl.R).Vh[0]
    begun = replace(run, initial_weights=near)
    return advance(begun, initial_state(begun), n_steps)[0]


def _on_all(settings, **fields):
    """The same data and limit, with what does not matter here at its default, on all the data at every step."""
    kept = {name: getattr(settings, name) for name in ("limit", "source", "n_samples", "noise", "seed")}
    return changed(GradientClippingSettings(batch_size=inf), **kept, **fields)


def keeps_jumping(settings):
    """Long after its arrival steps are about as long as clipping allows, and w2 is off by about half of one."""
    run, optimum = _from_rest(settings, 1500), experiment.data(settings).bowl.optimum
    longest = settings.learning_rate * settings.limit
    w2 = run.weights[500:, 2]
    assert np.median(np.abs(np.diff(w2))) > 0.3 * longest
    assert np.median(np.abs(w2 - optimum[2])) > 0.1 * longest
    assert (np.diff(w2[:-1]) * np.diff(w2[1:]) < 0.0).mean() > 0.5
    assert np.all([run.gradient_norm[part].max() > settings.limit for part in np.split(np.arange(500, 1500), 10)])


def settles_on_all_the_data(settings):
    rate = min(settings.learning_rate, 0.9 * stable_learning_rate(settings))
    only = _on_all(settings, clipping=settings.clipping, learning_rate=rate)
    run, bowl = _from_rest(only, 400), experiment.data(only).bowl
    assert np.all(np.diff(bowl.excess(run.weights)) <= 1e-15)
    if settings.clipping == BY_NORM:
        is_clipped = run.update_norm < run.gradient_norm * (1.0 - 1e-12)
        assert np.array_equal(is_clipped, run.gradient_norm > settings.limit)
    assert run.update_norm[-1] < run.update_norm[0]


def bounded_steps(settings):
    """Both ways of clipping, at a rate at which the fit explodes."""
    for clipping in (BY_NORM, "by value"):
        run = presets.played(changed(settings, clipping=clipping), 200)
        assert not run.diverged
        moved = np.abs(np.diff(run["weights"], axis=0))
        assert moved.max() <= settings.learning_rate * settings.limit * (1.0 + 1e-9) + 1e-9


def by_norm_keeps_by_value_bends(settings):
    for clipping in (BY_NORM, "by value"):
        run = presets.played(changed(settings, clipping=clipping), 200)
        long = run["gradient_norm"][1:] > 3.0 * settings.limit
        assert not long.any() or (np.median(run["turned"][1:][long]) > 1.0) == (clipping != BY_NORM)
        if clipping == "by value":
            assert np.nanmax(np.abs(run["clipped_x"])) <= settings.limit
            assert np.nanmax(np.abs(run["clipped_y"])) <= settings.limit


def stable_below_only(settings):
    off = _on_all(settings, clipping=OFF)
    limit, bowl = stable_learning_rate(settings), experiment.data(settings).bowl
    run = experiment.experiment(off)
    for factor, falls in ((0.98, True), (1.02, False)):
        begun = replace(run, optimizer=type(run.optimizer)(factor * limit))
        recording, _ = advance(begun, initial_state(begun), 600)
        excess = bowl.excess(recording.weights)
        assert (np.nanmax(excess[1:]) <= excess[0]) == falls
        assert (recording.loss[-1] < recording.loss[-100]) == falls


def across_the_valley(settings):
    examples = experiment.data(settings)
    A, first = design_matrix(examples.X), experiment.start(settings)
    gradient = 2.0 * A.T @ (A @ first - examples.y) / len(A)
    assert abs(gradient[2]) > 0.99 * np.linalg.norm(gradient)
    wanted = np.abs(gradient) * (settings.learning_rate if settings.clipping == OFF else 1.0)
    moved = experiment.first_step(settings)
    if settings.clipping == BY_NORM:
        assert moved / moved[2] == pytest.approx(wanted / wanted[2])
        assert moved[0] < 0.05 * moved[2]
    assert values(settings)["first_w2"] == moved[2]


@once
def nothing_is_invented():
    zero, infinite, undefined = np.zeros(3), np.array([1.0, inf, 2.0]), np.array([nan, 1.0, 9.0])
    assert clip_by_norm(zero, 5.0).tolist() == clip_by_value(zero, 5.0).tolist() == [0.0, 0.0, 0.0]
    with np.errstate(invalid="ignore"):  # as in a run
        assert np.isnan(clip_by_norm(infinite, 5.0)).any()
        assert not np.isfinite(clip_by_norm(undefined, 5.0)).all()
    assert clip_by_value(infinite, 5.0).tolist() == [1.0, 5.0, 2.0]
    assert np.isnan(clip_by_value(undefined, 5.0)).tolist() == [True, False, False]


@once
def longer_steps_with_the_limit():
    runs = [presets.played(GradientClippingSettings(limit=limit), 4000) for limit in (1.0, 5.0, 20.0)]
    away = [np.linalg.norm(run["weights"][1] - run["weights"][0]) for run in runs]
    jumps = [np.median(run["error_2"][-1000:]) for run in runs]
    assert np.all(np.diff(away) > 0.0)
    assert np.all(np.diff(jumps) > 0.0)


@once
def longer_steps_with_the_rate():
    below, above = (GradientClippingSettings(learning_rate=rate, batch_size=inf) for rate in (3e-4, 1.0))
    assert np.linalg.norm(np.diff(presets.played(above)["weights"][:2], axis=0)) > np.linalg.norm(
        np.diff(presets.played(below)["weights"][:2], axis=0)
    )
    keeps_jumping(above)
    assert presets.played(changed(above, clipping=OFF)).diverged


@once
def larger_batches_are_calmer():
    runs = [
        _from_rest(GradientClippingSettings(clipping=OFF, learning_rate=1e-4, batch_size=b), 1000) for b in (8, 64, inf)
    ]
    assert np.all(np.diff([run.gradient_norm[500:].mean() for run in runs]) < 0.0)


@once
def longer_runs_come_closer():
    run = presets.played(GradientClippingSettings(learning_rate=3e-4, batch_size=inf), 8000)
    assert np.all(np.diff(run["training_loss"][::500]) < 0.0)


def before_and_after(settings):
    run = presets.played(settings, 200)
    assert settings.clipping == OFF or np.nanmax(run["update_norm"][1:] - run["gradient_norm"][1:]) <= 1e-9


def distances(settings):
    run, optimum = presets.played(settings, 200), experiment.data(settings).bowl.optimum
    for weight in range(3):
        assert run[f"error_{weight}"] == pytest.approx(np.abs(run["weights"][:, weight] - optimum[weight]), nan_ok=True)


def clipped_cannot_diverge(settings):
    if settings.clipping != OFF:
        assert not presets.played(settings, 200).diverged
    elif settings.source == OWN and settings.learning_rate > 2.0 * stable_learning_rate(settings):
        assert presets.played(settings, 200).diverged


CLAIMS = Claims(
    watch=presets.WATCH,
    right=presets.RIGHT,
    because=presets.BECAUSE,
    sentences={
        "Descent on the mean squared error is stable only below": stable_below_only,
        "Both keep every step short": bounded_steps,
        "a long gradient is bent towards a diagonal": by_norm_keeps_by_value_bends,
        "By norm shortens the whole gradient": by_norm_keeps_by_value_bends,
        "gradient points across the valley, nearly along": across_the_valley,
        "along the flat floor the bias gets the smallest part": across_the_valley,
        "a step overshoots, and the next again": keeps_jumping,
        "jump from wall to wall": keeps_jumping,
        "gradient descent slows down near the minimum": settles_on_all_the_data,
        "on all the data descent settles by itself": settles_on_all_the_data,
        "A gradient of length 0 stays 0": nothing_is_invented,
        "One that is not finite has no direction to keep": nothing_is_invented,
        "the shortest of all 1,056,000 steps has the length 9.69": notebook.every_gradient_was_clipped,
        "clipped, a run cannot diverge": clipped_cannot_diverge,
        "the jumps around the minimum grow with it": longer_steps_with_the_limit,
        "steps get longer, until they overshoot": longer_steps_with_the_rate,
        "steps get less noisy": larger_batches_are_calmer,
        "comes closer to the minimum, if it converges": longer_runs_come_closer,
        "at every step, before and after clipping": before_and_after,
        "their distance from least squares": distances,
        "what is learnt depends less on chance": linear_samples.less_chance_with_more_points,
        "the least possible loss and the errors of the weights grow": linear_samples.errors_grow_with_the_noise,
    },
    computed={
        "long, and the start is": fewest_steps,
        "Batches add noise of their own": experiment.share_clipped_at_rest,
        "with standardised features rates up to": experiment.standardised_rate,
    },
    definitions={
        "Gradients explode for several reasons": "a list of causes; the second is the one on the page",
        "leaves the cause in place": "the cause is in the data and the rate, which clipping does not touch",
        "The data are those that explode": "how the data are drawn",
        "returns the norm instead of the gradient": "a reading of the notebook's code; its page checks it",
        "How often every training example has been used": "what an epoch is",
        "In an epoch every example is used once": "what an epoch is",
        "It decides the points": "what the seed is for",
        "every factor of ten is equally high": "what a logarithm is",
        "Standard deviation of the random part": "what the noise is",
        "The bias, w1 and w2 at this step": "what is read",
        "the draws are others": "what a seed is",
    },
)
