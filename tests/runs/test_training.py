"""A training run between the core and the page: whole chunks, honest ends, an eye on the clock."""

import numpy as np

from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.random_source import KeyedSource
from nnviz.core.training.advance import Experiment, advance, initial_state
from nnviz.core.training.optimizers import GradientDescent
from nnviz.runs.loop import FIRST_STEPS
from nnviz.runs.protocol import Checkpoint, StepBudget
from nnviz.runs.sampled import Sampled
from nnviz.runs.training import TrainingRun

generator = np.random.default_rng(3)
X = generator.normal(size=(50, 1))
y = 6 + 4 * X[:, 0]


def experiment(learning_rate):
    rates = np.asarray(learning_rate)
    optimizer = GradientDescent(float(rates) if rates.ndim == 0 else rates, 8)
    return Experiment(X, y, Network(1), LOSSES["mean squared error"], optimizer, random_source=KeyedSource(1))


def rows(settings, recording):
    return {"step": recording.step, "weights": recording.weights}


def last(settings, recording):
    return {"last": recording.weights}


RUN = TrainingRun(experiment, rows, (Sampled(last, most=1),))


def test_a_stretch_in_pieces_is_what_the_core_computes_in_one():
    n_steps = 80 * FIRST_STEPS
    chunk = RUN.resume(0.01, RUN.start(0.01).checkpoint, StepBudget(n_steps, 3))
    run = experiment(0.01)
    recording, state = advance(run, initial_state(run), n_steps, 3)
    assert chunk.frames["weights"].tobytes() == recording.weights.tobytes()
    assert chunk.checkpoint.arrays["weights"].tobytes() == state.weights.tobytes()


def test_what_is_made_once_in_an_answer_is_that_of_step_0_where_the_answer_begins_with_it():
    started = RUN.start(0.01)
    following = RUN.resume(0.01, started.checkpoint, StepBudget(20, follows_start=True))
    assert "last" not in following.frames
    both = started.then(following)
    assert both.frames["last"].step.tolist() == [0]
    assert both.frames["step"].tolist() == list(range(21))
    assert RUN.resume(0.01, following.checkpoint, StepBudget(20)).frames["last"].step.tolist() == [40]


def test_it_stops_early_when_it_has_done_enough():
    chunk = RUN.resume(0.01, RUN.start(0.01).checkpoint, StepBudget(10_000, time_left=lambda: 0.0))
    assert chunk.checkpoint.step == FIRST_STEPS


def test_a_diverged_run_ends_before_its_step_and_keeps_the_state_it_began_with():
    begin = RUN.start(5.0).checkpoint
    chunk = RUN.resume(5.0, begin, StepBudget(1000))
    assert chunk.ending.startswith("Diverged at step")
    assert np.isfinite(chunk.frames["weights"]).all()
    assert chunk.checkpoint is begin


def test_of_several_runs_the_stretch_goes_on_while_one_does():
    rates = (0.01, 5.0)
    chunk = RUN.resume(rates, RUN.start(rates).checkpoint, StepBudget(400))
    assert chunk.ending == ""
    assert np.isfinite(chunk.frames["weights"][:, 0]).all()
    assert np.isnan(chunk.frames["weights"][-1, 1]).all()
    assert RUN.resume((5.0, 6.0), RUN.start((5.0, 6.0)).checkpoint, StepBudget(400)).ending


def test_no_steps_give_the_keyframes_of_the_state():
    state = Checkpoint(7, {"weights": np.array([1.0, 2.0])})
    chunk = RUN.resume(0.01, state, StepBudget(0))
    assert len(chunk.frames["step"]) == 0
    assert chunk.frames["last"].step.tolist() == [7]
    np.testing.assert_array_equal(chunk.frames["last"].values, [[1.0, 2.0]])
