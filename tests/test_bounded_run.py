import numpy as np
import pytest

from nnviz.bounded_run import BoundedRun
from nnviz.core.experiment import Experiment
from nnviz.core.losses import LOSSES
from nnviz.core.models import Network
from nnviz.core.optimizers import GradientDescent
from nnviz.lesson import Span
from nnviz.training_run import TrainingRun

X = np.linspace(-1.0, 1.0, 12)[:, None]
Y = 6.0 + 4.0 * X[:, 0]


def experiment(rate):
    return Experiment(X, Y, Network(1), LOSSES["mean squared error"], GradientDescent(rate, 4), divergence_limit=1e6)


WHOLE = TrainingRun(experiment, lambda rate, recording: {"step": recording.step, "weights": recording.weights})
RUN = BoundedRun(WHOLE, lambda rate: 50, lambda rate, weights: f"reached {weights[0]:.6f}", n_steps=50)


@pytest.mark.parametrize("stride", [1, 7, 16, 64])
def test_the_last_step_is_recorded_whatever_the_stride(stride):
    start = RUN.start(0.1)
    stretch = RUN.go_on(0.1, start.state, Span(1000, stride))
    assert stretch.frames["step"][-1] == 50
    assert stretch.state.step == 50
    assert stretch.ending == f"reached {stretch.state.arrays['weights'][0]:.6f}"


@pytest.mark.parametrize("stride", [1, 7])
def test_the_weights_are_those_of_the_whole_run(stride):
    start = RUN.start(0.1)
    bounded = RUN.go_on(0.1, start.state, Span(1000, stride))
    whole = WHOLE.go_on(0.1, start.state, Span(50))
    assert bounded.state.arrays["weights"].tobytes() == whole.state.arrays["weights"].tobytes()


def test_a_run_that_stops_early_for_the_clock_goes_on_to_the_same_end():
    state, n_stretches = RUN.start(0.1).state, 0
    while not (stretch := RUN.go_on(0.1, state, Span(20, 7, lambda: True))).ending:
        state, n_stretches = stretch.state, n_stretches + 1
    assert n_stretches == 2
    assert (
        stretch.state.arrays["weights"].tobytes()
        == RUN.go_on(0.1, RUN.start(0.1).state, Span(50)).state.arrays["weights"].tobytes()
    )


def test_progress_goes_from_0_to_1_under_the_last_step():
    start = RUN.start(0.1)
    frames = start.then(RUN.go_on(0.1, start.state, Span(1000))).frames
    assert (frames["progress"][0], frames["progress"][-1]) == (0.0, 1.0)
    assert set(frames["last_step"]) == {50}


def test_a_divergence_before_the_last_step_is_told_as_such():
    start = RUN.start(10.0)
    assert RUN.go_on(10.0, start.state, Span(1000)).ending.startswith("Diverged at step")


def test_at_its_end_a_run_makes_no_more_steps():
    end = RUN.go_on(0.1, RUN.start(0.1).state, Span(50)).state
    again = RUN.go_on(0.1, end, Span(10))
    assert again.state.step == 50
    assert len(again.frames["step"]) == 0
    assert again.ending
