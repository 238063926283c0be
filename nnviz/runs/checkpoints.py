"""Between what the core needs to go on and what travels: the only place that knows both."""

from collections.abc import Mapping

import numpy as np

from nnviz.core.training.experiment import WEIGHTS, State
from nnviz.core.types import FloatArray
from nnviz.runs.protocol import Checkpoint

NOT_YET = -1.0  # no step: a checkpoint's numbers are finite, so that what comes back from a browser can be checked
DIVERGED_AT = "diverged_at"
ONLY = "weights"
"""How the side of a run is called that trains by itself."""
OF = " · "
"""Between the name of a side and that of what it remembers beside its weights."""


def checkpoint_of(states: Mapping[str, State], diverged_at: Mapping[str, float] | None = None) -> Checkpoint:
    """The weights of every side under its name, and what it remembers under "<side> · <array>".

    With `diverged_at`, the step at which each side diverged: then sides may be undefined, and so each has an axis
    of runs (1, ...), of which one by itself may be.
    """
    step, apart = max(state.step for state in states.values()), diverged_at is not None
    arrays = {
        side if name == WEIGHTS else f"{side}{OF}{name}": array[None] if apart else array
        for side, state in states.items()
        for name, array in state.as_arrays().items()
    }
    if diverged_at is None:
        return Checkpoint(step, arrays)
    return Checkpoint(step, {**arrays, DIVERGED_AT: np.array(list(diverged_at.values()))})


def states_of(checkpoint: Checkpoint) -> dict[str, State]:
    """The state of every side by its name."""
    apart = DIVERGED_AT in checkpoint.arrays
    arrays_of: dict[str, dict[str, FloatArray]] = {}
    for name, array in checkpoint.arrays.items():
        side, _, own = name.partition(OF)
        if name != DIVERGED_AT:
            arrays_of.setdefault(side, {})[own or WEIGHTS] = array[0] if apart else array
    return {side: State.from_arrays(checkpoint.step, arrays) for side, arrays in arrays_of.items()}


def divergences_of(checkpoint: Checkpoint) -> list[float]:
    """The step at which each side diverged, NOT_YET for none, in the order of the sides."""
    n_sides = len(states_of(checkpoint))
    found: list[float] = checkpoint.arrays.get(DIVERGED_AT, np.full(n_sides, NOT_YET)).tolist()
    return found


def weights_of(checkpoint: Checkpoint) -> FloatArray:
    """The weights of a run that trains by itself."""
    return states_of(checkpoint)[ONLY].weights
