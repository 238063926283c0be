"""The notebook's fits, each at its place in the one random stream."""

import numpy as np
import pytest

from nnviz.core.notebook.chain import CHAIN
from nnviz.core.notebook.printed import PRINTED
from nnviz.core.notebook.published import Fit, replay, walk
from nnviz.core.training.advance import advance, initial_state


def weights_after(experiment, n_steps):
    return advance(experiment, initial_state(experiment), n_steps)[1].weights


def test_every_printed_result_is_answered_in_the_notebooks_order():
    assert [entry.name for entry in CHAIN if entry.answers] == list(PRINTED)


def test_a_fit_trains_the_same_after_another_one_has_been_trained():
    pairs = list(replay(CHAIN, "batch_sizes"))
    alone = weights_after(pairs[3][1], 200)
    again = list(replay(CHAIN, "batch_sizes"))
    for _, experiment in again[:3]:
        weights_after(experiment, 200)
    assert weights_after(again[3][1], 200).tobytes() == alone.tobytes()


def test_passing_over_a_fit_makes_the_draws_of_training_it():
    (_, experiment), (_, following) = list(replay(CHAIN, "batch_sizes"))[:2]
    weights_after(experiment, 100 * 125)  # 100 epochs of batches of 8
    stream = experiment.random_source.stream
    np.testing.assert_array_equal(stream.normal(size=2), following.initial_weights)


def test_unequal_scales_at_a_high_learning_rate_diverge():
    ((_, experiment),) = replay(CHAIN, "scaled_diverges")
    assert advance(experiment, initial_state(experiment), 160)[0].diverged_at is not None


def test_a_stream_that_starts_anew_forgets_what_was_drawn_before():
    drawn = [data for entry, _, _, data in walk(CHAIN[:30]) if entry.name == "scaled_ols"]
    X, _ = drawn[0]["scaled"]
    np.testing.assert_array_equal(X[:, 0], drawn[0]["toy"][0][:, 0])


def test_only_fits_are_replayed_as_experiments():
    assert all(isinstance(fit, Fit) for fit, _ in replay(CHAIN, "lasso_gd"))
    assert list(replay(CHAIN, "lasso_exact")) == []


def test_an_unknown_entry_is_refused():
    with pytest.raises(KeyError):
        next(replay(CHAIN, "nothing of that name"))
