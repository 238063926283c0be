"""What the presets of the page on dropout say, computed from its runs."""

from functools import cache

import numpy as np

from nnviz.core.analysis.metrics import accuracy
from nnviz.core.training.advance import advance, initial_state, mean_loss
from nnviz.lessons.dropout.experiment import SIDES, data, experiments, is_exact
from nnviz.lessons.dropout.settings import DROPOUT, INVERTED, DropoutSettings
from tests.lessons.played import Played


@cache
def course(settings, side, n_steps=3000):
    """Training loss, validation loss and accuracy of a run, at ten steps up to the last: a dictionary."""
    run, (_, held_out) = experiments(settings)[side], data(settings)
    weights = advance(run, initial_state(run), n_steps, n_steps // 10)[0].weights
    outputs = run.model.outputs(weights, held_out.X)
    return {
        "training": mean_loss(run.model, run.loss, weights, run.X, run.y),
        "validation": run.loss.value(outputs, held_out.y).mean(axis=-1),
        "accuracy": accuracy(held_out.y, run.loss.predict(outputs)),
        "sure": np.abs(run.loss.predict(outputs[-1]) - held_out.y),  # at the end: how far from the truth
    }


def changed(settings, **fields):
    return settings.model_copy(update=fields)


def better_for_each_of_20_seeds(settings):
    seeds = [changed(settings, seed=seed) for seed in range(20)]
    with_it, without = ([course(at, side, 1000) for at in seeds] for side in ("scaled", "without"))
    loss, plain = (np.array([run["validation"][-1] for run in runs]) for runs in (with_it, without))
    right, plain_right = (np.array([run["accuracy"][-1] for run in runs]) for runs in (with_it, without))
    assert np.all(loss < plain)
    assert [round(loss.mean(), 2), round(plain.mean(), 2)] == [0.48, 0.87]
    assert (right > plain_right).sum() == 17
    assert [round(100 * right.mean()), round(100 * plain_right.mean())] == [80, 77]


def lower_with_dropout(settings):
    with_it, without = (course(settings, side, 1000)["validation"][-1] for side in ("scaled", "without"))
    return 0 if with_it < 0.8 * without else 1 if without < 0.8 * with_it else 2


def learnt_by_heart_sure_and_wrong(settings):
    for seed in range(5):
        run = course(changed(settings, seed=seed), "without")
        assert run["training"][-1] < 0.1
        assert run["validation"][-1] > 1.5 * run["validation"][0]
        wrong = run["sure"] > 0.5
        assert np.median(run["sure"][wrong]) > 0.9  # the probability of the false class


def dropout_loses_and_nothing_is_overfitted(settings):
    for seed in range(3):
        at = changed(settings, seed=seed)
        with_it, without = (course(at, side, 1500) for side in ("scaled", "without"))
        assert with_it["validation"][-1] > 1.5 * without["validation"][-1]
        assert with_it["training"][-1] > 1.5 * without["training"][-1]
        assert without["validation"][-1] < 1.5 * without["validation"].min()


def within_the_sampling_error(settings):
    for inside in (DROPOUT, INVERTED):
        at = changed(settings, inside=inside)
        assert is_exact(at)
        assert np.abs(_frames(at)["gap"]).max() < 4.0


def surer_by_many_standard_errors(settings):
    assert not is_exact(settings)
    frames = _frames(settings)
    late = slice(-2, None)
    assert np.all(np.abs(frames["scaled"][late] - 0.5) > np.abs(frames["mean"][late] - 0.5))
    assert np.abs(frames["gap"][late]).min() > 8.0


@cache
def _frames(settings):
    played = Played("dropout", settings, 600)
    return {name: played[name] for name in ("gap", "scaled", "mean", "unscaled")}


def never_find_the_spiral(settings):
    runs = {side: course(settings, side, 4000) for side in SIDES}
    for side in ("scaled", "inverted"):
        assert runs[side]["accuracy"].max() < 0.65
        assert runs[side]["training"].min() > 0.6
    assert runs["without"]["accuracy"].max() > 0.85


def one_to_the_last_bit(settings):
    runs = experiments(changed(settings, hidden_dropout=0.0, input_dropout=0.0)).values()
    states = [advance(run, initial_state(run), 50)[1] for run in runs]
    assert len({state.weights.tobytes() for state in states}) == 1


WATCH = {
    "Overfitting, cured": better_for_each_of_20_seeds,
    "More points, less noise": dropout_loses_and_nothing_is_overfitted,
    "Where scaling is exact": within_the_sampling_error,
    "Where it only approximates": surer_by_many_standard_errors,
    "Too much of it": never_find_the_spiral,
    "Rate 0": one_to_the_last_bit,
}

DEFAULT = DropoutSettings()
