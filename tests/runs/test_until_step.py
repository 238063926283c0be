import numpy as np
import pytest

from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.training.experiment import Experiment
from nnviz.core.training.optimizers import GradientDescent
from nnviz.runs.checkpoints import weights_of
from nnviz.runs.loop import FIRST_STEPS
from nnviz.runs.protocol import StepBudget
from nnviz.runs.training import TrainingRun
from nnviz.runs.until_step import UntilStep

X = np.linspace(-1.0, 1.0, 12)[:, None]
Y = 6.0 + 4.0 * X[:, 0]


def experiment(rate):
    return Experiment(X, Y, Network(1), LOSSES["mean squared error"], GradientDescent(rate, 4), divergence_limit=1e6)


WHOLE = TrainingRun(
    experiment,
    lambda rate, recording: {"step": recording.step, "loss": recording.loss},
    at_frames=lambda rate, recording: {"weights": recording.weights},
)
RUN = UntilStep(WHOLE, lambda rate: 50, lambda rate, reached: f"reached {weights_of(reached)[0]:.6f}", n_steps=50)


@pytest.mark.parametrize("stride", [1, 7, 10, 16, 50, 64])
def test_the_last_step_is_recorded_whatever_the_stride(stride):
    start = RUN.start(0.1)
    chunk = RUN.resume(0.1, start.checkpoint, StepBudget(1000, stride))
    assert chunk.frames["step"][-1] == 50
    assert chunk.checkpoint.step == 50
    assert chunk.ending == f"reached {chunk.checkpoint.arrays['weights'][0]:.6f}"


@pytest.mark.parametrize("stride", [1, 7])
def test_the_weights_are_those_of_the_whole_run(stride):
    start = RUN.start(0.1)
    bounded = RUN.resume(0.1, start.checkpoint, StepBudget(1000, stride))
    whole = WHOLE.resume(0.1, start.checkpoint, StepBudget(50))
    assert bounded.checkpoint.arrays["weights"].tobytes() == whole.checkpoint.arrays["weights"].tobytes()


def test_a_run_that_stops_early_for_the_clock_goes_on_to_the_same_end():
    state, n_chunks = RUN.start(0.1).checkpoint, 0
    while not (chunk := RUN.resume(0.1, state, StepBudget(20, 7, lambda: 0.0))).ending:
        state, n_chunks = chunk.checkpoint, n_chunks + 1
    assert n_chunks == 50 // FIRST_STEPS
    assert (
        chunk.checkpoint.arrays["weights"].tobytes()
        == RUN.resume(0.1, RUN.start(0.1).checkpoint, StepBudget(50)).checkpoint.arrays["weights"].tobytes()
    )


def test_progress_goes_from_0_to_1_under_the_last_step():
    start = RUN.start(0.1)
    frames = start.then(RUN.resume(0.1, start.checkpoint, StepBudget(1000))).frames
    assert (frames["progress"][0], frames["progress"][-1]) == (0.0, 1.0)
    assert set(frames["last_step"]) == {50}


def test_a_divergence_before_the_last_step_is_told_as_such():
    start = RUN.start(10.0)
    assert RUN.resume(10.0, start.checkpoint, StepBudget(1000)).ending.startswith("Diverged at step")


def test_at_its_end_a_run_makes_no_more_steps():
    end = RUN.resume(0.1, RUN.start(0.1).checkpoint, StepBudget(50)).checkpoint
    again = RUN.resume(0.1, end, StepBudget(10))
    assert again.checkpoint.step == 50
    assert len(again.frames["step"]) == 0
    assert again.ending
