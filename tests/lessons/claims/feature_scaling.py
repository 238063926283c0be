"""What the page on feature scaling claims, computed from its data and runs."""

from functools import cache
from math import inf

import numpy as np
import pytest

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.figures.saturation import slope
from nnviz.lessons.feature_scaling import experiment
from nnviz.lessons.feature_scaling.messages import condition, condition_of
from nnviz.lessons.feature_scaling.page_values import values
from nnviz.lessons.feature_scaling.settings import (
    FEATURES,
    MEASURED,
    OWN,
    STANDARDISED,
    FeatureScalingSettings,
)
from tests.lessons.claims import Claims, linear_samples
from tests.lessons.claims import feature_scaling_presets as presets
from tests.lessons.claims.feature_scaling_presets import changed, recorded
from tests.lessons.claims.once import once
from tests.lessons.played import LESSONS, Played


def the_same_predictions(settings):
    known = experiment.data(settings)
    fitted = [design_matrix(known.of[name].examples.X) @ known.of[name].bowl.optimum for name in FEATURES]
    assert fitted[0] == pytest.approx(fitted[1], rel=1e-8, abs=1e-8)
    back = known.scale.weights_in_original_units(known.of[STANDARDISED].bowl.optimum)
    assert back == pytest.approx(known.of[MEASURED].bowl.optimum, rel=1e-6, abs=1e-8)


def one_column_for_all_rows(settings):
    rows = [line.split("|") for line in LESSONS["feature-scaling"].summary(settings).splitlines()[2:]]
    assert len(rows) == 3
    assert rows[0][3] == rows[1][3] == rows[2][3]


def mean_0_and_deviation_1(settings):
    known = experiment.data(settings)
    X = known.of[STANDARDISED].examples.X
    assert X.mean(axis=0) == pytest.approx(np.zeros(2), abs=1e-9)
    assert X.std(axis=0) == pytest.approx(np.ones(2))


def steps_of_a_digit(settings):
    """At 1/λmax the flattest direction is a tenth after so many steps, and above 2/λmax the steepest one grows."""
    for features in FEATURES:
        kappa = condition(settings, features)
        steps = -np.log(10.0) / np.log1p(-1.0 / kappa) if kappa > 1.0 + 1e-12 else 1.0
        assert (1.0 - 1.0 / kappa) ** steps == pytest.approx(0.1) or kappa < 1.0 + 1e-12
        assert kappa < 100.0 or steps == pytest.approx(kappa * np.log(10.0), rel=0.01)
    _limit_holds(settings.source, *(getattr(settings, name) for name in DATA))


DATA = ("n_samples", "noise", "centre", "scale", "seed")


@cache
def _limit_holds(source, *data):
    settings = changed(FeatureScalingSettings(source=source), **dict(zip(DATA, data, strict=True)))
    bowl = experiment.data(settings).of[MEASURED].bowl
    H = 2.0 * bowl.R.T @ bowl.R
    steepest = np.linalg.svd(bowl.R).Vh[0]
    for factor, grows in ((0.99, False), (1.01, True)):
        stepped = steepest - factor * bowl.largest_stable_learning_rate * H @ steepest
        assert (np.linalg.norm(stepped) > 1.0) == grows


def harm_of_mean_and_scale(settings):
    centred, divided = (condition_of(settings, half) for half in (experiment.centred_only, experiment.divided_only))
    assert values(settings)["is_the_mean"] == (divided > centred)


@once
def far_from_0_like_a_constant():
    """The cosine between the feature and the constant grows with the mean, and so does κ."""
    found = []
    for centre in (0.0, 25.0, 50.0, 100.0):
        settings = FeatureScalingSettings(centre=centre)
        x2 = experiment.data(settings).of[MEASURED].examples.X[:, 1]
        found.append((abs(x2.mean()) / np.sqrt(np.mean(x2**2)), condition(settings, MEASURED)))
    assert np.all(np.diff(found, axis=0) > 0.0)
    assert found[0][0] < 0.1
    assert found[2][0] > 0.95


def longer_with_the_centre(settings):
    if settings.source == OWN:
        kappas = [condition(changed(settings, centre=centre), MEASURED) for centre in (0.0, 50.0, 100.0)]
        assert np.all(np.diff(kappas) > 0.0)


@once
def deviation_of_x2():
    """On average over samples: steeper along w2; around 0 a longer valley, far from it less like a constant."""
    for centre in (0.0, 50.0, 100.0):
        curvature, kappa = [], []
        for scale in (2.0, 5.0, 10.0, 20.0):
            samples = [FeatureScalingSettings(centre=centre, scale=scale, seed=seed) for seed in range(20)]
            X = [experiment.data(each).of[MEASURED].examples.X[:, 1] for each in samples]
            curvature.append(np.mean([2.0 * np.mean(x**2) for x in X]))
            kappa.append(np.mean([condition(each, MEASURED) for each in samples]))
        assert np.all(np.diff(curvature) > 0.0)
        assert np.all(np.diff(kappa) > 0.0) == (centre == 0.0)
        assert centre == 0.0 or np.all(np.diff(kappa) < 0.0)


