"""The run of the page: one step is one piece of an answer, and every frame has the whole table.

The state carries the weights of the fit under way and the numbers of all lines; which of them are known follows from
the step.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

import numpy as np

from nnviz.core.notebook.printed import PRINTED, numbers_in
from nnviz.core.notebook.retraining import Piece, make, pieces_of, style_of
from nnviz.core.types import FloatArray
from nnviz.lessons.notebook.entries import ENTRIES
from nnviz.lessons.notebook.settings import NotebookSettings
from nnviz.runs.loop import pieces
from nnviz.runs.protocol import Array, Checkpoint, Chunk, Frames, StepBudget

MOST_WEIGHTS = 16  # of any fit that is cut into pieces
SAME, OTHER = "✓ every digit", "✗ differs"
SAME_TO_1E_12 = "✓ to 1e-12"


@dataclass(frozen=True)
class Line:
    """A printed line: the result it belongs to, the word before it, and the text."""

    entry: str
    word: str
    printed: str

    @cached_property
    def n_numbers(self) -> int:
        """How many numbers it shows."""
        return len(numbers_in(self.printed))

    def told(self, numbers: FloatArray) -> tuple[str, str]:
        """The first of these numbers as the notebook would have printed them, and whether the digits agree."""
        return _told(self, numbers[: self.n_numbers].tobytes())


@lru_cache(maxsize=512)  # every frame tells all lines again, and printing takes longer than a step
def _told(line: Line, raw: bytes) -> tuple[str, str]:
    numbers, style = np.frombuffer(raw), style_of(line.entry, line.word)
    same = SAME_TO_1E_12 if style.tolerance else SAME
    return style.text(numbers), same if style.agrees(numbers, line.printed) else OTHER


LINES = tuple(Line(name, word, text) for name in ENTRIES for word, text in PRINTED[name].items())
PLACES = {(line.entry, line.word): place for place, line in enumerate(LINES)}
MOST_NUMBERS = max(line.n_numbers for line in LINES)


@lru_cache(maxsize=32)
def plan(entries: Sequence[str]) -> tuple[Piece, ...]:
    """The steps of the run for these results."""
    return tuple(chain.from_iterable(pieces_of(name) for name in entries))


@lru_cache(maxsize=32)
def updates_before(entries: Sequence[str]) -> FloatArray:
    """The updates made in the steps before each step, and in all: (n_steps + 1,)."""
    made = [piece.last - piece.first for piece in plan(entries)]
    return np.concatenate([[0.0], np.cumsum(made, dtype=np.float64)])


N_STEPS = len(plan(tuple(ENTRIES)))


class Retraining:
    """The Run of the page."""

    n_steps = N_STEPS

    def initial_checkpoint(self, settings: NotebookSettings) -> Checkpoint:
        """Nothing under way, nothing found."""
        return Checkpoint(0, {"weights": np.zeros((1, MOST_WEIGHTS)), "numbers": _nothing()})

    def start(self, settings: NotebookSettings) -> Chunk:
        """An empty table."""
        table = _Table(settings, self.initial_checkpoint(settings))
        return Chunk(_joined([table.frame()]), table.checkpoint())

    def resume(self, settings: NotebookSettings, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The next pieces; each is so much work that every one is recorded, whatever the stride."""
        table = _Table(settings, checkpoint)
        frames = [table.frame(), *(table.frame() for _ in table.steps_of(budget))]
        return table.chunk({name: rows[1:] for name, rows in _joined(frames).items()})

    def skip(self, settings: NotebookSettings, checkpoint: Checkpoint, budget: StepBudget) -> Chunk:
        """The same pieces without a frame."""
        table = _Table(settings, checkpoint)
        for _ in table.steps_of(budget):
            pass
        return table.chunk({})


def _nothing() -> FloatArray:
    return np.zeros((len(LINES), MOST_NUMBERS))


def _joined(frames: list[dict[str, Array]]) -> dict[str, Array]:
    return {name: np.stack([frame[name] for frame in frames]) for name in frames[0]}


def _row(numbers: FloatArray, width: int) -> FloatArray:
    """Numbers as a row of a state: zeros behind them; all undefined where one is, or the server would refuse it."""
    row = np.zeros(width)
    row[: numbers.size] = numbers.ravel()
    return row if np.isfinite(row).all() else np.full(width, np.nan)


class _Table:
    """The lines found so far, as numbers and as texts, and the weights of the fit under way."""

    def __init__(self, settings: NotebookSettings, checkpoint: Checkpoint) -> None:
        self.steps, self.updates = plan(settings.entries), updates_before(settings.entries)
        self.step = min(checkpoint.step, len(self.steps))
        self.weights, self.numbers = checkpoint.arrays["weights"], checkpoint.arrays["numbers"].copy()
        self.computed, self.verdicts = [""] * len(LINES), [""] * len(LINES)
        for piece in self.steps[: self.step]:
            self._show(piece)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to make."""
        return self.step == len(self.steps)

    def steps_of(self, budget: StepBudget) -> Iterator[int]:
        """Makes the next pieces one by one, and gives the number of each."""
        for n_steps in pieces(budget, first=1, most=1):
            if self.is_complete or not n_steps:
                return
            self.make_step()
            yield self.step

    def make_step(self) -> None:
        """Makes the next piece."""
        piece = self.steps[self.step]
        reached, found = make(piece, self.weights[0] if piece.first else None)
        for word, numbers in found.items():
            self.numbers[PLACES[piece.entry, word]] = _row(numbers, MOST_NUMBERS)
        self.weights = _row(reached if piece.last < piece.n_updates else np.empty(0), MOST_WEIGHTS)[None]
        self._show(piece)
        self.step += 1

    def _show(self, piece: Piece) -> None:
        for word in piece.words:
            place = PLACES[piece.entry, word]
            self.computed[place], self.verdicts[place] = LINES[place].told(self.numbers[place])

    def frame(self) -> dict[str, Array]:
        """What is shown at this step."""
        computed, n_found, now = list(self.computed), sum(map(bool, self.verdicts)), ""
        if not self.is_complete:
            piece, place = self.steps[self.step], self._next_line()
            computed[place] = f"after {piece.first:,} of {piece.n_updates:,} steps …" if piece.first else ""
            now = f"{ENTRIES[piece.entry].title}: {ENTRIES[piece.entry].line(LINES[place].word)}"
        return {
            "step": np.array(self.step),
            "last_step": np.array(float(len(self.steps))),
            "updates": np.array(self.updates[self.step]),
            "n_found": np.array(float(n_found)),
            "n_agreeing": np.array(float(n_found - self.verdicts.count(OTHER))),
            "now": np.array(now),
            "computed": np.array(computed),
            "verdict": np.array(self.verdicts),
        }

    def _next_line(self) -> int:
        """The place of the line that will be known next."""
        piece = next(piece for piece in self.steps[self.step :] if piece.words)
        return PLACES[piece.entry, piece.words[0]]

    def checkpoint(self) -> Checkpoint:
        """What is needed to go on."""
        return Checkpoint(self.step, {"weights": self.weights, "numbers": self.numbers})

    def chunk(self, frames: Frames) -> Chunk:
        """These frames, and how far it is."""
        return Chunk(frames, self.checkpoint(), self.ending() if self.is_complete else "")

    def ending(self) -> str:
        """The sentence at the end."""
        n_found, n_other = sum(map(bool, self.verdicts)), self.verdicts.count(OTHER)
        lines = "One line found again" if n_found == 1 else f"All {n_found} lines found again"
        return f"{lines}: {f'{n_other} with other digits' if n_other else 'every printed digit agrees'}."
