"""Which steps of a run are frames, and what of the steps between two frames a trace has to show.

A trace over frames alone lies where the run has a period: every second step of a loss that alternates is a flat line.
So the stride has no factor in common with the run's period or with 2, and of each stretch between two frames the least
and the greatest number travel too, where a line through the frames would not reach them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import gcd

import numpy as np

from nnviz.core.types import BoolArray, IntArray
from nnviz.runs.protocol import Array, Keyframes

CLOCKS = ("step", "epoch")
"""Arrays that grow with every step: their frames say all."""


def in_all_phases(stride: int, period: int) -> int:
    """A stride near the wanted one that shares no factor with the period nor with 2: the frames then meet every phase.

    It is the next that is larger by no more than a half, else the next that is smaller. 1 stays 1.
    """
    near = chain(range(stride, stride + stride // 2 + 1), range(stride - 1, 0, -1))
    found: int = next(one for one in near if gcd(one, 2 * period) == 1)
    return found


def extremes(step: IntArray, values: Array, is_frame: BoolArray) -> Keyframes:
    """The least and the greatest of values (S,) at consecutive steps (S,) in each stretch up to a frame, in order.

    Only what lies outside the frames at both ends of the stretch: between these runs the line. The first stretch has
    no frame before it, and the steps after the last frame have none behind them.
    """
    stretch: IntArray = np.cumsum(is_frame) - is_frame
    starts = np.unique(stretch, return_index=True)[1]
    heights = values.astype(np.float64)
    found = [_first_at_least(sign * heights, stretch, starts) for sign in (1.0, -1.0)]
    places = np.unique(np.concatenate(found))
    drawn = np.where(np.isfinite(heights), heights, np.nan)[is_frame]
    frames = np.concatenate([[np.nan], drawn, [np.nan]])
    before, after = frames[stretch[places]], frames[stretch[places] + 1]
    inside = (heights[places] >= np.fmin(before, after)) & (heights[places] <= np.fmax(before, after))
    places = places[~inside & ~is_frame[places]]
    return Keyframes(step[places], values[places])


def _first_at_least(heights: Array, stretch: IntArray, starts: IntArray) -> IntArray:
    """The place of the first least finite number of each stretch that has one."""
    finite = np.where(np.isfinite(heights), heights, np.inf)
    least = np.minimum.reduceat(finite, starts)[stretch]
    hits = np.flatnonzero((finite == least) & (finite < np.inf))
    return hits[np.unique(stretch[hits], return_index=True)[1]]


def _is_series(name: str, array: Array) -> bool:
    return name in CLOCKS or (array.ndim == 1 and array.dtype.kind in "fiu")


@dataclass(eq=False)
class Thinning:
    """Collects the pieces of a chunk of which every `stride`-th step, and what `always` names, is a frame.

    Of arrays with one number for each step all are kept until it is known which of them are frames; others are wide,
    and only those that may be.
    """

    stride: int
    always: int = 0
    series: list[Mapping[str, Array]] = field(default_factory=list)
    wide: list[Mapping[str, Array]] = field(default_factory=list)
    kept: list[IntArray] = field(default_factory=list)

    def of_piece(self, step: IntArray) -> BoolArray:
        """Which steps (S,) of a piece may be frames: its last is one where it is the last of all."""
        kept = self._is_frame(step)
        kept[-1:] = True
        return kept

    def add(self, every: Mapping[str, Array], kept: BoolArray, at_frames: Mapping[str, Array]) -> None:
        """A piece: arrays at every step, which of these may be frames, and arrays at those alone."""
        self.series.append({name: array for name, array in every.items() if _is_series(name, array)})
        wide = {name: array for name, array in every.items() if not _is_series(name, array)}
        self.wide.append({**_at(wide, kept), **at_frames})
        self.kept.append(every["step"][kept])

    def frames(self, with_last: bool) -> tuple[dict[str, Array], dict[str, Keyframes]]:
        """All arrays at the frames, the last step among them or not, and the extremes of each series between them."""
        series, wide, kept = _joined(self.series), _joined(self.wide), np.concatenate(self.kept)
        step = series["step"]
        is_frame = self._is_frame(step)
        if with_last:
            is_frame[-1:] = True
        if is_frame.all():
            return {**series, **wide}, {}
        found = _at(series, is_frame) | _at(wide, np.isin(kept, step[is_frame]))
        return found, self._between(series, is_frame)

    def _between(self, series: Mapping[str, Array], is_frame: BoolArray) -> dict[str, Keyframes]:
        drawn = {name: array for name, array in series.items() if name not in CLOCKS}
        found = {name: extremes(series["step"], array, is_frame) for name, array in drawn.items()}
        return {name: points for name, points in found.items() if len(points.step)}

    def _is_frame(self, step: IntArray) -> BoolArray:
        found: BoolArray = (step % self.stride == 0) | (step <= self.always)
        return found


def _at(arrays: Mapping[str, Array], rows: BoolArray) -> dict[str, Array]:
    """Some of the rows of each array; without a copy where these are all."""
    return dict(arrays) if rows.all() else {name: array[rows] for name, array in arrays.items()}


def _joined(pieces: Sequence[Mapping[str, Array]]) -> dict[str, Array]:
    if len(pieces) == 1:
        return dict(pieces[0])
    return {name: np.concatenate([piece[name] for piece in pieces]) for name in pieces[0]}
