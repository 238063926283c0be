"""A divergence is a result: told at its step, whatever is recorded, and nothing is left of what came after."""

from dataclasses import replace

import numpy as np

from nnviz.core.training.advance import State, advance, initial_state
from tests.core.training.test_advance import EXPERIMENTS


def test_divergence_is_told_at_its_first_step_whatever_is_recorded():
    experiment = replace(EXPERIMENTS["a run that diverges"], divergence_limit=1e6)
    unlimited = replace(experiment, divergence_limit=np.inf)
    losses = advance(unlimited, initial_state(unlimited), 100)[0].loss
    first = 1 + int(np.argmax(~(losses <= 1e6)))
    for stride in (1, 7, 1000):
        recording, state = advance(experiment, initial_state(experiment), 100, stride)
        assert recording.diverged_at == first
        assert np.isnan(state.weights).all()
        assert state.step == 100


def test_a_diverged_run_keeps_its_last_loss_and_nothing_after_it():
    experiment = EXPERIMENTS["a run that diverges"]
    recording, _ = advance(experiment, initial_state(experiment), 300)
    end = recording.diverged_at
    assert np.isfinite(recording.loss[:end]).all()
    assert recording.loss[end - 1] > experiment.divergence_limit
    assert np.isfinite(recording.weights[: end - 1]).all()
    assert np.isnan(recording.weights[end - 1 :]).all()
    assert np.isnan(recording.loss[end:]).all()
    assert np.isnan(recording.gradient_norm[end:]).all()
    assert np.isnan(recording.gradient[end:]).all()


def test_one_run_diverges_and_the_others_go_on():
    experiment = EXPERIMENTS["runs that diverge"]
    recording, state = advance(experiment, initial_state(experiment), 300)
    assert recording.diverged_at[0] is None
    assert recording.diverged_at[1] > recording.diverged_at[2] > 0
    assert np.isfinite(recording.weights[:, 0]).all()
    assert np.isnan(state.weights[1:]).all()


def test_a_run_that_comes_in_diverged_is_told_at_its_step():
    experiment = EXPERIMENTS["a run that diverges"]
    recording, state = advance(experiment, State(7, np.full(3, np.nan)), 4)
    assert recording.diverged_at == 7
    assert np.isnan(recording.weights).all()
    assert state.step == 11
