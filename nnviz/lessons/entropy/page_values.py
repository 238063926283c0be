"""What the prose on entropy says about the die and about the bars."""

from collections.abc import Iterator, Mapping

import numpy as np

from nnviz.core.analysis.information import information
from nnviz.lessons.entropy.bars import bars
from nnviz.lessons.entropy.messages import number
from nnviz.lessons.entropy.settings import EntropySettings


def values(settings: EntropySettings) -> Mapping[str, object]:
    """The information of a throw of the die, and the row of each outcome in the table of the bars."""
    return {
        "of_die": float(information(1.0 / settings.faces, settings.unit)),
        "contributions": list(_contributions(settings)),
    }


def _contributions(settings: EntropySettings) -> Iterator[tuple[str, list[str]]]:
    """An outcome and its p, q, surprise, expected surprise, and part of the divergence."""
    typed = bars(settings)
    p, q = typed.p, typed.q
    surprise, expected = information(p, settings.unit), information(q, settings.unit)
    with np.errstate(invalid="ignore"):  # 0·∞ is meant to be 0
        costs = np.where(p > 0.0, p * (expected - surprise), 0.0)
    for name, row in zip(typed.names, zip(p, q, surprise, expected, costs, strict=True), strict=True):
        yield name, [number(value) for value in row]
