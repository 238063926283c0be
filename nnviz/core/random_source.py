"""Where random numbers come from: one interface, two sources.

The keyed source can be asked for any epoch at any time, so a run may be cut and resumed anywhere. The legacy source
is the notebook's single stream, drawn in sequence, and exists to reproduce its published digits.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

import numpy as np

from nnviz.core import rng_keys, seed_streams
from nnviz.core.types import FloatArray, IntArray


class EpochDraws(NamedTuple):
    """The order in which an epoch takes the examples, and the uniforms that decide which neurons it drops."""

    order: IntArray  # (n_shuffled,)
    uniforms: FloatArray  # (n_uniforms,)


class RandomSource(Protocol):
    """A source of everything random in a run."""

    def normal(self, n: int) -> FloatArray:
        """Standard normal draws for the initial weights."""
        ...

    def of_epoch(self, epoch: int, n_shuffled: int, n_uniforms: int) -> EpochDraws:
        """A shuffle of n_shuffled examples, then n_uniforms numbers in [0, 1); the same whenever it is asked."""
        ...

    def of_epochs(self, epochs: range, n_shuffled: int, n_uniforms: int) -> Iterable[EpochDraws]:
        """The draws of each of several epochs that follow one another."""
        return (self.of_epoch(epoch, n_shuffled, n_uniforms) for epoch in epochs)


@dataclass(frozen=True)
class KeyedSource(RandomSource):
    """Draws of an epoch are those of default_rng([seed, epoch]): a pure function of seed and epoch."""

    seed: int

    def normal(self, n: int) -> FloatArray:
        """Standard normal draws for the initial weights."""
        return rng_keys.generator(self.seed, rng_keys.WEIGHTS).standard_normal(n)

    def of_epoch(self, epoch: int, n_shuffled: int, n_uniforms: int) -> EpochDraws:
        """A shuffle of n_shuffled examples, then n_uniforms numbers in [0, 1)."""
        draw = keyed_draws if n_shuffled + n_uniforms <= FEW else keyed_draws.__wrapped__
        return draw(self.seed, epoch, n_shuffled, n_uniforms)

    def of_epochs(self, epochs: range, n_shuffled: int, n_uniforms: int) -> Iterable[EpochDraws]:
        """The draws of each of several epochs: of many, all generators are made in one pass."""
        if len(epochs) < MANY or max(self.seed, epochs.stop) >= seed_streams.BELOW:
            return super().of_epochs(epochs, n_shuffled, n_uniforms)
        made = seed_streams.generators(self.seed, epochs.start, len(epochs))
        return (_drawn(generator, n_shuffled, n_uniforms) for generator in made)


FEW = 2000
"""Draws of an epoch that are worth remembering: making the generator takes longer than drawing from it."""

MANY = 24
"""Epochs from which on making their generators in one pass takes less time than one by one."""


@lru_cache(maxsize=512)
def keyed_draws(seed: int, epoch: int, n_shuffled: int, n_uniforms: int) -> EpochDraws:
    """The draws of an epoch, which all who look at this seed share: a run is cut within epochs, and played again."""
    drawn = _drawn(np.random.default_rng([seed, epoch]), n_shuffled, n_uniforms)
    for numbers in drawn:
        numbers.setflags(write=False)
    return drawn


def _drawn(generator: np.random.Generator, n_shuffled: int, n_uniforms: int) -> EpochDraws:
    """The order of the examples first, so that it does not depend on what may drop."""
    return EpochDraws(generator.permutation(n_shuffled), generator.random(n_uniforms))


EPOCHS_BETWEEN_STATES = 1024
"""How far apart the states of a legacy stream are kept: going back to any epoch costs at most so many shuffles."""


@dataclass
class LegacySource(RandomSource):
    """Draws in the order of one numpy.random.RandomState, epoch after epoch.

    The epoch drawn last is kept, since runs are mostly cut within one; an earlier one is drawn again from a
    remembered state of the stream.
    """

    stream: np.random.RandomState
    _states: list[dict[str, Any]] = field(default_factory=list, init=False)  # at the start of every 1024th epoch
    _next_epoch: int = field(default=0, init=False)
    _latest: tuple[tuple[int, int, int], EpochDraws] | None = field(default=None, init=False)

    def normal(self, n: int) -> FloatArray:
        """Standard normal draws for the initial weights."""
        return self.stream.normal(size=n)

    def of_epoch(self, epoch: int, n_shuffled: int, n_uniforms: int) -> EpochDraws:
        """A shuffle of n_shuffled examples, then n_uniforms numbers in [0, 1)."""
        asked = (epoch, n_shuffled, n_uniforms)
        if self._latest is None or self._latest[0] != asked:
            self._latest = asked, self._draw(*asked)
        return self._latest[1]

    def _draw(self, epoch: int, n_shuffled: int, n_uniforms: int) -> EpochDraws:
        place = min(epoch // EPOCHS_BETWEEN_STATES, len(self._states) - 1)
        if epoch < self._next_epoch or place * EPOCHS_BETWEEN_STATES > self._next_epoch:
            self._next_epoch = place * EPOCHS_BETWEEN_STATES
            self.stream.set_state(self._states[place])
        while True:
            if self._next_epoch == len(self._states) * EPOCHS_BETWEEN_STATES:
                self._states.append(self.stream.get_state(legacy=False))
            drawn = EpochDraws(self.stream.permutation(n_shuffled), self.stream.random_sample(n_uniforms))
            self._next_epoch += 1
            if self._next_epoch > epoch:
                return drawn
