from dataclasses import replace

import numpy as np
import pytest

from nnviz.core.data.datasets import make_dataset
from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.optimizers import GradientDescent
from nnviz.runs.protocol import Checkpoint, StepBudget
from nnviz.runs.side_by_side import SideBySide

DATA = make_dataset("toy line", 30, 1.0, 0)
CALM = Experiment(
    DATA.X, DATA.y, Network(1), LOSSES["mean squared error"], GradientDescent(0.05, 8), random_source=KeyedSource(3)
)
WILD = replace(CALM, optimizer=GradientDescent(3.0, 8), divergence_limit=1e6)
WILDER = replace(CALM, optimizer=GradientDescent(30.0, 8), divergence_limit=1e6)


def rows(settings, recordings):
    found = {"step": next(iter(recordings.values())).step}
    return found | {f"{name}_weights": recording.weights for name, recording in recordings.items()}


def side_by_side(**experiments):
    return SideBySide(lambda settings: experiments, rows, explain=lambda settings, steps: f"ended {steps}")


def diverged_at(experiment):
    return advance(experiment, initial_state(experiment), 200)[0].diverged_at


def test_each_side_is_the_run_that_it_would_be_alone():
    run = side_by_side(calm=CALM, slower=replace(CALM, optimizer=GradientDescent(0.01, 8)))
    chunk = run.resume(None, run.start(None).checkpoint, StepBudget(50))
    alone, _ = advance(CALM, initial_state(CALM), 50)
    assert chunk.frames["calm_weights"].tobytes() == alone.weights.tobytes()
    assert not np.array_equal(chunk.frames["calm_weights"], chunk.frames["slower_weights"])


def test_a_side_that_diverges_is_nan_from_then_on_and_the_other_goes_on():
    run, step = side_by_side(calm=CALM, wild=WILD), diverged_at(WILD)
    chunk = run.resume(None, run.start(None).checkpoint, StepBudget(100))
    after = chunk.frames["step"] >= step
    assert chunk.ending == ""
    assert np.isnan(chunk.frames["wild_weights"][after]).all()
    assert np.isfinite(chunk.frames["wild_weights"][~after]).all()
    assert np.isfinite(chunk.frames["calm_weights"]).all()
    np.testing.assert_array_equal(chunk.frames["wild_diverged_at"], np.where(after, step, np.nan))


@pytest.mark.parametrize("cut", [1, 7, 40])
def test_a_cut_run_goes_on_with_the_same_bytes_and_remembers_who_diverged(cut):
    run = side_by_side(calm=CALM, wild=WILD)
    whole = run.resume(None, run.start(None).checkpoint, StepBudget(90))
    first = run.resume(None, run.start(None).checkpoint, StepBudget(cut))
    second = run.resume(None, Checkpoint(first.checkpoint.step, dict(first.checkpoint.arrays)), StepBudget(90 - cut))
    for name, array in whole.checkpoint.arrays.items():
        assert array.tobytes() == second.checkpoint.arrays[name].tobytes()
    for name, frames in whole.frames.items():
        joined = np.concatenate([first.frames[name], second.frames[name]])
        np.testing.assert_array_equal(joined, frames)


def test_the_run_ends_when_no_side_is_left_and_says_when_each_diverged():
    run = side_by_side(wild=WILD, wilder=WILDER)
    chunk = run.resume(None, run.start(None).checkpoint, StepBudget(200))
    steps = {"wild": diverged_at(WILD), "wilder": diverged_at(WILDER)}
    assert chunk.ending == f"ended {steps}"
    assert chunk.frames["step"][-1] == max(steps.values())


def test_recorded_steps_follow_the_stride_and_the_state_is_at_the_last_step():
    run = side_by_side(calm=CALM, slower=replace(CALM, optimizer=GradientDescent(0.01, 8)))
    chunk = run.resume(None, run.start(None).checkpoint, StepBudget(50, stride=7))
    np.testing.assert_array_equal(chunk.frames["step"], np.arange(7, 50, 7))
    assert chunk.checkpoint.step == 50
