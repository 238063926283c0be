"""How examples came about, in words and numbers: enough for a script to make the same examples again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nnviz.core.types import FloatArray

Number = float | int | str
GIVEN = "given rows"


class ProvenanceStep(NamedTuple):
    """A word for what was done, and the numbers it was done with."""

    word: str
    numbers: Mapping[str, Number]


@dataclass(frozen=True)
class Provenance:
    """Where examples were taken from, and what was done to them afterwards, in order."""

    steps: tuple[ProvenanceStep, ...]

    @classmethod
    def of(cls, word: str, **numbers: Number) -> "Provenance":
        """The recipe that begins with this source."""
        return cls((ProvenanceStep(word, numbers),))

    @classmethod
    def of_rows(
        cls, X: FloatArray, y: FloatArray, names: Sequence[str] = (), class_names: Sequence[str] = ()
    ) -> "Provenance":
        """The recipe of examples that were given as numbers: the word GIVEN, and the rows of X, then y, as one text.

        `names` of the columns and of the classes, without commas, are texts parted by them.
        """
        rows = np.column_stack([X, y]).tolist()
        text = "\n".join(",".join(map(repr, row)) for row in rows)
        return cls.of(GIVEN, rows=text, names=",".join(names), class_names=",".join(class_names))

    def then(self, word: str, **numbers: Number) -> "Provenance":
        """The recipe with one more step."""
        return Provenance((*self.steps, ProvenanceStep(word, numbers)))


def extended(provenance: Provenance | None, word: str, **numbers: Number) -> Provenance | None:
    """The recipe with one more step; what is unknown stays unknown."""
    return None if provenance is None else provenance.then(word, **numbers)
