"""Training: advance() makes the next steps of a run and records them.

A run may be cut after any step and resumed from its state: the steps, the recordings and the divergence are the same
to the last bit, because every epoch's draws are keyed by the epoch and nothing else is remembered.
"""

import numpy as np

from nnviz.core.batches import Batches
from nnviz.core.experiment import Experiment, State, initial_state
from nnviz.core.losses import Loss
from nnviz.core.models import Network
from nnviz.core.recording import Recorder, Recording, as_steps, diverged_before
from nnviz.core.steppers import stepper_of
from nnviz.core.types import FloatArray

__all__ = ["Experiment", "Recording", "State", "advance", "initial_state", "mean_loss", "recording_of"]


def advance(experiment: Experiment, state: State, n_steps: int, stride: int = 1) -> tuple[Recording, State]:
    """The next n_steps of a run: every stride-th step (counted from step 0) recorded, and the state after the last.

    A run that diverges stops there: its weights are NaN from that step on, and the others go on. A run that comes in
    diverged is reported at the step it comes in with.
    Raises ValueError when n_steps is negative or the stride below 1.
    """
    if n_steps < 0 or stride < 1:
        raise ValueError("n_steps is at least 0 and stride at least 1")
    leading = experiment.leading(state.weights)
    state = State(state.step, np.broadcast_to(state.weights, (*leading, state.weights.shape[-1])))
    recorder = Recorder(experiment, state, n_steps, stride)
    stepper = stepper_of(experiment, state.weights)
    with np.errstate(all="ignore"):  # an overflow is how a run diverges, and divergence is a result
        for block in Batches(experiment).blocks(state.step, n_steps, leading):
            if recorder.diverged.all():
                break
            stepper.run(block, stride, recorder.room(block))
            recorder.add(block)
    weights = stepper.memory[..., 0, :].copy()
    weights[recorder.diverged] = np.nan
    return recorder.recording(), State(state.step + n_steps, weights)


def recording_of(experiment: Experiment, state: State) -> Recording:
    """One row for a state by itself, such as step 0: its weights, and NaN for what only an update has."""
    leading = experiment.leading(state.weights)
    weights = np.broadcast_to(state.weights, (1, *leading, state.weights.shape[-1])).copy()
    unseen = np.full((1, *leading), np.nan)
    diverged_at = as_steps(diverged_before(State(state.step, weights[0])))
    gradient = np.full_like(weights, np.nan)
    return Recording(np.array([state.step]), unseen, weights, gradient, unseen, unseen, diverged_at)


def mean_loss(model: Network, loss: Loss, weights: FloatArray, X: FloatArray, y: FloatArray) -> FloatArray:
    """(1/n) Σ ℓ(zᵢ, yᵢ) of inference with weights (..., P) on X (n, n_features) and y (n,): (...)."""
    values = loss.value(model.outputs(weights, X), y)
    total: FloatArray = np.add.reduce(values, axis=-1)
    return total / len(y)
