"""Training runs side by side at different paces, which end together when the first of them diverges."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from nnviz.runs.protocol import Array
from nnviz.runs.recordings import Recordings
from nnviz.runs.sampled import Sampled
from nnviz.runs.sides import Side, Sides
from nnviz.runs.unfolding import UnfoldingSides


@dataclass(frozen=True, eq=False)
class Race(UnfoldingSides):
    """The sides that `sides` gives for the settings, each at its pace, until one of them diverges.

    `rows` makes the arrays to show from the recordings by name; `explain` is the sentence about a divergence.
    """

    sides: Callable[[Any], Mapping[str, Side]]
    rows: Callable[[Any, Recordings], Mapping[str, Array]]
    explain: Callable[[Any, int], str]
    keyframes: tuple[Sampled, ...] = ()
    n_steps: int = 100_000
    apart: ClassVar[bool] = False

    def sides_of(self, settings: Any) -> Mapping[str, Side]:
        """What `sides` gives."""
        return self.sides(settings)

    def rows_of(self, settings: Any, recordings: Recordings, sides: Sides) -> Mapping[str, Array]:
        """What `rows` makes."""
        return self.rows(settings, recordings)

    def ending_of(self, settings: Any, diverged_at: Mapping[str, int]) -> str:
        """The sentence about the first divergence."""
        return self.explain(settings, min(diverged_at.values()))
