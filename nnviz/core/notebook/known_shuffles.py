"""Where the notebook's random stream is after its long shuffles, so that nobody has to make them to get there.

A shuffle of the old generator draws as often as it has to, so it cannot be jumped over. The file
`known_shuffles.npz` holds the states after the long ones, keyed by what leads to them; whatever is not in it
is drawn, once. A test makes all of them and compares; `python -m nnviz.core.notebook.make_known_shuffles` writes the
file.
"""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.random import RandomState

from nnviz.core.types import IntArray

LONG = 100_000
"""Places shuffled from which on a state is worth its 2.5 kB: 1 ms."""


def shuffle_often(stream: RandomState, n_times: int, n_samples: int) -> None:
    """Takes the stream to where it is after n_times random orders of n_samples examples."""
    is_long, known = n_times * n_samples >= LONG, known_states()
    key = key_of(stream, n_times, n_samples) if is_long else ""
    if key in known:
        state = stream.get_state(legacy=False)
        state["state"] = {"key": known[key][:-1], "pos": int(known[key][-1])}
        stream.set_state(state)
        return
    for _ in range(n_times):
        stream.permutation(n_samples)
    if is_long:
        _, words, place, *_ = stream.get_state(legacy=True)
        known[key] = np.append(words, place).astype("<u4")


def key_of(stream: RandomState, n_times: int, n_samples: int) -> str:
    """What a state follows from: the state before, and the shuffles."""
    _, words, place, *_ = stream.get_state(legacy=True)
    told = np.asarray(words).tobytes() + f"{place} {n_times} {n_samples}".encode()
    return blake2b(told, digest_size=8).hexdigest()


@cache
def known_states() -> dict[str, IntArray]:
    """The states, the generator's words (624,) and the place among them, by `key_of` what led to them."""
    with files("nnviz.core.notebook").joinpath("known_shuffles.npz").open("rb") as file:
        stored: Any = np.load(file)
        return dict(zip(stored["keys"].tolist(), stored["states"], strict=True))
