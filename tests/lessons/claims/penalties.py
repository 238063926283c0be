"""What the penalties page claims, computed."""

import math

import numpy as np
import pytest

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.core.solvers.ridge import ridge
from nnviz.lessons.penalties import experiment, messages
from nnviz.lessons.penalties.printed import PRINTED, printed_for
from tests.lessons.claims import Claims, penalties_presets
from tests.lessons.claims.once import once
from tests.lessons.claims.penalties_data import DATA
from tests.lessons.claims.penalties_near_zero import NEAR_ZERO, changed, gradient, on_all_data, penalised, weights
from tests.lessons.claims.penalties_presets import half_and_half, halves_are_the_cheapest, only_proximal


def diverges(settings, method, n_steps=600):
    recorded, diverged = weights(on_all_data(settings), method, n_steps)
    return diverged or np.abs(recorded[-1]).max() > 1e3 * np.abs(recorded[:10]).max()


def limits_hold(settings):
    """Above its limit each kind of step on all data diverges, 5 % below it does not."""
    if settings.divided_by_batch and math.isfinite(settings.batch_size):
        return
    for method in experiment.methods(settings):
        limit, rate = messages.stable_learning_rate(settings, method), settings.learning_rate
        if rate > limit:
            assert diverges(settings, method, math.ceil(30.0 / math.log(2.0 * rate / limit - 1.0)))
        if limit < 100.0:
            assert diverges(changed(settings, learning_rate=1.1 * limit), method)
            assert not diverges(changed(settings, learning_rate=0.95 * limit), method)


def shares_along_directions(settings):
    X, y, _ = experiment.data(settings)
    strength = experiment.mean_strength(settings, experiment.batch_size(settings))
    A = design_matrix(X) if settings.penalise_bias else X - X.mean(axis=0)
    h, directions = np.linalg.eigh(A.T @ A / len(A))
    first = 0 if settings.penalise_bias else 1
    free, kept = (w[first:] @ directions for w in (ridge(X, y, 1e-13), experiment.exact_now(settings)))
    present = h > 1e-9  # a copied feature leaves one direction without any variance
    assert kept[present] == pytest.approx((free * h / (h + strength))[present], rel=1e-5)


def least_squares_without_a_penalty(settings):
    X, y, _ = experiment.data(settings)
    assert np.abs(gradient(settings, experiment.exact_now(settings))).max() < 1e-7
    fits = [design_matrix(X) @ w for w in (experiment.exact_now(settings), ridge(X, y, 0.0))]
    assert fits[0] == pytest.approx(fits[1], abs=1e-6)


def four_digits():
    """Descent with a = 1 on all of the notebook's 1,000 examples ends where α = 1 does, not where α = 2 does."""
    X, y, _ = experiment.data(PRINTED["ridge_exact"].settings)
    descended = np.array([6.00521432, 3.95865926])
    assert "6.00521432 3.95865926" in PRINTED["ridge_batch_sizes"].digits[-1]
    apart = [np.abs(ridge(X, y, alpha / 1000.0, True) / descended - 1.0).max() for alpha in (1.0, 2.0)]
    assert 1e-5 < apart[0] < 5e-5 < 5e-4 < apart[1]
    assert [f"{w:.3f}" for w in ridge(X, y, 0.001, True)] == [f"{w:.3f}" for w in descended]


def smaller_batches_pull_more(settings):
    at = changed(settings, divided_by_batch=True, penalty_strength=settings.penalty_strength or 1.0)
    strengths = [experiment.mean_strength(at, size) for size in experiment.batch_sizes(at)]
    assert np.all(np.diff(strengths) < 0.0)
    made = experiment.penalty(at)
    assert made.strength_in_batch(7) > made.strength_in_batch(8)
    sizes = [float(experiment.penalty(at).size(w, penalised(at))) for w in experiment.exact_by_size(at)]
    assert np.all(np.diff(sizes) >= -1e-7 * (1.0 + max(sizes)))


CLAIMS = Claims(
    watch=penalties_presets.WATCH,
    right={"Lasso: exact zero or oscillation": only_proximal, "Copied feature, ridge": half_and_half},
    because={
        "Lasso: exact zero or oscillation": penalties_presets.full_length_near_zero,
        "Copied feature, ridge": halves_are_the_cheapest,
    },
    sentences={
        "The learning rate is above 2/λmax": limits_hold,
        "The proximal step converges": limits_hold,
        "What contributes less is shrunk more": shares_along_directions,
        "the exact weights are those of least squares": least_squares_without_a_penalty,
        "the two agree in four digits": once(four_digits),
        "pulls more in smaller batches": smaller_batches_pull_more,
        "then smaller batches shrink more": smaller_batches_pull_more,
        **DATA,
        **NEAR_ZERO,
    },
    computed={
        "The notebook prints, after": printed_for,
        "which the notebook puts beside its descent": ridge,
        "The exact weights come from coordinate descent": experiment.exact,
        "the exact answer for every penalty strength": experiment.path,
    },
    definitions={
        "Logistic regression takes the same penalties": "a sum has the sum of the slopes",
        "Below 1 the penalty is not convex": "|w|ᵖ lies above its chord between 0 and 1",
        "Of a p-norm only the subgradient step runs here": "what the page does; for p = 1 and 2 it says what there is",
        "How many of its weights are exactly 0": "what is read",
        "How often every training example has been used": "what an epoch is",
        "In an epoch every example is used once": "what an epoch is",
        "The same penalty has other factors elsewhere": "points to a table; tests/core checks it with scikit-learn",
        "Standard deviation of the random part": "what the noise is",
        "does not fade near 0": "|w| has the slopes −1 and 1",
        "The weight that is moved for the curve": "what the picture shows",
        "the height of the fit is pulled to 0 as well": "what a penalty does to what it counts; checked for the bias",
        "What is added to the loss, times λ": "what the penalties are",
        "What trains side by side": "what the choice is",
        "as a step takes it, and the share": "names the factors of a table",
        "every step; thin dotted lines": "what the picture shows",
        "the others stay at their exact values": "what the picture shows",
        "the draws are others": "what a seed is",
        "the run learns faster, until steps overshoot": "what a rate is; checked for the laboratory",
        "what is learnt depends less on chance": "the law of large numbers",
        "steps get less noisy": "a mean of more",
        "the points scatter more around the truth": "what noise is; checked for the bias",
        "where the slope at": "what the subgradient is at 0",
    },
)
