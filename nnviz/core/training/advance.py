"""Training: advance() makes the next steps of a run and records them.

A run may be cut after any step and resumed from its state: the steps, the recordings and the divergence are the same
to the last bit, because every epoch's draws are keyed by the epoch and nothing else is remembered.
"""

from dataclasses import replace

import numpy as np

from nnviz.core.models.network import Network
from nnviz.core.objectives.losses import Loss
from nnviz.core.training.batches import Batches
from nnviz.core.training.experiment import Experiment, State, initial_state
from nnviz.core.training.recording import Recorder, Recording, as_steps, diverged_before, join_recordings
from nnviz.core.training.updaters import updater_of
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
    end = state.step + n_steps
    cuts = [*sorted({edit.step for edit in experiment.edits if state.step < edit.step <= end}), end]
    if len(cuts) == 1:
        return _advance(experiment, state, n_steps, stride)
    recordings = []
    for cut in cuts:
        recording, state = _advance(experiment, state, cut - state.step, stride)
        experiment.edited(cut, state.weights)
        if cut in recording.step:
            experiment.edited(cut, recording.weights[-1])
        recordings.append(recording)
    joined = join_recordings(recordings)
    first = next((piece.diverged_at for piece in recordings if piece.diverged_at is not None), None)
    return (replace(joined, diverged_at=first) if np.ndim(state.weights) == 1 else joined), state


def _advance(experiment: Experiment, state: State, n_steps: int, stride: int) -> tuple[Recording, State]:
    """The same without an edit before the last step."""
    state = experiment.carries_on(state)
    leading = state.weights.shape[:-1]
    recorder = Recorder(experiment, state, n_steps, stride)
    updater = updater_of(experiment, state)
    with np.errstate(all="ignore"):  # an overflow is how a run diverges, and divergence is a result
        for block in Batches(experiment).blocks(state.step, n_steps, leading):
            if recorder.diverged.all():
                break
            updater.run(block, stride, recorder.room(block))
            recorder.add(block)
    updater.memory.forget(recorder.diverged)
    memory = {name: array.copy() for name, array in updater.memory.remembered.items()}
    return recorder.recording(), State(state.step + n_steps, updater.memory.weights.copy(), memory)


def recording_of(experiment: Experiment, state: State) -> Recording:
    """One row for a state by itself, such as step 0: its weights, and NaN for what only an update has."""
    state = experiment.carries_on(state)
    weights, gradient = state.weights[None].copy(), np.full((1, *state.weights.shape), np.nan)
    unseen = gradient[..., 0]
    memory = {name: array[None].copy() for name, array in state.memory.items()}
    diverged_at = as_steps(diverged_before(state))
    return Recording(np.array([state.step]), unseen, weights, gradient, unseen, unseen, diverged_at, memory)


def mean_loss(model: Network, loss: Loss, weights: FloatArray, X: FloatArray, y: FloatArray) -> FloatArray:
    """(1/n) Σ ℓ(zᵢ, yᵢ) of inference with weights (..., P) on X (n, n_features) and y (n,): (...)."""
    values = loss.per_example(model.outputs(weights, X), y)
    total: FloatArray = np.add.reduce(values, axis=-1)
    return total / len(y)
