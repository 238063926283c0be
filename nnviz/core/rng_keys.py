"""The keys of the random numbers that are drawn once, outside the epochs of training.

An epoch draws from the key [seed, epoch]. NumPy pads a key with zeros, so [seed, 0] and [seed, 0, 0] are the same
stream; a purpose is therefore a number from 1 up and its key [seed, 0, purpose] is no epoch's.
"""

import numpy as np

DATA = 1
SPLIT = 2
WEIGHTS = 3
DIRECTIONS = 4
NOISE = 5
REDRAWS = 6
REDUNDANT = 7
SHUFFLES = 8
SUBNETWORKS = 9


def generator(seed: int, rng_key: int) -> np.random.Generator:
    """The stream of one purpose, default_rng([seed, 0, purpose]).

    Raises ValueError for a negative seed and for a purpose below 1, which would be an epoch's key.
    """
    if rng_key < 1:
        raise ValueError(f"a purpose is at least 1, not {rng_key}")
    return np.random.default_rng([seed, 0, rng_key])
