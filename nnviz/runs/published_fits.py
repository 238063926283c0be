"""Fits that the notebook published, as choices on a page: what it printed, and whether ours has the same digits."""

from dataclasses import dataclass

import numpy as np

from nnviz.core.notebook.fits import notebook_fit
from nnviz.core.notebook.published import Fit
from nnviz.core.training.experiment import Experiment
from nnviz.core.types import FloatArray


@dataclass(frozen=True)
class PublishedFit:
    """The fit at a place of an entry of the notebook's chain, and the weights that were printed after it."""

    entry: str
    place: int
    printed: str

    def replay(self) -> tuple[Fit, Experiment]:
        """The fit as the notebook made it, from its own place in the stream, with draws that nobody else uses."""
        return notebook_fit(self.entry, self.place)

    def agrees(self, weights: FloatArray) -> bool:
        """Whether these weights (P,) print the same digits."""
        return digits(weights) == self.printed

    def verdict(self, weights: FloatArray) -> str:
        """A sentence that holds the weights (P,) against the printed ones."""
        found = (
            "every printed digit agrees" if self.agrees(weights) else "the digits differ, these are not its settings"
        )
        return f"The notebook printed {self.printed}: {found}."


def digits(weights: FloatArray) -> str:
    """Weights as NumPy prints them, with one space between numbers."""
    return "[" + " ".join(np.array2string(weights, max_line_width=1000).strip("[]").split()) + "]"
