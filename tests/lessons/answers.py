"""What the page computes decides the right answer to each question of a page whose claims have no module yet.

A check gets the preset's settings and says which of the answers holds, by its place.
"""

import numpy as np
import pytest

from nnviz.core.analysis.information import entropy, kl_divergence
from nnviz.core.analysis.odds import odds_of_probability
from nnviz.core.analysis.priors import penalised_fit
from nnviz.lessons.automatic_differentiation.graph import checked, computation
from nnviz.lessons.bias import fits
from nnviz.lessons.constraint_geometry.experiment import optimum
from nnviz.lessons.neurons.experiment import deep_network
from nnviz.lessons.priors import experiment as priors
from tests.lessons.played import Played


def toy_line(settings):
    return 2 if Played("lab", settings, 300).diverged else 0


def straight_boundary(settings):
    return int(np.argmin(np.abs(Played("lab", settings, 2000)["training_loss"][-1] - np.log(2.0) * np.arange(3) / 2)))


def overfit(settings):
    loss = Played("lab", settings, 4000)["validation_loss"]
    return 1 if loss.min() < 0.7 * loss[0] and loss[-1] > 2.0 * loss.min() else 0


def narrower(settings):
    few, many = (
        Played("least-squares", settings.model_copy(update={"n_samples": n}), 2000)["slope_deviation"][-1]
        for n in (10, 1000)
    )
    return int(np.argmin(np.abs(np.log(few / many) - np.log([10.0, 100.0, 1.0]))))


def through_the_origin(settings):
    slope = fits.table(settings, settings.model).estimates[-1]
    return 0 if abs(slope - fits.TRUE_SLOPE) < 1.0 else 1 if slope > fits.TRUE_SLOPE else 2


def four_to_one(settings):
    return (
        [0.25, 0.75, 0.8].index(settings.probability) if odds_of_probability(np.array(0.8)) == pytest.approx(4) else -1
    )


def almost_certain(settings):
    before, after = odds_of_probability(np.array([0.99, settings.probability]))
    return int(np.argmin(np.abs(after / before - np.array([1.0, 2.0, 10.0]))))


def questions_on_average(settings):
    p = np.array(settings.p.split(), dtype=float)
    return [1.5, 1.75, 2.0].index(float(entropy(p / p.sum())))


def missing_outcome(settings):
    p, q = (np.array(weights.split(), dtype=float) for weights in (settings.p, settings.q))
    return 2 if np.isinf(kl_divergence(p / p.sum(), q / q.sum())) else 0


def separable(settings):
    size = np.linalg.norm(Played("logistic-regression", settings, 2000)["weights"], axis=1)
    return 1 if np.all(np.diff(size[100:]) > 0.0) else 0


def used_twice(settings):
    x, y = settings.x, settings.y
    found = computation(settings)
    assert all(ours == pytest.approx(other, abs=1e-6) for ours, other in checked(settings, found).values())
    return int(np.argmin(np.abs(found.gradient["x"] - np.array([y, np.cos(x), y + np.cos(x), y * np.cos(x)]))))


def dead_relu(settings):
    played = Played("neurons", settings, 200)
    return 2 if np.ptp(played["weight_now"]) == np.ptp(played["bias_now"]) == 0.0 else 0


def deep_line(settings):
    return 0 if deep_network(settings).apart(np.linspace(-3.0, 3.0, 50)) < 1e-9 else 1


def certain_and_wrong(settings):
    loss = Played("backpropagation", settings, 60)["training_loss"]
    return 1 if loss[-1] > 0.98 * loss[0] else 0


def first_to_learn(settings):
    played = Played("xor", settings, 1000)
    squared, log = (np.argmax(played[f"{loss}_accuracy"] == 1.0) for loss in ("squared", "log"))
    return 0 if squared < log else 1 if log < squared else 2


def one_neuron(settings):
    played = Played("xor", settings, 4000)
    return [0.5, 0.75, 1.0].index(max(played["squared_accuracy"].max(), played["log_accuracy"].max()))


def dropout(settings):
    played = Played("dropout", settings, 1000)
    with_it, without = played["scaled_validation_loss"][-1], played["without_validation_loss"][-1]
    return 0 if with_it < 0.8 * without else 1 if without < 0.8 * with_it else 2


def one_example(settings):
    played = Played("batch-normalization", settings, 1000)
    assert played["beside_validation_accuracy"][-1] > 0.9
    return 2 if played["normalised_validation_accuracy"].max() < 0.65 else 0


def exact_zero(settings):
    played = Played("penalties", settings, 1000)
    subgradient, proximal = (played[f"{method}_zeros"][-300:] for method in ("subgradient", "proximal"))
    return 1 if subgradient.max() == 0 and proximal.min() == 1 else 0


def copied_feature(settings):
    _, first, second = Played("penalties", settings, 3000)["proximal_weights"][-1]
    return 1 if first == pytest.approx(second, rel=1e-6) else 0


def circle(settings):
    in_the_diamond = optimum(settings.model_copy(update={"exponent": 1.0}))[0]
    assert np.min(np.abs(in_the_diamond)) < 1e-6
    return 1 if np.min(np.abs(optimum(settings)[0])) > 0.05 else 0


def mode_at_zero(settings):
    line = priors.line(settings)
    assert abs(line.likeliest) > 0.05
    return int(penalised_fit(line, priors.prior(settings).penalty, settings.penalty_strength) == 0.0)


CHECKS = {
    ("lab", "Toy line, η = 1"): toy_line,
    ("lab", "XOR without a hidden layer"): straight_boundary,
    ("lab", "Overfit"): overfit,
    ("least-squares", "Ten points"): narrower,
    ("bias", "Through the origin, wrongly"): through_the_origin,
    ("odds", "4 to 1"): four_to_one,
    ("odds", "Almost certain"): almost_certain,
    ("entropy", "Halves, quarters, eighths"): questions_on_average,
    ("entropy", "q misses an outcome"): missing_outcome,
    ("logistic-regression", "Separable labels"): separable,
    ("automatic-differentiation", "x is used twice"): used_twice,
    ("neurons", "A dead ReLU"): dead_relu,
    ("neurons", "Deep, but a line"): deep_line,
    ("backpropagation", "Certain and wrong, squared error"): certain_and_wrong,
    ("xor", "The notebook's start"): first_to_learn,
    ("xor", "One neuron is not"): one_neuron,
    ("dropout", "Overfitting, cured"): dropout,
    ("batch-normalization", "One example at a step"): one_example,
    ("penalties", "Lasso: exact zero or oscillation"): exact_zero,
    ("penalties", "Copied feature, ridge"): copied_feature,
    ("constraint-geometry", "Circle"): circle,
    ("priors", "Laplace prior, mode at zero"): mode_at_zero,
}
