"""What the page on logistic regression claims, computed from its labels, its runs and its decisions."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.analysis.roc import area_under_curve, confusion, roc_curve
from nnviz.core.analysis.separation import entropy_of_share
from nnviz.lessons.logistic_regression import figures, messages
from nnviz.lessons.logistic_regression.experiment import problem, steps_per_epoch
from nnviz.lessons.logistic_regression.page_values import values
from nnviz.lessons.logistic_regression.settings import NOTEBOOK, THRESHOLDS
from nnviz.lessons.logistic_regression.settings import LogisticRegressionSettings as Settings
from tests.lessons.claims import Claims, logistic_presets
from tests.lessons.claims.logistic_newton import NEWTON, SMALL
from tests.lessons.claims.logistic_presets import played

RANDOM = Settings(data="random labels")
SHARES = np.linspace(0.01, 0.99, 99)


def published_runs(_settings):
    fits = [NOTEBOOK[name].replay()[0] for name in NOTEBOOK]
    assert [(fit.n_epochs, fit.optimizer.learning_rate, fit.optimizer.batch_size) for fit in fits] == [
        (100, 0.01, 64),
        (200, 1.0, 64),
    ]


def one_number(_settings):
    run = played(SMALL, 60)
    assert run["cross_entropy"] == pytest.approx(run["negative_mean_log_likelihood"], rel=1e-12)


def smallest_double(_settings):
    smallest = np.nextafter(0.0, 1.0)
    assert np.log(smallest) == pytest.approx(-744.4, abs=0.05)
    assert np.exp(-1.0 * 200) == pytest.approx(np.prod(np.full(200, np.exp(-1.0))))


def best_constant(settings):
    y = problem(settings).start.y
    share = float(y.mean())
    assert values(settings)["base_rate_entropy"] == pytest.approx(entropy_of_share(share))
    of_constants = -share * np.log(SHARES) - (1.0 - share) * np.log(1.0 - SHARES)
    assert of_constants.min() >= entropy_of_share(share) - 1e-12
    heights = [shape.y0 for shape in figures.loss(settings).layout.shapes]
    assert heights == ([entropy_of_share(share)] if 0.0 < share < 1.0 else [])
    assert problem(settings).minimum <= entropy_of_share(share) + 1e-12


def one_error_for_the_other(settings):
    found = problem(settings)
    z = found.start.X[:, 0] * 1.7 - 0.3
    counts = confusion(found.start.y, 1.0 / (1.0 + np.exp(-z)), np.array(THRESHOLDS))
    assert np.all(np.diff(counts[:, 1]) <= 0)  # zeros that are called 1
    assert np.all(np.diff(counts[:, 2]) >= 0)  # ones that are called 0
    assert np.all(np.diff(counts[:, 1] + counts[:, 3]) <= 0)  # all that are called 1


def never_the_training(_settings):
    at, other = (played(SMALL.model_copy(update={"threshold": threshold}), 60) for threshold in (0.2, 0.9))
    np.testing.assert_array_equal(at["weights"], other["weights"])


def area_is_a_probability(_settings):
    y, scores = problem(SMALL).start.y, np.random.default_rng(0).random(60)
    pairs = scores[y == 1.0][:, None] > scores[y == 0.0]
    assert area_under_curve(roc_curve(y, scores)) == pytest.approx(pairs.mean())


def ranked_by_x(settings):
    x, y = problem(settings).start.X[:, 0], problem(settings).start.y
    curves = [roc_curve(y, b + w * x) for b, w in ((0.0, 1.0), (5.0, 0.2), (-2.0, 9.0), (0.0, -1.0))]
    for curve in curves[1:3]:
        np.testing.assert_array_equal(curve.true_positive, curves[0].true_positive)
    if 0.0 < y.mean() < 1.0:
        assert area_under_curve(curves[3]) == pytest.approx(1.0 - area_under_curve(curves[0]))


def everything_is_called_1(_settings):
    y = problem(Settings()).start.y
    (counts,) = confusion(y, np.full(len(y), 0.9), np.array([0.5]))
    assert (counts[1] + counts[3]) / len(y) > 0.5  # called 1: all
    assert y.mean() > 0.9
    assert counts[0] == 0  # the specificity


def bounded_steps(settings):
    x = problem(settings).start.X[:, 0]
    run = played(RANDOM.model_copy(update={"learning_rate": 100.0, "batch_size": 1, "epochs": 20}), 1500)
    assert not run.diverged
    assert np.isfinite(run["cross_entropy"]).all()
    for wrong_by in (-1.0, 1.0):
        assert np.hypot(wrong_by, wrong_by * x).max() <= np.hypot(1.0, np.abs(x).max())


@cache
def _jitter(size):
    weights = played(SMALL.model_copy(update={"batch_size": size, "learning_rate": 0.3}), 1500)["weights"]
    return np.abs(np.diff(weights[1000:], axis=0)).mean()


def less_noisy_but_fewer(settings):
    assert _jitter(1) > _jitter(8) > _jitter(32)
    epochs = [steps_per_epoch(settings.model_copy(update={"batch_size": size})) for size in (1, 8, 64, np.inf)]
    assert epochs == sorted(epochs, reverse=True)


def closer_to_the_minimum(_settings):
    loss = played(SMALL.model_copy(update={"batch_size": np.inf, "learning_rate": 0.3}), 300)["cross_entropy"]
    assert np.all(np.diff(loss) < 0.0)


def up_or_down(_settings):
    fit = played(SMALL, 60)
    rises = np.sign(np.diff(fit["fit"].astype(float), axis=-1).sum(axis=-1))
    step = fit.chunk.frames["fit"].step
    np.testing.assert_array_equal(rises, np.sign(fit["weights"][np.asarray(step) - fit["step"][0], 1]))


@cache
def _mean_distance(n_samples):
    far = []
    for seed in range(20):
        found = problem(RANDOM.model_copy(update={"n_samples": n_samples, "seed": seed}))
        far.append(np.linalg.norm(found.best - found.truth))
    return np.mean(far)


def closer_to_the_truth(_settings):
    assert _mean_distance(1000) < 0.5 * _mean_distance(100)


def more_labels_are_1(settings):
    moved = [settings.model_copy(update={"data": "random labels", "true_bias": bias}) for bias in (-3.0, 0.0, 3.0)]
    ones = [problem(at).start.y.sum() for at in moved]
    assert ones == sorted(ones)
    middles = [-at.true_bias / 2.0 for at in moved]  # where b + 2x = 0
    assert middles == sorted(middles, reverse=True)


def say_more_about_x(_settings):
    areas = []
    for weight in (0.0, 1.0, 3.0, 6.0):
        found = problem(RANDOM.model_copy(update={"true_weight": weight, "n_samples": 1000})).start
        areas.append(area_under_curve(roc_curve(found.y, found.X[:, 0])))
    assert areas == sorted(areas)
    assert areas[0] == pytest.approx(0.5, abs=0.05)


CLAIMS = Claims(
    watch=logistic_presets.WATCH,
    right={"Separable labels": logistic_presets.separable},
    because={"Separable labels": logistic_presets.steeper_is_more_probable},
    sentences={
        **NEWTON,
        "100 epochs at $\\eta": published_runs,
        "maximises the likelihood minimises the cross entropy": one_number,
        "the dotted line lies on the thick one": one_number,
        "The same number from the likelihood": one_number,
        "the smallest positive number in double precision": smallest_double,
        "The dashed line is the loss of the best constant": best_constant,
        "it only trades one kind of error for the other": one_error_for_the_other,
        "fewer examples are called 1": one_error_for_the_other,
        "The area under it is the probability": area_is_a_probability,
        "The chance that a random 1 gets a higher probability": area_is_a_probability,
        "With one feature the curve hardly depends on the weights": ranked_by_x,
        "the curve itself only flips when": ranked_by_x,
        "calling everything 1 is right in most cases": everything_is_called_1,
        "so none diverges": bounded_steps,
        "steps get less noisy": less_noisy_but_fewer,
        "comes closer to the minimum, if it converges at all": closer_to_the_minimum,
        "up where the weight w is positive": up_or_down,
        "It changes decisions, never the training": never_the_training,
        "what is learnt depends less on chance": closer_to_the_truth,
        "more labels are 1": more_labels_are_1,
        "the labels say more about x": say_more_about_x,
    },
    computed={
        "of them with label 1": values,
        "by Newton's method from the same start in": messages.summary,
    },
    definitions={
        "The log-odds of label 1 are linear in": "defines the model",
        "nothing about it is random": "defines separable labels",
        "Start and shuffles come from the place in the stream": "names the data; its numbers have a check",
        "An example is called 1 when its probability is at least": "defines the threshold",
        "From this probability on an example is called 1": "defines the threshold",
        "In an epoch every example is used once": "defines an epoch",
        "How often every training example has been used": "defines an epoch",
        "They stay in this browser": "says where the data are",
        "This browser has no data of your own": "says what is missing",
        "It decides the points": "says what a seed is",
        "the draws are others, of the same kind": "says what a seed is",
        "every factor of ten is equally high": "defines a logarithmic axis",
        "both paths run on it": "explains a figure",
        "no bar: the score is undefined": "explains a figure",
    },
)
