"""How examples came about, in words and numbers: enough for a script to make the same examples again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

Number = float | int | str


class RecipeStep(NamedTuple):
    """A word for what was done, and the numbers it was done with."""

    word: str
    numbers: Mapping[str, Number]


@dataclass(frozen=True)
class Recipe:
    """Where examples were taken from, and what was done to them afterwards, in order."""

    steps: tuple[RecipeStep, ...]

    @classmethod
    def of(cls, word: str, **numbers: Number) -> "Recipe":
        """The recipe that begins with this source."""
        return cls((RecipeStep(word, numbers),))

    def then(self, word: str, **numbers: Number) -> "Recipe":
        """The recipe with one more step."""
        return Recipe((*self.steps, RecipeStep(word, numbers)))


def extended(recipe: Recipe | None, word: str, **numbers: Number) -> Recipe | None:
    """The recipe with one more step; what is unknown stays unknown."""
    return None if recipe is None else recipe.then(word, **numbers)
