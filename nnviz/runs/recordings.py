"""The recordings of several sides: joined, cut and thinned."""

from collections.abc import Mapping, Sequence

from nnviz.core.training.advance import Recording
from nnviz.core.training.recording import join_recordings
from nnviz.core.types import BoolArray, IntArray

Recordings = Mapping[str, Recording]
"""One recording per side, all with the same steps."""


def step_of(recordings: Recordings) -> IntArray:
    """The recorded steps (S,)."""
    return next(iter(recordings.values())).step


def taking(recordings: Recordings, rows: IntArray | BoolArray) -> Recordings:
    """Some of the rows of every side, by number or by mask."""
    return {name: recording.at(rows) for name, recording in recordings.items()}


def joined(pieces: Sequence[Recordings]) -> Recordings:
    """The recordings of consecutive pieces as one."""
    if len(pieces) == 1:
        return pieces[0]
    return {name: join_recordings([piece[name] for piece in pieces]) for name in pieces[0]}
