"""The sampling distribution of one weight: a histogram that fills while samples are drawn, and the Normal curve."""

from dataclasses import dataclass

import numpy as np

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import GREY, INK, PALETTE
from nnviz.figures.theme import blank


@dataclass(frozen=True, eq=False)
class Histogram:
    """Densities (B,) between edges (B + 1,), and the curve they are held against: x and density (n,)."""

    edges: FloatArray
    density: FloatArray
    curve_x: FloatArray
    curve: FloatArray


def sampling_histogram(
    histogram: Histogram, weight: str, truth: float, so_far: str = "density", now: str = "estimate"
) -> go.Figure:
    """Draw the estimates of a weight over many samples, with the area 1, and the Normal curve where it has a width.

    Pale bars hold all samples; blue ones, over them, those drawn so far: `so_far` names the recorded array (steps, B)
    of their densities, as a share of all samples. `now` names the recorded estimate of this step's sample.
    """
    highest = max(float(histogram.density.max()), float(histogram.curve.max(initial=0.0)))
    figure = blank(
        xaxis={"title": {"text": f"estimate of the {weight}"}, "range": [histogram.edges[0], histogram.edges[-1]]},
        yaxis={"title": {"text": "density"}, "range": [0.0, 1.1 * highest]},
        barmode="overlay",
        bargap=0,
    )
    figure.add_traces([_bars(histogram, "all samples"), _bars(histogram, "drawn so far", so_far)])
    if len(histogram.curve):
        figure.add_trace(_curve(histogram))
    figure.add_vline(x=truth, line={"color": GREY, "dash": "dash", "width": 3})
    return figure.add_trace(_marker(now))


def _bars(histogram: Histogram, name: str, array: str = "") -> go.Bar:
    colour, opacity = (PALETTE["blue"], 1.0) if array else (PALETTE["sky blue"], 0.4)
    return go.Bar(
        x=(histogram.edges[1:] + histogram.edges[:-1]) / 2.0,
        y=[None] if array else histogram.density,
        width=np.diff(histogram.edges),
        name=name,
        marker={"color": colour, "opacity": opacity, "line": {"width": 0}},
        hovertemplate="%{x:.4g}: %{y:.4g}<extra></extra>",
        meta=follows(y=array) if array else None,
    )


def _curve(histogram: Histogram) -> go.Scatter:
    return go.Scatter(
        x=histogram.curve_x,
        y=histogram.curve,
        mode="lines",
        name="Normal curve",
        line={"color": PALETTE["vermillion"], "width": 3},
        hoverinfo="skip",
    )


def _marker(now: str) -> go.Scatter:
    return go.Scatter(
        x=[None],
        y=[0.0],
        mode="markers",
        name="this sample",
        marker={"symbol": "triangle-up", "size": 18, "color": PALETTE["orange"], "line": {"color": INK, "width": 1.5}},
        cliponaxis=False,
        hovertemplate="%{x:.6g}<extra></extra>",
        meta=follows(x=now),
    )
