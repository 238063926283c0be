"""What the page on stochastic gradient descent claims, computed from its runs and their shuffles."""

from functools import cache

import numpy as np
import pytest

from nnviz.core.solvers.closed_form import design_matrix
from nnviz.lessons.stochastic_gradient_descent import page_values, runs
from nnviz.lessons.stochastic_gradient_descent.messages import notice
from nnviz.lessons.stochastic_gradient_descent.settings import NOTEBOOK_SIZES, SGDSettings, batch_sizes
from nnviz.user_data import examples
from tests.lessons.claims import Claims, linear_samples, stochastic_jitter
from tests.lessons.claims import stochastic_gradient_descent_presets as presets
from tests.lessons.claims.once import once
from tests.lessons.claims.stochastic_gradient_descent_presets import changed, comparison, excess, gradients_at_rest
from tests.lessons.played import Played

DATA = ("data", "n_samples", "noise", "seed")


def _data_only(settings, **fields):
    return changed(SGDSettings(), **{name: getattr(settings, name) for name in DATA}, **fields)


def same_start_and_order(settings):
    compared = comparison(settings)
    assert all(np.array_equal(run.weights[0], compared.start) for run in compared.runs.values())
    orders = [
        runs.experiment(settings, size).random_source.of_epoch(1, compared.n_samples, 0).order.tolist()
        for size in batch_sizes(settings).values()
    ]
    assert orders == [orders[0]] * 4


