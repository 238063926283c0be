"""What the laboratory has made of the latest settings: of 256, a lecture hall that plays, of 64 with own tables.

Such a table may have 5,000 rows, and half a megabyte is made of it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from nnviz.lessons.lab.settings import LabSettings

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """A function of settings that is not computed again for the latest ones."""

    def __init__(self, make: Callable[[LabSettings], Made]) -> None:
        self._of_own, self._others = lru_cache(64)(make), lru_cache(256)(make)

    def __call__(self, settings: LabSettings) -> Made:
        """What is made of the settings."""
        return (self._of_own if settings.own_data else self._others)(settings)

    def cache_clear(self) -> None:
        """Remember nothing."""
        self._of_own.cache_clear()
        self._others.cache_clear()
