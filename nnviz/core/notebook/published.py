"""The notebook's answers, each from the place in its one random stream where the notebook found it.

The chain lists everything in order: data, fits, exact answers, and fits by other libraries of which only the draws
count. What comes before an answer is passed over by making its draws alone.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from math import inf

import numpy as np
from numpy.random import RandomState

from nnviz.core.data.provenance import Provenance
from nnviz.core.models.network import Network
from nnviz.core.notebook.known_shuffles import shuffle_often
from nnviz.core.notebook.printed import ARRAY, Style
from nnviz.core.objectives.losses import LOSSES
from nnviz.core.objectives.penalties import Penalty
from nnviz.core.random_source import LegacySource
from nnviz.core.training.experiment import Experiment
from nnviz.core.training.optimizers import GradientDescent
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


@dataclass(frozen=True)
class Shown:
    """What a printed line shows of a fit, given its experiment and the weights (..., P), and in which style."""

    numbers: Callable[[Experiment, FloatArray], FloatArray]
    style: Style = ARRAY


THE_WEIGHTS = Shown(lambda experiment, weights: weights)


@dataclass(frozen=True, eq=False)
class Fit:
    """One training of the notebook, from a start of its own.

    `printed_at` are the epochs (steps, where a step takes all data) after which the notebook prints something, by the
    word that stands before it: the weights, if `shows` has nothing else for that word.
    """

    data: str
    optimizer: GradientDescent
    printed_at: dict[str, int]
    model: Network = LINE
    loss: str = "mean squared error"
    penalty: Penalty | None = None
    start: Callable[[RandomState, Network], FloatArray] = normal_start
    shows: Mapping[str, Shown] = field(default_factory=dict)

    @property
    def n_epochs(self) -> int:
        """How long it trains."""
        return max(self.printed_at.values())

    def pass_over(self, stream: RandomState, data: Data) -> None:
        """Makes the draws of the fit alone."""
        self.start(stream, self.model)
        if self.optimizer.batch_size is not None:
            shuffle_often(stream, self.n_epochs, len(data[self.data][1]))

    def experiment(self, stream: RandomState, data: Data) -> Experiment:
        """The fit as an experiment, which goes on with a stream of its own."""
        own = RandomState()
        own.set_state(stream.get_state())
        X, y = data[self.data]
        start = self.start(own, self.model)
        loss, random_source = LOSSES[self.loss], LegacySource(own)
        return Experiment(X, y, self.model, loss, self.optimizer, self.penalty, random_source, start, inf)


@dataclass(frozen=True)
class Solved:
    """An exact answer, which draws nothing: the numbers (k,) of each line, by the word before it.

    `printed_by` says which library's function gave the notebook its digits.
    """

    data: str
    solve: Callable[[FloatArray, FloatArray], Mapping[str, FloatArray]]
    printed_by: str
    styles: Mapping[str, Style] = field(default_factory=dict)

    def pass_over(self, stream: RandomState, data: Data) -> None:
        """Draws nothing."""


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


Part = Fit | Solved | Drawn | Elsewhere


@dataclass(frozen=True)
class Entry:
    """One result of the notebook: what it draws and answers, in order."""

    name: str
    section: str
    parts: tuple[Part, ...]

    @property
    def answers(self) -> tuple[Fit | Solved, ...]:
        """The parts of which the notebook prints something."""
        return tuple(part for part in self.parts if isinstance(part, Fit | Solved))


def walk(chain: tuple[Entry, ...]) -> Iterator[tuple[Entry, Part, RandomState, Data]]:
    """Every part of a chain with the stream and the data as they are before it.

    A part's draws are made when the next part is asked for.
    """
    stream, data = RandomState(SEED), Data()
    for entry in chain:
        for part in entry.parts:
            yield entry, part, stream, data
            part.pass_over(stream, data)


def replay(chain: tuple[Entry, ...], name: str) -> Iterator[tuple[Fit, Experiment]]:
    """The fits of one entry as experiments, each at its own place in the stream.

    Raises KeyError when the chain has no entry of that name.
    """
    place = next((i for i, entry in enumerate(chain) if entry.name == name), None)
    if place is None:
        raise KeyError(name)
    n_parts = sum(len(entry.parts) for entry in chain[: place + 1])
    n_fits = 0
    for entry, part, stream, data in islice(walk(chain), n_parts):
        if entry.name == name and isinstance(part, Fit):
            provenance = Provenance.of("notebook", data=part.data, entry=name, place=n_fits)
            yield part, replace(part.experiment(stream, data), provenance=provenance)
            n_fits += 1