def a_batch_that_is_not_full(settings):
    """The last update of the first epoch is made with the mean gradient of the examples that are left."""
    compared = comparison(settings)
    run, size = compared.runs["show_8"], min(8, compared.n_samples)
    last = -(-compared.n_samples // size)
    order = runs.experiment(settings, 8).random_source.of_epoch(0, compared.n_samples, 0).order[size * (last - 1) :]
    before, A = run.weights[last - 1], design_matrix(compared.X)[order]
    step = settings.learning_rate * 2.0 * (A * (A @ before - compared.y[order])[:, None]).mean(axis=0)
    if len(order) < compared.n_samples and np.isfinite(run.weights[last]).all():
        assert run.weights[last] == pytest.approx(before - step, rel=1e-6, abs=1e-8)


def steps_in_an_epoch(settings):
    compared = comparison(settings)
    for run in compared.runs.values():
        whole = run.n_updates(np.array([compared.n_samples]))[0]
        assert whole == -(-compared.n_samples // run.batch_size)
    assert compared.runs["show_1"].n_updates(np.array([1]))[0] == 1
    assert compared.runs["show_all"].n_updates(np.array([compared.n_samples - 1]))[0] == 0


@cache
def _growth_of_single_examples(settings):
    """The mean logarithm by which an update of one example lengthens the way, at 97 % of the limit of all the data."""
    compared = comparison(settings)
    A, rng = design_matrix(compared.X), np.random.default_rng(0)
    rate = 0.97 * compared.bowl.largest_stable_learning_rate
    way, grown, n_updates = np.ones(2), 0.0, 0
    while n_updates < 4000:
        for a in A[rng.permutation(len(A))]:
            way = way - 2.0 * rate * a * (a @ way)
            length = np.linalg.norm(way)
            way, grown, n_updates = way / length, grown + np.log(length), n_updates + 1
    return grown / n_updates


def single_ones_diverge_before(settings):
    assert _growth_of_single_examples(_data_only(settings, n_epochs=1)) > 0.05


def counts_examples(settings):
    played, compared = Played("stochastic-gradient-descent", settings, 50), comparison(settings)
    steps = played["step"]
    assert np.array_equal(steps, np.arange(len(steps)))
    for switch, run in compared.runs.items():
        n_updates = runs.complete_updates(steps, compared.n_samples, run.batch_size)
        assert np.array_equal(played[f"weights_{switch}"], run.weights[n_updates], equal_nan=True)


def diverged_as_said(settings):
    for switch, run in comparison(settings).runs.items():
        at = run.updates.diverged_at
        if at is not None and getattr(settings, switch):
            assert f"at its step {at:,}" in notice(settings)
            assert not run.updates.loss[at - 1] <= 1e15


def takes_all(settings):
    compared = comparison(settings)
    same = compared.runs["show_all"].weights
    for switch, size in batch_sizes(settings).items():
        if f"B = {size}" in notice(settings).split(" take")[0] and size and size >= compared.n_samples:
            assert np.allclose(compared.runs[switch].weights, same, rtol=1e-9, equal_nan=True)


def notebooks_sizes(settings):
    assert (settings.data, runs.PUBLISHED_SIZES) == (NOTEBOOK_SIZES, (8, 16, 32, 64, 128, 256))
    assert settings.batch_size not in runs.PUBLISHED_SIZES


@once
def approaches_and_jitters():
    settings = SGDSettings(n_epochs=50)
    for switch, first in (("show_1", 1000), ("show_8", 125)):
        far = excess(settings, switch)
        assert far[first] < 0.01 * far[0]
        assert far[3 * first :].mean() < far[first // 5 : first].mean()
        assert far[3 * first :].std() > 0.0
    assert np.all(np.diff(excess(settings, "show_all")) < 0.0)


@once
def fewer_and_calmer_steps():
    gradients = gradients_at_rest(SGDSettings())
    rng = np.random.default_rng(3)
    means = [gradients[[rng.permutation(200)[:size] for _ in range(200)]].mean(axis=1) for size in (2, 16, 128)]
    assert np.all(np.diff([mean.std(axis=0).max() for mean in means]) < 0.0)
    assert np.all(np.diff([-(-200 // size) for size in (2, 16, 128)]) < 0.0)


@once
def faster_until_it_diverges():
    after = [excess(SGDSettings(learning_rate=rate), "show_all")[-1] for rate in (1e-4, 1e-3, 0.01, 0.1)]
    assert np.all(np.diff(after) < 0.0)
    too_large = comparison(SGDSettings(learning_rate=1.0, n_epochs=100))
    assert excess(SGDSettings(learning_rate=1.0, n_epochs=100), "show_all")[-1] > excess(SGDSettings(), "show_all")[0]
    assert too_large.runs["show_1"].updates.diverged_at is not None


CLAIMS = Claims(
    watch=presets.WATCH,
    right={"No noise": presets.rests},
    because={"No noise": presets.comes_to_rest},
    sentences={
        **stochastic_jitter.JITTER,
        "All four runs start at the same weights": same_start_and_order,
        "a last batch that is not full is averaged": a_batch_that_is_not_full,
        "An **epoch** is over when": steps_in_an_epoch,
        "An epoch is N steps for B = 1": steps_in_an_epoch,
        "The loss of an update is that of its batch before": presets.before_the_step,
        "and diverge before the whole does": single_ones_diverge_before,
        "every run shows its last complete step": counts_examples,
        "at its step": diverged_as_said,
        "examples at every step, as B = N does": takes_all,
        "The notebook's batch sizes are": notebooks_sizes,
        "first they approach the minimum, then small batches": approaches_and_jitters,
        "its steps get less noisy, but there are fewer": fewer_and_calmer_steps,
        "the run learns faster, until steps overshoot": faster_until_it_diverges,
        "what is learnt depends less on chance": linear_samples.less_chance_with_more_points,
        "the least possible loss and the errors of the weights grow": linear_samples.errors_grow_with_the_noise,
    },
    computed={
        "That is the end of an epoch, where a run has seen each example equally often": page_values.values,
        "on the way to least squares": page_values.values,
        "where they end": page_values.values,
        "This browser has no data of your own": examples.ChosenData.notice,
        "Diverged, with a batch loss above": notice,
    },
    definitions={
        "is also called a mini-batch": "a word, and a custom",
        "a step of": "each of the N examples is looked at once by both; the clock counts them",
        "examples for one step": "what gradient descent is",
        "the points play": "what the picture shows",
        "How many examples the runs have used": "what the clock counts",
        "How many updates the picture of single losses shows": "what the choice is",
        "How often every example is used": "what an epoch is",
        "How often every training example has been used": "what an epoch is",
        "It decides the points": "what the seed is for",
        "Loss of every update": "the title of a figure",
        "every factor of ten is equally high": "what a logarithm is",
        "Standard deviation of the random part": "what the noise is",
        "The bias and w1 of this run": "what is read",
        "The points; with the notebook's come a start": "what the choice is",
        "The same for every batch size": "what the rate is",
        "They stay in this browser": "where data are kept; tests/web has its tests",
        "the draws are others": "what a seed is",
        "what a step has cost and brought": "explains a figure",
    },
)