@once
def single_examples_explode_below():
    settings = FeatureScalingSettings(features=STANDARDISED, learning_rate=0.4, batch_size=1)
    limit = experiment.data(settings).of[STANDARDISED].bowl.largest_stable_learning_rate
    assert settings.learning_rate < 0.5 * limit
    assert recorded(settings, 4000).diverged_at is not None
    assert recorded(changed(settings, batch_size=inf), 400).diverged_at is None


def one_newton_step(settings):
    known = experiment.data(settings)
    for features in FEATURES:
        units = known.of[features]
        A, first = design_matrix(units.examples.X), experiment.start(settings)[features]
        gradient, H = 2.0 * A.T @ (A @ first - units.examples.y), 2.0 * A.T @ A
        assert first - np.linalg.solve(H, gradient) == pytest.approx(units.bowl.optimum, rel=1e-4, abs=1e-4)


def one_run_in_both_units(settings):
    run = Played("feature-scaling", settings, 30)
    own = run["standard_weights" if settings.features == STANDARDISED else "measured_weights"]
    steps = recorded(settings, 30).weights
    known = np.isfinite(own[1:]).all(axis=1)
    assert np.array_equal(own[1:][known], steps[: len(own) - 1][known])
    other = experiment.data(settings).scale.weights_in_original_units(run["standard_weights"])
    whole = np.isfinite(other).all(axis=1)
    assert other[whole] == pytest.approx(run["measured_weights"][whole], rel=1e-6, abs=1e-6)


def distances_as_measured(settings):
    run = Played("feature-scaling", settings, 30)
    far = np.abs(run["measured_weights"] - presets.optimum(settings))
    for weight in range(3):
        assert run[f"error_{weight}"] == pytest.approx(far[:, weight], nan_ok=True)


@once
def at_most_a_quarter():
    t = np.linspace(-30.0, 30.0, 2001)
    assert slope(t).max() == 0.25
    far = np.abs(t) > 15.0
    assert slope(t)[far] == pytest.approx(np.exp(-np.abs(t[far])), rel=1e-5)


CLAIMS = Claims(
    watch=presets.WATCH,
    right={"Standardised": presets.converges_within_ten_epochs},
    because={"Standardised": presets.one_rate_suits_all},
    sentences={
        "changes no prediction of the best model": the_same_predictions,
        "Least squares does not care, as the table shows": one_column_for_all_rows,
        "Standardising gives both the mean 0 and the deviation 1": mean_0_and_deviation_1,
        "on standardised ones with mean 0": mean_0_and_deviation_1,
        "or the steepest direction explodes": steps_of_a_digit,
        "steps for every further digit": steps_of_a_digit,
        "The mean does more of the harm than the scale": harm_of_mean_and_scale,
        "Here the scale does as much of the harm as the mean": harm_of_mean_and_scale,
        "A feature far from 0 looks like the constant": far_from_0_like_a_constant,
        "x2 resembles a constant, so bias and w2": longer_with_the_centre,
        "the loss gets steeper along w2": deviation_of_x2,
        "Around 0 the valley gets longer": deviation_of_x2,
        "a run can explode well below the limit": single_examples_explode_below,
        "do not mind the scale": one_newton_step,
        "Both planes show the same run": one_run_in_both_units,
        "the same run in standardised weights": one_run_in_both_units,
        "their distance from least squares, in measured units": distances_as_measured,
        "which is at most ¼ and": at_most_a_quarter,
        "the run learns faster, until steps overshoot": presets.faster_until_it_diverges,
        "steps get less noisy": presets.larger_batches_are_calmer,
        "comes closer to the minimum, if it converges": presets.longer_runs_come_closer,
        "what is learnt depends less on chance": linear_samples.less_chance_with_more_points,
        "the least possible loss and the errors of the weights grow": linear_samples.errors_grow_with_the_noise,
    },
    computed={
        " and deviation": values,
        "With the first weights of this run, half of": values,
    },
    definitions={
        "the longer and thinner is the valley": "an ellipse whose axes are as 1 to √κ",
        "They all look at the whole data set": "what a mean, a deviation, a least and a largest value are of",
        "There are other normalisations": "names them",
        "they belong to the model": "an instruction",
        "The third weight is held": "how the contours are drawn",
        "hardly any gradient comes back": "a product with a factor near 0",
        "there the slope cancels": "the derivation is on the page on logistic regression",
        "Bias, w1 and w2": "what is read",
        "How often every training example has been used": "what an epoch is",
        "In an epoch every example is used once": "what an epoch is",
        "It decides the points": "what the seed is for",
        "every factor of ten is equally high": "what a logarithm is",
        "Standard deviation of the random part": "what the noise is",
        "The mean of the feature x2": "what the centre is",
        "The standard deviation of the feature x2": "what the deviation is",
        "the draws are others": "what a seed is",
    },
)
