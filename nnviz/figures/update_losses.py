"""The loss of the batch of every update: the first of them one by one, or all of them in groups."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from plotly.colors import hex_to_rgb

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.colours import WHITE
from nnviz.figures.loss_curve import SCALES
from nnviz.figures.theme import blank

MOST_POINTS = 500
FLOOR = 1e-12  # an exact fit has a loss of 0, which a logarithmic axis cannot show


@dataclass(frozen=True, eq=False)
class UpdateLosses:
    """The losses (S,) of a run's updates, how they look, and the recorded arrays that say where the run is now."""

    loss: FloatArray
    name: str
    colour: str
    dash: str
    now_x: str
    now_y: str
    width: float = 2.0


def update_losses(
    runs: Iterable[UpdateLosses], first: int | None = None, scale: str = "linear", highest: float = np.inf
) -> go.Figure:
    """Draw the losses of the `first` updates one by one, or of all (None), and a point where each run is now.

    More than 500 updates are drawn in 500 groups of neighbours: their mean as a line, from their smallest to their
    largest as a band. The axis ends at `highest`. Raises KeyError for an unknown scale.
    """
    shown = [(run, run.loss[:first][np.isfinite(run.loss[:first])]) for run in runs]
    figure = blank(
        xaxis={
            "title": {"text": "update"},
            "tickformat": "~s",
            "range": [0, first or max((len(y) for _, y in shown), default=1)],
        },
        yaxis={"title": {"text": "loss of its batch"}, **SCALES[scale], "range": _range(shown, scale, highest)},
        showlegend=True,
    )
    for run, loss in shown:
        figure.add_traces(_single(run, loss) if len(loss) <= MOST_POINTS else _grouped(run, loss))
    return figure.add_traces([_now(run) for run, _ in shown])


def _range(shown: list[tuple[UpdateLosses, FloatArray]], scale: str, highest: float) -> list[float]:
    losses = np.concatenate([loss for _, loss in shown]) if shown else np.ones(1)
    top = 1.1 * min(float(losses.max(initial=FLOOR)), highest)
    if scale == "linear":
        return [0.0, top]
    positive = losses[losses > FLOOR]
    lowest = float(np.quantile(positive, 0.02)) if positive.size else 1e-3 * top
    return [float(np.log10(lowest)), float(np.log10(2.0 * top))]


def _single(run: UpdateLosses, loss: FloatArray) -> list[go.Scatter]:
    return [_line(run, np.arange(1.0, len(loss) + 1.0), np.maximum(loss, FLOOR), "update %{x}<br>loss %{y:.4g}")]


def _grouped(run: UpdateLosses, loss: FloatArray) -> list[go.Scatter]:
    edges = np.linspace(0, len(loss), MOST_POINTS + 1).astype(int)
    starts, counts = edges[:-1], np.diff(edges)
    x = starts + (counts + 1) / 2
    lowest, largest = (np.maximum(f.reduceat(loss, starts), FLOOR) for f in (np.minimum, np.maximum))
    red, green, blue = hex_to_rgb(run.colour)
    band = go.Scatter(
        x=np.concatenate([x, x[::-1]]),
        y=np.concatenate([largest, lowest[::-1]]),
        fill="toself",
        fillcolor=f"rgba({red}, {green}, {blue}, 0.2)",
        line={"width": 0},
        hoverinfo="skip",
        showlegend=False,
    )
    mean = np.maximum(np.add.reduceat(loss, starts) / counts, FLOOR)
    return [band, _line(run, x, mean, "around update %{x:.0f}<br>mean loss %{y:.4g}")]


def _line(run: UpdateLosses, x: FloatArray, y: FloatArray, hover: str) -> go.Scatter:
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        name=run.name,
        line={"color": run.colour, "width": run.width, "dash": run.dash},
        hovertemplate=f"{run.name}<br>{hover}<extra></extra>",
    )


def _now(run: UpdateLosses) -> go.Scatter:
    return go.Scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=f"{run.name}, now",
        showlegend=False,
        marker={"color": run.colour, "size": 13, "line": {"color": WHITE, "width": 2}},
        hovertemplate=f"{run.name}<br>update %{{x}}<br>loss %{{y:.4g}}<extra></extra>",
        meta=follows(x=run.now_x, y=run.now_y),
    )
