"""Generators of many keys at once: those of default_rng([seed, epoch]), made in one pass over the epochs.

NumPy spreads a key over 128 bits of state by hashing its words (numpy.random.SeedSequence, whose results NumPy keeps
from version to version). For one key that takes longer than the draws of a short epoch; here each operation of it is
done for all epochs together.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint32]

N_WORDS = 4  # of the pool that a key is mixed into
FIRST_A, FACTOR_A = 0x43B0D7E5, 0x931E8875
FIRST_B, FACTOR_B = 0x8B51F9DD, 0x58F38DED
LEFT, RIGHT = np.uint32(0xCA01F9DD), np.uint32(0x4973F715)
HALF = np.uint32(16)
PCG_FACTOR = 0x2360ED051FC65DA44385DF649FCCF645
BELOW = 2**32
"""Seeds and epochs are one word each."""


class _Hash:
    """Mixes words with constants that are others at each call."""

    def __init__(self, first: int, factor: int) -> None:
        self.constant, self.factor = first, factor

    def __call__(self, words: Words) -> Words:
        mixed = words ^ np.uint32(self.constant)
        self.constant = self.constant * self.factor % BELOW
        mixed *= np.uint32(self.constant)
        mixed ^= mixed >> HALF
        return mixed


def _mixed(words: Words, others: Words) -> Words:
    mixed = LEFT * words - RIGHT * others
    mixed ^= mixed >> HALF
    return mixed


def _pool(seed: int, epochs: Words) -> list[Words]:
    """The pools of the keys [seed, epoch]: N_WORDS words of each epoch."""
    mix, nothing = _Hash(FIRST_A, FACTOR_A), np.zeros_like(epochs)
    pool = [mix(words) for words in (np.full_like(epochs, seed), epochs, nothing, nothing)]
    for source in range(N_WORDS):
        for target in range(N_WORDS):
            if source != target:
                pool[target] = _mixed(pool[target], mix(pool[source]))
    return pool


def _states(seed: int, first_epoch: int, n_epochs: int) -> Iterator[tuple[int, int]]:
    """State and increment of the generator PCG64 of each epoch."""
    pool, mix = _pool(seed, np.arange(first_epoch, first_epoch + n_epochs, dtype=np.uint32)), _Hash(FIRST_B, FACTOR_B)
    words = np.stack([mix(pool[i % N_WORDS]) for i in range(2 * N_WORDS)], axis=-1)
    for start, start_low, stream, stream_low in words.astype("<u4").view("<u8").tolist():
        increment = ((stream << 64 | stream_low) << 1 | 1) % 2**128
        state = ((increment + (start << 64 | start_low)) * PCG_FACTOR + increment) % 2**128
        yield state, increment


def generators(seed: int, first_epoch: int, n_epochs: int) -> Iterator[np.random.Generator]:
    """default_rng([seed, epoch]) for n_epochs epochs from the first one; each is the same object, at another place.

    Raises ValueError when the seed or an epoch is negative or does not fit into 32 bits.
    """
    if min(seed, first_epoch) < 0 or max(seed, first_epoch + n_epochs) >= BELOW:
        raise ValueError("seed and epochs are whole numbers of 32 bits")
    generator = np.random.default_rng(0)
    for state, increment in _states(seed, first_epoch, n_epochs):
        numbers = {"state": state, "inc": increment}
        generator.bit_generator.state = {"bit_generator": "PCG64", "state": numbers, "has_uint32": 0, "uinteger": 0}
        yield generator
