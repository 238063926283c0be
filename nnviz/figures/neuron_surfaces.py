"""What each hidden neuron makes of two features: small pictures side by side, each with the neuron's own line."""

from nnviz.core.types import FloatArray
from nnviz.figures import graph_objects as go
from nnviz.figures.answers import AnyExamples, clouds
from nnviz.figures.bindings import follows
from nnviz.figures.colours import INK, PALETTE, WHITE, lightened
from nnviz.figures.theme import COLOUR_BAR, blank, numbered

_GREEN = [[0.0, WHITE], [1.0, lightened(PALETTE["bluish green"], 0.15)]]
MOST_IN_ROW = 4


def neuron_surfaces(examples: AnyExamples, x: FloatArray, y: FloatArray, n_neurons: int) -> go.Figure:
    """Draw the activation of neurons 1 to n over two features, with the line on which each neuron's sum is 0.

    x (n_x,) and y (n_y,) are the evenly spaced grid. The recorded arrays are neuron_1 ... (steps, n_y, n_x), in percent
    of the activation's range, and line_x_1 ..., line_y_1 ... (steps, 2).
    """
    n_columns = min(n_neurons, MOST_IN_ROW)
    n_rows = -(-n_neurons // n_columns)
    figure = blank(showlegend=False)
    for j in range(n_neurons):
        row, column = divmod(j, n_columns)
        number = numbered(j + 1)
        x_domain = [(column + 0.02) / n_columns, (column + 0.97) / n_columns]
        y_domain = [1.0 - (row + 0.86) / n_rows, 1.0 - (row + 0.08) / n_rows]
        left, lowest = column == 0, j + n_columns >= n_neurons
        x_axis = {"domain": x_domain, "anchor": f"y{number}", "range": [x[0], x[-1]], "showticklabels": lowest}
        y_axis = {"domain": y_domain, "anchor": f"x{number}", "range": [y[0], y[-1]], "showticklabels": left}
        x_axis["title"] = {"text": examples.feature_names[0] if lowest else "", "standoff": 2}
        y_axis["title"] = {"text": examples.feature_names[1] if left else ""}
        axes = {f"xaxis{number}": x_axis, f"yaxis{number}": y_axis}
        figure.update_layout({name: {"showgrid": False, "nticks": 4, **axis} for name, axis in axes.items()})
        place = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
        named = {"text": f"h{j + 1}", "showarrow": False, "yanchor": "bottom", "font": {"size": 15}}
        figure.add_annotation(x=sum(x_domain) / 2, y=y_domain[1], xref="paper", yref="paper", **named)
        points = [cloud.update(marker={"size": 6}) for cloud in clouds(examples)]
        figure.add_traces([trace.update(place) for trace in (_surface(x, y, j + 1), _line(j + 1), *points)])
    return figure


def _surface(x: FloatArray, y: FloatArray, number: int) -> go.Heatmap:
    title = {"text": "activation (% of its range)", "side": "right", "font": {"size": 14}}
    return go.Heatmap(
        x=x,
        y=y,
        z=[],
        zmin=0,
        zmax=100,
        zsmooth="fast",
        colorscale=_GREEN,
        showscale=number == 1,
        colorbar={**COLOUR_BAR, "title": title, "tickvals": [0, 25, 50, 75, 100]},
        hovertemplate="(%{x:.3g}, %{y:.3g})<br>%{z:.0f} % of the range<extra></extra>",
        name=f"h{number}",
        meta=follows(z=f"neuron_{number}"),
    )


def _line(number: int) -> go.Scatter:
    return go.Scatter(
        x=[None],
        y=[None],
        mode="lines",
        line={"color": INK, "width": 2.5},
        hoverinfo="skip",
        name="sum = 0",
        meta=follows(x=f"line_x_{number}", y=f"line_y_{number}"),
    )
