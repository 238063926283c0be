"""Entropy and divergence stacked end to end beside the cross entropy: two bars of one length."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nnviz.figures import graph_objects as go
from nnviz.figures.colours import INK, PALETTE, lightened
from nnviz.figures.theme import blank

_LOOKS: dict[str, dict[str, Any]] = {
    "entropy": {"color": lightened(PALETTE["blue"], 0.4)},
    "divergence": {
        "color": lightened(PALETTE["vermillion"], 0.6),
        "pattern": {"shape": "/", "fgcolor": PALETTE["vermillion"], "fillmode": "overlay", "size": 14, "solidity": 0.2},
    },
    "cross entropy": {"color": lightened(PALETTE["sky blue"], 0.4)},
}
"""Light enough for the numbers on them; the divergence is hatched, the cross entropy has a row of its own."""


@dataclass(frozen=True)
class EntropySum:
    """H(p), KL(p‖q) and H(p, q) of one pair of distributions; the last two may be infinite."""

    name: str
    entropy: float
    divergence: float
    cross_entropy: float

    @property
    def rows(self) -> tuple[str, str]:
        """The names of the two bars."""
        return f"{self.name}: H(p) + KL", f"{self.name}: H(p, q)"


def entropy_sums(sums: Sequence[EntropySum], unit: str) -> go.Figure:
    """Draw H(p) + KL(p‖q) and, under it, H(p, q) for each pair, in the unit that the axis names.

    An infinite bar runs out of the picture and says ∞.
    """
    finite = [s.cross_entropy for s in sums if math.isfinite(s.cross_entropy)]
    edge = 1.12 * max([*finite, *(2.0 * s.entropy for s in sums if math.isinf(s.cross_entropy)), 1.0])
    rows = [row for s in sums for row in s.rows]
    figure = blank(
        barmode="stack",
        legend={"traceorder": "normal"},
        xaxis={"title": {"text": unit}, "range": [0.0, edge]},
        yaxis={
            "title": {"text": "pair of distributions", "font": {"size": 16}},
            "categoryorder": "array",
            "categoryarray": rows[::-1],
        },
    )
    tops, bottoms = [s.rows[0] for s in sums], [s.rows[1] for s in sums]
    figure.add_traces(
        [
            _bars("entropy", "H(p)", tops, [s.entropy for s in sums], edge),
            _bars("divergence", "KL(p‖q)", tops, [s.divergence for s in sums], edge),
            _bars("cross entropy", "H(p, q)", bottoms, [s.cross_entropy for s in sums], edge),
        ]
    )
    return figure


def _bars(look: str, name: str, rows: list[str], values: list[float], edge: float) -> go.Bar:
    return go.Bar(
        orientation="h",
        y=rows,
        x=[min(value, 2.0 * edge) for value in values],  # an infinite bar ends beyond the axis
        name=name,
        marker={**_LOOKS[look], "line": {"color": INK, "width": 1}},
        text=["∞" if math.isinf(value) else f"{value:.3g}" for value in values],
        textposition="inside",
        insidetextanchor="start",
        textangle=0,
        textfont={"size": 18, "color": INK},
        hovertemplate=[f"{name} = {'∞' if math.isinf(value) else f'{value:.6g}'}<extra></extra>" for value in values],
    )
