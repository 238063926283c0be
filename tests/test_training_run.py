"""A training run between the core and the page: whole stretches, honest ends, an eye on the clock."""

import numpy as np

from nnviz.core.draws import KeyedDraws
from nnviz.core.losses import LOSSES
from nnviz.core.models import Network
from nnviz.core.optimizers import GradientDescent
from nnviz.core.training import Experiment, advance, initial_state
from nnviz.lesson import Keyframes, RunState, Span
from nnviz.training_run import FIRST_STEPS, TrainingRun

generator = np.random.default_rng(3)
X = generator.normal(size=(50, 1))
y = 6 + 4 * X[:, 0]


def experiment(learning_rate):
    rates = np.asarray(learning_rate)
    optimizer = GradientDescent(float(rates) if rates.ndim == 0 else rates, 8)
    return Experiment(X, y, Network(1), LOSSES["mean squared error"], optimizer, draws=KeyedDraws(1))


def rows(settings, recording):
    return {"step": recording.step, "weights": recording.weights}


def keyframes(settings, recording):
    return {"last": Keyframes(recording.step[-1:], recording.weights[-1:])}


RUN = TrainingRun(experiment, rows, keyframes)


def test_a_stretch_in_pieces_is_what_the_core_computes_in_one():
    n_steps = 5 * FIRST_STEPS
    stretch = RUN.go_on(0.01, RUN.start(0.01).state, Span(n_steps, 3))
    run = experiment(0.01)
    recording, state = advance(run, initial_state(run), n_steps, 3)
    assert stretch.frames["weights"].tobytes() == recording.weights.tobytes()
    assert stretch.state.arrays["weights"].tobytes() == state.weights.tobytes()


def test_it_stops_early_when_it_has_done_enough():
    stretch = RUN.go_on(0.01, RUN.start(0.01).state, Span(10_000, enough=lambda: True))
    assert stretch.state.step == FIRST_STEPS


def test_a_diverged_run_ends_before_its_step_and_keeps_the_state_it_began_with():
    begin = RUN.start(5.0).state
    stretch = RUN.go_on(5.0, begin, Span(1000))
    assert stretch.ending.startswith("Diverged at step")
    assert np.isfinite(stretch.frames["weights"]).all()
    assert stretch.state is begin


def test_of_several_runs_the_stretch_goes_on_while_one_does():
    rates = (0.01, 5.0)
    stretch = RUN.go_on(rates, RUN.start(rates).state, Span(400))
    assert stretch.ending == ""
    assert np.isfinite(stretch.frames["weights"][:, 0]).all()
    assert np.isnan(stretch.frames["weights"][-1, 1]).all()
    assert RUN.go_on((5.0, 6.0), RUN.start((5.0, 6.0)).state, Span(400)).ending


def test_no_steps_give_the_keyframes_of_the_state():
    state = RunState(7, {"weights": np.array([1.0, 2.0])})
    stretch = RUN.go_on(0.01, state, Span(0))
    assert len(stretch.frames["step"]) == 0
    assert stretch.frames["last"].step.tolist() == [7]
    np.testing.assert_array_equal(stretch.frames["last"].values, [[1.0, 2.0]])
