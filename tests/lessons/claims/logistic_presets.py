"""What the presets of the page on logistic regression say, computed from their runs."""

from functools import cache

import numpy as np

from nnviz.core.analysis.separation import entropy_of_share
from nnviz.lessons.logistic_regression.experiment import problem
from nnviz.lessons.logistic_regression.settings import THRESHOLDS
from tests.lessons.played import Played


@cache
def played(settings, n_steps=3200):
    """A run of the page."""
    return Played("logistic-regression", settings, n_steps)


def distance(settings, weights):
    """How far weights (..., 2) are from those of maximum likelihood."""
    return np.linalg.norm(weights - problem(settings).best, axis=-1)


def far_though_it_looks_flat(settings):
    run = played(settings)
    assert "every printed digit agrees" in run.chunk.ending
    assert distance(settings, run["weights"][-1]) > 0.5 * np.linalg.norm(problem(settings).best)
    loss = run["cross_entropy"]
    assert loss[-200] - loss[-1] < 0.05 * loss[0]


def hovers_near_it(settings):
    run = played(settings)
    far = distance(settings, run["weights"])
    assert far[-1] < 0.02 * far[0]
    last = far[-1000:]
    assert last.min() > 1e-4
    assert last[500:].mean() > 0.3 * last[:500].mean()  # it does not come closer any more
    assert settings.learning_rate == 100 * 0.01


def as_close_as_rounding_allows(settings):
    run, found = played(settings), problem(settings)
    assert abs(run["cross_entropy"][-1] - found.minimum) < 1e-14
    assert len(found.newton.loss) - 1 <= 8


def no_end(settings):
    run = played(settings)
    sizes = np.linalg.norm(run["weights"], axis=1)
    assert np.all(np.diff(sizes[100:]) > 0.0)
    assert np.all(np.diff(run["cross_entropy"][100:]) < 0.0)
    assert sizes[-1] > 1.5 * sizes[200]
    steepest = np.abs(np.diff(run["fit"], axis=-1)).max(axis=-1)
    assert steepest[-1] > steepest[1]


def separable(settings):
    sizes = np.linalg.norm(played(settings)["weights"], axis=1)
    return 1 if np.all(np.diff(sizes[100:]) > 0.0) else 0


def steeper_is_more_probable(settings):
    found = problem(settings)
    threshold = np.mean(found.gap)
    x, y = found.start.X[:, 0], found.start.y
    upwards = 1.0 if y[x > threshold].all() else -1.0
    margin = upwards * np.where(y == 1.0, 1.0, -1.0) * (x - threshold)
    losses = np.array([np.logaddexp(0.0, -weight * margin).mean() for weight in (1.0, 10.0, 100.0, 1e4, 1e6)])
    assert np.all(np.diff(losses)[losses[:-1] > 1e-300] < 0.0)  # below there is no number to fall to
    assert losses[-1] < 1e-12


def strict(settings):
    counts = played(settings)["confusion"][-1]
    strict, usual = (counts[THRESHOLDS.index(threshold)] for threshold in (settings.threshold, 0.5))
    assert strict[1] < 0.5 * usual[1]  # zeros that are called 1
    assert strict[2] > 3 * usual[2]  # ones that are called 0
    weights = played(settings.model_copy(update={"threshold": 0.5}))["weights"]
    np.testing.assert_array_equal(weights, played(settings)["weights"])


def no_relation(settings):
    assert settings.true_weight == 0.0
    run = played(settings)
    constant = entropy_of_share(float(problem(settings).start.y.mean()))
    assert 0.97 * constant < problem(settings).minimum < constant
    assert np.all(np.abs(run["cross_entropy"][-100:] - constant) < 0.03 * constant)
    assert abs(run["area_under_curve"][-1] - 0.5) < 0.1


WATCH = {
    "The notebook: 100 epochs, η = 0.01": far_though_it_looks_flat,
    "The notebook: 200 epochs, η = 1": hovers_near_it,
    "All examples in every step": as_close_as_rounding_allows,
    "Separable labels": no_end,
    "A strict threshold": strict,
    "No relation": no_relation,
}
