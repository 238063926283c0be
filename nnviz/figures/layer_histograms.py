"""How the values inside a network are spread, layer by layer: two runs in one picture, following the run."""

from collections.abc import Sequence

from nnviz.figures import graph_objects as go
from nnviz.figures.bindings import follows
from nnviz.figures.loss_curve import Curve
from nnviz.figures.theme import blank, numbered

GAP = 0.04  # between the layers, in widths of the picture


def layer_histograms(n_layers: int, value_name: str, runs: Sequence[Curve]) -> go.Figure:
    """Draw the histogram of every layer for each run, as an outline.

    Recorded are value_1 ... (steps, n_bins), the bins' centres of a layer, and for a run of `array` "a" its shares in
    percent, a_share_1 ... (steps, n_bins).
    """
    figure = blank(yaxis={"title": {"text": "values (%)"}})
    for layer in range(1, n_layers + 1):
        number = numbered(layer)
        domain = [(layer - 1) / n_layers + GAP / 2, layer / n_layers - GAP / 2]
        title = {"text": f"layer {layer}: {value_name}", "font": {"size": 16}}
        x_axis = {"domain": domain, "anchor": f"y{number}", "title": title, "nticks": 5}
        y_axis = {"anchor": f"x{number}", "rangemode": "tozero", "nticks": 4}
        figure.update_layout({f"xaxis{number}": x_axis, f"yaxis{number}": y_axis})
        figure.add_traces([_outline(layer, run) for run in runs])
    return figure


def _outline(layer: int, run: Curve) -> go.Scatter:
    return go.Scatter(
        x=[None],
        y=[None],
        xaxis=f"x{numbered(layer)}",
        yaxis=f"y{numbered(layer)}",
        mode="lines",
        name=run.name,
        legendgroup=run.name,
        showlegend=layer == 1,
        line={"color": run.colour, "dash": run.dash, "width": run.width, "shape": "hvh"},
        hovertemplate="%{x:.3g}: %{y:.3g} %",
        meta=follows(x=f"value_{layer}", y=f"{run.array}_share_{layer}"),
    )
