"""What steps and keyframes took the last time, so that the next ones are made in one go.

Only how far an answer gets depends on it; what a step holds never does.
"""

import math
from collections.abc import Hashable

from cachetools import LRUCache

MOST_KINDS = 2048
"""That are remembered by a process: classes of runs that cost alike, however many play them."""


class Costs:
    """The latest seconds for each of a kind: a step of a run, a keyframe of a part."""

    def __init__(self) -> None:
        self._seconds: LRUCache[Hashable, float] = LRUCache(MOST_KINDS)

    def remember(self, kind: Hashable, seconds: float, n: int) -> None:
        """That n of this kind took so many seconds; what no clock has measured is not remembered."""
        if n > 0 and 0.0 < seconds < math.inf:
            self._seconds[kind] = seconds / n

    def of(self, kind: Hashable) -> float | None:
        """The seconds for one of this kind, None where that is not known."""
        return self._seconds.get(kind)

    def forget(self) -> None:
        """Remember nothing."""
        self._seconds.clear()


COSTS = Costs()
"""Those of this process."""
