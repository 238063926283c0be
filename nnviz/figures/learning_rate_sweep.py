"""How well runs do at each of several learning rates."""

from collections.abc import Mapping

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.colours import GREY
from nnviz.figures.loss_curve import Curve
from nnviz.figures.theme import blank


def learning_rate_sweep(
    rates: FloatArray, accuracies: Mapping[str, FloatArray], runs: Mapping[str, Curve], chosen: float
) -> go.Figure:
    """Draw accuracies (n_rates,) against learning rates (n_rates,) for each run, and the learning rate chosen.

    A rate at which a run diverged (NaN) has no point. The axis of the rates is logarithmic.
    """
    figure = blank(
        xaxis={"title": {"text": "learning rate"}, "type": "log", "tickformat": "~g"},
        yaxis={"title": {"text": "training accuracy (%)"}, "range": [0, 104]},
    )
    for name, run in runs.items():
        reached = [None if share != share else 100.0 * share for share in accuracies[name].tolist()]  # NaN ≠ NaN
        figure.add_trace(
            go.Scatter(
                x=rates,
                y=reached,
                mode="lines+markers",
                name=run.name,
                line={"color": run.colour, "dash": run.dash, "width": run.width},
                marker={"size": 10, "color": run.colour},
                hovertemplate="learning rate %{x:g}: %{y:.1f} %",
            )
        )
    return figure.add_vline(x=chosen, line={"color": GREY, "width": 2, "dash": "dot"})
