"""The notebook's fits, each from the place in its one random stream where the notebook made it.

The chain lists everything that draws from the stream, in order: data, fits, and fits by other libraries of which only
the draws count. What comes before a fit is passed over by making its draws alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.random import RandomState

from nnviz.core.draws import LegacyDraws
from nnviz.core.experiment import Experiment
from nnviz.core.losses import LOSSES
from nnviz.core.models import Network
from nnviz.core.optimizers import GradientDescent
from nnviz.core.penalties import Penalty
from nnviz.core.types import FloatArray

SEED = 777
LINE = Network(n_features=1)
Data = dict[str, tuple[FloatArray, FloatArray]]  # X (n_samples, n_features) and y by name


def normal_start(stream: RandomState, model: Network) -> FloatArray:
    """All weights standard normal."""
    return stream.normal(size=model.n_parameters)


def uniform_start(stream: RandomState, model: Network) -> FloatArray:
    """All weights uniform on [0, 1), layer by layer as matrices (n_inputs, n_outputs)."""
    layers = [stream.random_sample((layer.n_columns, layer.n_outputs)).T.ravel() for layer in model.layers]
    return np.concatenate(layers)


def zero_start(stream: RandomState, model: Network) -> FloatArray:
    """All weights 0, without a draw."""
    return np.zeros(model.n_parameters)


@dataclass(frozen=True, eq=False)
class Fit:
    """One training of the notebook, from a start of its own.

    `printed_at` are the epochs (steps, where a step takes all data) after which the notebook prints the weights, by
    the word that it prints before them.
    """

    data: str
    optimizer: GradientDescent
    printed_at: dict[str, int]
    model: Network = LINE
    loss: str = "mean squared error"
    penalty: Penalty | None = None
    start: Callable[[RandomState, Network], FloatArray] = normal_start

    @property
    def n_epochs(self) -> int:
        """How long it trains."""
        return max(self.printed_at.values())

    def pass_over(self, stream: RandomState, data: Data) -> None:
        """Makes the draws of the fit alone."""
        self.start(stream, self.model)
        if self.optimizer.batch_size is not None:
            for _ in range(self.n_epochs):
                stream.permutation(len(data[self.data][1]))

    def experiment(self, stream: RandomState, data: Data) -> Experiment:
        """The fit as an experiment, which goes on with a stream of its own."""
        own = RandomState()
        own.set_state(stream.get_state())
        X, y = data[self.data]
        start = self.start(own, self.model)
        loss, draws = LOSSES[self.loss], LegacyDraws(own)
        return Experiment(X, y, self.model, loss, self.optimizer, self.penalty, draws, start, inf)


@dataclass(frozen=True)
class Drawn:
    """Data drawn from the stream, which starts anew where `reseeds`."""

    make: Callable[[RandomState, Data], Data]
    reseeds: bool = False

    def pass_over(self, stream: RandomState, data: Data) -> None:
        """Draws the data."""
        if self.reseeds:
            stream.seed(SEED)
        data.update(self.make(stream, data))


@dataclass(frozen=True)
class Elsewhere:
    """Fits by another library, which seeds its own generator with a draw for each."""

    n_draws: int

    def pass_over(self, stream: RandomState, data: Data) -> None:
        """Makes the draws."""
        for _ in range(self.n_draws):
            stream.randint(0, 2**31 - 1)


@dataclass(frozen=True)
class Entry:
    """One result of the notebook: what it draws, in order."""

    name: str
    section: str
    parts: tuple[Fit | Drawn | Elsewhere, ...]


def replay(chain: tuple[Entry, ...], name: str) -> Iterator[tuple[Fit, Experiment]]:
    """The fits of one entry as experiments, each at its own place in the stream.

    Raises KeyError when the chain has no entry of that name.
    """
    stream, data = RandomState(SEED), Data()
    for entry in chain:
        for part in entry.parts:
            if entry.name == name and isinstance(part, Fit):
                yield part, part.experiment(stream, data)
            part.pass_over(stream, data)
        if entry.name == name:
            return
    raise KeyError(name)
