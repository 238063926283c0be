"""Recordings of consecutive pieces, joined, cut and thinned."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np

from nnviz.core.training import Recording
from nnviz.core.types import BoolArray, IntArray

Recordings = Mapping[str, Recording]
"""One recording per side, all with the same steps."""

ROWS = tuple(item.name for item in fields(Recording) if item.name != "diverged_at")
"""The arrays of a recording whose first axis is the recorded step."""


def step_of(recordings: Recordings) -> IntArray:
    """The recorded steps (S,)."""
    return next(iter(recordings.values())).step


def taking(recordings: Recordings, rows: IntArray | BoolArray) -> Recordings:
    """Some of the rows of every side, by number or by mask."""
    return {
        name: replace(recording, **{row: getattr(recording, row)[rows] for row in ROWS})
        for name, recording in recordings.items()
    }


def joined(pieces: Sequence[Recordings]) -> Recordings:
    """The recordings of consecutive pieces as one."""
    if len(pieces) == 1:
        return pieces[0]
    return {name: _joined([piece[name] for piece in pieces]) for name in pieces[0]}


def _joined(recordings: Sequence[Recording]) -> Recording:
    columns: dict[str, Any] = {
        name: np.concatenate([getattr(recording, name) for recording in recordings]) for name in ROWS
    }
    return replace(recordings[-1], **columns)
