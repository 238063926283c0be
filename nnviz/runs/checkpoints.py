"""Between what the core needs to go on and what travels: the only place that knows both."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.training import State
from nnviz.core.types import FloatArray
from nnviz.runs.protocol import Checkpoint

NOT_YET = -1.0  # no step: a checkpoint's numbers are finite, so that what comes back from a browser can be checked
DIVERGED_AT = "diverged_at"
ONLY = "weights"
"""How the side of a run is called that trains by itself."""


def checkpoint_of(states: Mapping[str, State], diverged_at: Mapping[str, float] | None = None) -> Checkpoint:
    """The weights of every side under its name.

    With `diverged_at`, the step at which each side diverged: then sides may be undefined, and so each has an axis
    of runs (1, P), of which one by itself may be.
    """
    step = max(state.step for state in states.values())
    if diverged_at is None:
        return Checkpoint(step, {name: state.weights for name, state in states.items()})
    weights = {name: state.weights[None] for name, state in states.items()}
    return Checkpoint(step, {**weights, DIVERGED_AT: np.array(list(diverged_at.values()))})


def states_of(checkpoint: Checkpoint) -> dict[str, State]:
    """The state of every side by its name."""
    arrays, apart = checkpoint.arrays, DIVERGED_AT in checkpoint.arrays
    weights = {name: array[0] if apart else array for name, array in arrays.items() if name != DIVERGED_AT}
    return {name: State(checkpoint.step, array) for name, array in weights.items()}


def divergences_of(checkpoint: Checkpoint) -> list[float]:
    """The step at which each side diverged, NOT_YET for none, in the order of the sides."""
    n_sides = len(states_of(checkpoint))
    found: list[float] = checkpoint.arrays.get(DIVERGED_AT, np.full(n_sides, NOT_YET)).tolist()
    return found


def weights_of(checkpoint: Checkpoint) -> FloatArray:
    """The weights of a run that trains by itself."""
    return states_of(checkpoint)[ONLY].weights
