"""Every answer of the notebook found again, in pieces small enough for one answer of a server.

All pieces together walk the notebook's random stream once; a piece asked for by itself makes the draws before it alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import ceil
from threading import Lock

import numpy as np

from nnviz.core.notebook.chain import CHAIN, N
from nnviz.core.notebook.printed import ARRAY, PRINTED, Style
from nnviz.core.notebook.published import Fit, Solved, walk
from nnviz.core.training.advance import advance
from nnviz.core.training.experiment import Experiment, State, initial_state
from nnviz.core.types import FloatArray

UPDATES_AT_ONCE = 2048  # of a long fit: about 20 ms
Numbers = dict[str, FloatArray]


@dataclass(frozen=True)
class Piece:
    """The updates `first` to `last` of an answer of an entry, after which the lines with these words are known.

    An exact answer is one piece without updates.
    """

    entry: str
    place: int
    first: int
    last: int
    n_updates: int
    words: tuple[str, ...]


def pieces_of(name: str) -> tuple[Piece, ...]:
    """All the work for one entry, in order. Raises KeyError when the chain has no entry of that name."""
    return tuple(piece for place, answer in enumerate(_answers(name)) for piece in _cut(name, place, answer))


def style_of(name: str, word: str) -> Style:
    """How the line with this word of an entry is printed."""
    answer = next(answer for answer in _answers(name) if word in _words(name, answer))
    if isinstance(answer, Solved):
        return answer.styles.get(word, ARRAY)
    return answer.shows[word].style if word in answer.shows else ARRAY


def printed_by(name: str) -> str:
    """The library that printed the digits of an exact answer, nothing for a fit of the notebook's own."""
    (answer, *_) = _answers(name)
    return answer.printed_by if isinstance(answer, Solved) else ""


@cache
def _answers(name: str) -> tuple[Fit | Solved, ...]:
    return {entry.name: entry for entry in CHAIN}[name].answers


def _words(name: str, answer: Fit | Solved) -> tuple[str, ...]:
    return tuple(PRINTED[name]) if isinstance(answer, Solved) else tuple(answer.printed_at)


def _cut(name: str, place: int, answer: Fit | Solved) -> Iterator[Piece]:
    if isinstance(answer, Solved):
        yield Piece(name, place, 0, 0, 0, _words(name, answer))
        return
    an_epoch = ceil(N / answer.optimizer.batch_size) if answer.optimizer.batch_size else 1
    stops = {word: epoch * an_epoch for word, epoch in answer.printed_at.items()}
    n_updates = answer.n_epochs * an_epoch
    cuts = sorted({*stops.values(), *range(0, n_updates, UPDATES_AT_ONCE)})
    for first, last in pairwise(cuts):
        yield Piece(name, place, first, last, n_updates, tuple(word for word, stop in stops.items() if stop == last))


class _Walked:
    """The answers of the whole chain, looked up by entry and place; the stream is walked no further than asked."""

    def __init__(self) -> None:
        self.steps = walk(CHAIN)
        self.found: dict[tuple[str, int], Numbers | Experiment] = {}
        self.lock = Lock()

    def get(self, name: str, place: int) -> Numbers | Experiment:
        while (name, place) not in self.found:
            entry, part, stream, data = next(self.steps)
            if isinstance(part, Fit):
                self.found[entry.name, entry.answers.index(part)] = part.experiment(stream, data)
            elif isinstance(part, Solved):
                self.found[entry.name, entry.answers.index(part)] = dict(part.solve(*data[part.data]))
        return self.found[name, place]


_WALKED = _Walked()


def make(piece: Piece, weights: FloatArray | None) -> tuple[FloatArray, Numbers]:
    """Makes a piece from the weights at its first update: the weights at its last, and the numbers of its lines.

    `weights` begins with those of the fit and may be longer. At update 0 it is not needed: the fit has its own start.
    An exact answer leaves no weights.
    """
    with _WALKED.lock:  # a fit's draws are remembered for the next piece, so two may not use them at once
        found = _WALKED.get(piece.entry, piece.place)
        if not isinstance(found, Experiment):
            return np.empty(0), found
        fit = _answers(piece.entry)[piece.place]
        if not isinstance(fit, Fit):
            raise TypeError("an experiment belongs to a fit")
        start = initial_state(found)
        if weights is not None:
            start = State(piece.first, weights.ravel()[: start.weights.size].reshape(start.weights.shape))
        n_steps = piece.last - piece.first
        _, state = advance(found, start, n_steps, stride=n_steps)
    shown = {word: fit.shows[word].numbers if word in fit.shows else _the_weights for word in piece.words}
    return state.weights, {word: np.asarray(numbers(found, state.weights)) for word, numbers in shown.items()}


def _the_weights(_experiment: Experiment, weights: FloatArray) -> FloatArray:
    return weights
