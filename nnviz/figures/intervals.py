"""Estimates with their intervals beside the truth."""

from collections.abc import Iterable
from dataclasses import dataclass

from nnviz.figures import graph_objects as go
from nnviz.figures.colours import GREY, INK
from nnviz.figures.theme import blank


@dataclass(frozen=True)
class Interval:
    """An estimate of a weight with the ends of its interval, and the fit that it belongs to."""

    weight: str
    estimate: float
    low: float
    high: float
    fit: str
    colour: str
    symbol: str


def intervals(estimates: Iterable[Interval], truths: dict[str, float], share: str = "95 %") -> go.Figure:
    """Draw every estimate as a point with its interval, over the weights, and the truth of each weight as a line.

    Fits are told apart by colour and symbol. A weight without an entry in `truths` has no line.
    """
    estimates = list(estimates)
    figure = blank(
        xaxis={"title": {"text": "weight"}},
        yaxis={"title": {"text": f"estimate and {share} interval"}},
        scattermode="group",
        scattergap=0.7,
    )
    for weight, truth in truths.items():
        figure.add_scatter(
            x=[weight],
            y=[truth],
            mode="markers",
            name="truth",
            showlegend=weight == next(iter(truths)),
            marker={"symbol": "line-ew", "size": 90, "line": {"color": GREY, "width": 3}},
            hovertemplate=f"{weight}: truth %{{y:.4g}}<extra></extra>",
        )
    for fit in dict.fromkeys(item.fit for item in estimates):
        figure.add_trace(_fit([item for item in estimates if item.fit == fit]))
    return figure


def _fit(of_fit: list[Interval]) -> go.Scatter:
    first = of_fit[0]
    return go.Scatter(
        x=[item.weight for item in of_fit],
        y=[item.estimate for item in of_fit],
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [item.high - item.estimate for item in of_fit],
            "arrayminus": [item.estimate - item.low for item in of_fit],
            "thickness": 3,
            "width": 10,
        },
        mode="markers",
        name=first.fit,
        marker={"color": first.colour, "symbol": first.symbol, "size": 13, "line": {"color": INK, "width": 1}},
        hovertemplate=f"{first.fit}<br>%{{x}}: %{{y:.5g}}<extra></extra>",
        offsetgroup=first.fit,
    )
