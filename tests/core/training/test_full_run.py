from dataclasses import replace
from math import inf

import numpy as np
import pytest

from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.network import Network
from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.published import replay
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import KeyedSource
from nnviz.core.solvers.closed_form import largest_stable_learning_rate
from nnviz.core.training.experiment import Experiment, initial_state
from nnviz.core.training.full_run import all_updates, plain_updates
from nnviz.core.training.optimizers import GradientDescent

SQUARED_ERROR = LOSSES["mean squared error"]


def run(n_samples=200, data="toy line", **optimizer):
    dataset = make_dataset(data, n_samples, 1.0, seed=0)
    descent = GradientDescent(**{"learning_rate": 0.01, "batch_size": 1, **optimizer})
    return Experiment(
        dataset.X, dataset.y, Network(dataset.X.shape[1]), SQUARED_ERROR, descent, random_source=KeyedSource(4)
    )


def plainly(experiment, n_steps):
    return plain_updates(experiment, initial_state(experiment), n_steps)


def assert_agree(experiment, n_steps):
    """All losses and weights agree with the plain loop to 1e-10."""
    together, plain = all_updates(experiment, n_steps), plainly(experiment, n_steps)
    assert together.diverged_at is plain.diverged_at is None
    np.testing.assert_allclose(together.loss, plain.loss, rtol=1e-10, atol=1e-10)
    np.testing.assert_allclose(together.weights, plain.weights, rtol=1e-10, atol=1e-10)


def assert_same_bytes(experiment, n_steps):
    together, plain = all_updates(experiment, n_steps), plainly(experiment, n_steps)
    assert together.diverged_at == plain.diverged_at
    assert together.loss.tobytes() == plain.loss.tobytes()
    assert together.weights.tobytes() == plain.weights.tobytes()


def test_a_hundred_thousand_single_example_updates_are_those_of_the_plain_loop():
    assert_agree(run(n_samples=1000), 100_000)


@pytest.mark.parametrize("batch_size", [1, 7, 8, 64, 199, 200, 1000])
@pytest.mark.parametrize("n_steps", [0, 1, 60, 2_345])
def test_every_batch_size_agrees_with_the_plain_loop_and_a_last_partial_batch_counts_as_what_it_is(batch_size, n_steps):
    assert_agree(run(batch_size=batch_size), n_steps)


def test_a_run_longer_than_is_gathered_at_once_goes_on_where_it_was():
    assert_agree(run(n_samples=200, batch_size=50), 6_000)  # 300,000 examples


def test_two_features_of_unequal_scales_agree_with_the_plain_loop():
    assert_agree(run(data="unequal scales", learning_rate=1e-4), 20_000)


@pytest.mark.parametrize(
    "penalty",
    [
        Penalty("L2", 0.3),
        Penalty("L2", 0.3, bias=True),
        Penalty("L2", 5.0, divided_by_batch=True),
    ],
)
@pytest.mark.parametrize("proximal", [False, True], ids=["subgradient", "proximal"])
@pytest.mark.parametrize("batch_size", [1, 7])
def test_an_l2_penalty_agrees_with_the_plain_loop(penalty, proximal, batch_size):
    assert_agree(replace(run(batch_size=batch_size, proximal=proximal), penalty=penalty), 5_000)


@pytest.mark.parametrize("share", [0.99, 0.9999])
def test_just_below_the_stability_limit_it_agrees_with_the_plain_loop(share):
    limit = largest_stable_learning_rate(run().X, SQUARED_ERROR)
    assert_agree(run(batch_size=200, learning_rate=share * limit), 20_000)


@pytest.mark.parametrize("learning_rate", [0.1, 0.3])
def test_single_examples_at_a_large_learning_rate_agree_with_the_plain_loop(learning_rate):
    assert_agree(run(n_samples=50, learning_rate=learning_rate), 20_000)


@pytest.mark.parametrize("batch_size", [1, 64, 200])
@pytest.mark.parametrize("limit", [1e15, inf])
def test_a_run_that_diverges_ends_where_the_plain_loop_does_with_the_same_bytes(batch_size, limit):
    diverging = replace(run(batch_size=batch_size, learning_rate=1.5), divergence_limit=limit)
    assert plainly(diverging, 5_000).diverged_at
    assert_same_bytes(diverging, 5_000)


@pytest.mark.parametrize(
    "otherwise",
    [
        {"penalty": Penalty("L1", 0.1)},
        {"optimizer": GradientDescent(0.01, 1, clip_norm=1.0)},
        {"optimizer": GradientDescent(0.01)},
        {"loss": LOSSES["log loss"]},
        {"model": Network(1, input_dropout=0.5)},
        {"model": Network(1, hidden=(2,))},
    ],
)
def test_what_is_not_a_chain_of_affine_maps_takes_the_plain_loop(otherwise):
    assert_same_bytes(replace(run(n_samples=30), **otherwise), 100)


def test_a_model_without_bias_agrees_with_the_plain_loop():
    assert_agree(replace(run(), model=Network(1, biases=(False,))), 1_000)


def test_the_notebooks_stream_of_draws_gives_its_published_weights():
    ((fit, experiment),) = replay(CHAIN, "sgd")
    weights = all_updates(experiment, 100_000).weights
    printed = {"1": [5.94304058, 3.9934523], "10": [6.16073223, 4.04277355], "100": [6.10863654, 3.89402869]}
    for label, expected in printed.items():
        assert np.round(weights[1000 * fit.printed_at[label] - 1], 8).tolist() == expected


def test_several_runs_are_refused():
    with pytest.raises(ValueError, match="one run"):
        all_updates(run(learning_rate=np.array([0.1, 0.01])), 10)
